package org.shrinq.quantum.statevector;

import java.util.Arrays;
import org.shrinq.qubo.Ising;

/**
 * The terms of an Ising model with a non-zero coefficient, fields by i, then couplings by (i, j); multi-angle phases.
 */
final class Terms {
    private final int size;
    private final int[] first;
    /** −1 for a field. */
    private final int[] second;

    private final double[] coefficient;

    private Terms(int size, int[] first, int[] second, double[] coefficient) {
        this.size = size;
        this.first = first;
        this.second = second;
        this.coefficient = coefficient;
    }

    static Terms of(Ising ising, double factor) {
        int n = ising.size();
        int most = n + (int) ising.couplings();
        int[] first = new int[most];
        int[] second = new int[most];
        double[] coefficient = new double[most];
        int count = 0;
        for (int i = 0; i < n; i++) {
            if (ising.linear(i) != 0) {
                first[count] = i;
                second[count] = -1;
                coefficient[count++] = factor * ising.linear(i);
            }
        }
        for (int i = 0; i < n; i++) {
            for (int e = ising.matrix().rowStart(i); e < ising.matrix().rowEnd(i); e++) {
                if (ising.matrix().column(e) > i) {
                    first[count] = i;
                    second[count] = ising.matrix().column(e);
                    coefficient[count++] = factor * ising.matrix().value(e);
                }
            }
        }
        return new Terms(
                n, Arrays.copyOf(first, count), Arrays.copyOf(second, count), Arrays.copyOf(coefficient, count));
    }

    int count() {
        return first.length;
    }

    /** Writes the phase Σ_k γ_k·term_k as a function of bits to {@code out} and returns its constant. */
    double phase(double[] gamma, Quadratic out) {
        Arrays.fill(out.linear, 0);
        Arrays.fill(out.coupling, 0);
        double constant = 0;
        for (int k = 0; k < first.length; k++) {
            double angle = gamma[k] * coefficient[k];
            int i = first[k];
            int j = second[k];
            constant += angle;
            out.linear[i] -= 2 * angle;
            if (j >= 0) {
                out.linear[j] -= 2 * angle;
                out.coupling[i * size + j] += 4 * angle;
                out.coupling[j * size + i] += 4 * angle;
            }
        }
        return constant;
    }

    /** out_k = factor·coefficient_k·(moment of the spins of term k). Overwritten. */
    void derivatives(SpinMoments moments, double factor, double[] out) {
        for (int k = 0; k < first.length; k++) {
            double moment = second[k] < 0 ? moments.single(first[k]) : moments.pair(first[k], second[k]);
            out[k] = factor * coefficient[k] * moment;
        }
    }
}
