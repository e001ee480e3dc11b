package org.shrinq.relax.sdp;

import java.util.SplittableRandom;
import org.shrinq.qubo.KroneckerForm;
import org.shrinq.qubo.QuadraticForm;
import org.shrinq.qubo.Qubo;

/** Small random forms and their minima by enumeration. */
public final class RandomForms {
    private RandomForms() {}

    /** Any density; whole coefficients half of the time, otherwise over six orders of magnitude. */
    static Qubo qubo(int n, SplittableRandom random) {
        double density = random.nextDouble();
        boolean whole = random.nextBoolean();
        Qubo.Builder b = Qubo.builder(n).addOffset(random.nextDouble(-5, 5));
        for (int i = 0; i < n; i++) {
            if (random.nextDouble() < 0.7) {
                b.addLinear(i, coefficient(whole, random));
            }
            for (int j = 0; j < i; j++) {
                if (random.nextDouble() < density) {
                    b.add(i, j, coefficient(whole, random));
                }
            }
        }
        return b.build();
    }

    private static double coefficient(boolean whole, SplittableRandom random) {
        return whole ? random.nextInt(-5, 6) : random.nextDouble(-1, 1) * Math.pow(10, random.nextInt(-3, 4));
    }

    /** Kind 0: both symmetric; 1: flow alone; 2: distance alone; 3: neither. */
    static KroneckerForm kronecker(int n, int kind, SplittableRandom random) {
        double[][] flow = matrix(n, (kind & 2) == 0, random);
        double[][] distance = matrix(n, (kind & 1) == 0, random);
        double[] linear = new double[n * n];
        double[] rows = new double[n];
        double[] columns = new double[n];
        for (int i = 0; i < n * n; i++) {
            linear[i] = random.nextInt(-3, 4);
        }
        for (int i = 0; i < n; i++) {
            rows[i] = random.nextDouble(0, 9);
            columns[i] = random.nextDouble(0, 9);
        }
        return KroneckerForm.of(flow, distance, linear).withPenalties(rows, columns);
    }

    private static double[][] matrix(int n, boolean symmetric, SplittableRandom random) {
        double[][] m = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                m[i][j] = symmetric && j < i ? m[j][i] : random.nextInt(-2, 6);
            }
        }
        return m;
    }

    static Qubo explicit(QuadraticForm form) {
        return Qubo.builder(form.size()).addForm(form, 1).build();
    }

    /** By enumeration. */
    public static double minimum(QuadraticForm form) {
        double least = Double.POSITIVE_INFINITY;
        byte[] x = new byte[form.size()];
        for (long s = 0; s < 1L << x.length; s++) {
            for (int i = 0; i < x.length; i++) {
                x[i] = (byte) (s >> i & 1);
            }
            least = Math.min(least, form.energy(x));
        }
        return least;
    }
}
