package org.shrinq.quantum.circuit;

/** Work arrays that the operators of one evolution share, made when first asked for. */
final class Scratch {
    private final int length;
    private final double[][] full = new double[2][];
    private final double[][] half = new double[2][];

    Scratch(int length) {
        this.length = length;
    }

    /** Array 0 or 1 of the full length. */
    double[] full(int which) {
        if (full[which] == null) {
            full[which] = new double[length];
        }
        return full[which];
    }

    /** Array 0 or 1 of half the length. */
    double[] half(int which) {
        if (half[which] == null) {
            half[which] = new double[Math.max(1, length / 2)];
        }
        return half[which];
    }
}
