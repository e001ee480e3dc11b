package org.shrinq.qubo.problem;

/** Tests of data for whole numbers. */
final class Integrality {
    private Integrality() {}

    static boolean all(double... values) {
        for (double v : values) {
            if (v != Math.rint(v)) {
                return false;
            }
        }
        return true;
    }

    static boolean all(double[][] rows) {
        for (double[] row : rows) {
            if (!all(row)) {
                return false;
            }
        }
        return true;
    }

    static double[][] copy(double[][] rows) {
        double[][] copy = new double[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            copy[i] = rows[i].clone();
        }
        return copy;
    }
}
