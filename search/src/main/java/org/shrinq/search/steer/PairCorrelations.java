package org.shrinq.search.steer;

import java.util.Arrays;
import org.shrinq.qubo.Ising;

/**
 * How strongly spins z = 1 − 2x are expected to agree in good strings: X_0i with a spin that is always +1, and X_ij on
 * some pairs, all in [−1, 1]. Pairs that are not listed have 0. Immutable.
 */
public final class PairCorrelations {
    private final double[] single;
    private final int[] start;
    private final int[] column;
    private final double[] value;

    private PairCorrelations(double[] single, int[] start, int[] column, double[] value) {
        this.single = single;
        this.start = start;
        this.column = column;
        this.value = value;
    }

    /**
     * Correlations on listed pairs.
     *
     * @param single X_0i per variable; not modified, as all arrays
     * @param is one variable of each pair
     * @param js the other
     * @param pair X_ij
     * @throws IllegalArgumentException for numbers outside [−1, 1], a pair of a variable with itself or of one that
     *     does not exist
     */
    public static PairCorrelations of(double[] single, int[] is, int[] js, double[] pair) {
        int n = single.length;
        int[] start = new int[n + 1];
        for (int k = 0; k < pair.length; k++) {
            if (is[k] == js[k] || Math.min(is[k], js[k]) < 0 || Math.max(is[k], js[k]) >= n) {
                throw new IllegalArgumentException(
                        "pair " + is[k] + ", " + js[k] + " of " + n + " variables, expected two different ones");
            }
            require(pair[k], "X of the pair " + is[k] + ", " + js[k]);
            start[is[k] + 1]++;
            start[js[k] + 1]++;
        }
        for (int i = 0; i < n; i++) {
            require(single[i], "X of variable " + i);
            start[i + 1] += start[i];
        }
        int[] next = Arrays.copyOf(start, n);
        int[] column = new int[2 * pair.length];
        double[] value = new double[2 * pair.length];
        for (int k = 0; k < pair.length; k++) {
            column[next[is[k]]] = js[k];
            value[next[is[k]]++] = pair[k];
            column[next[js[k]]] = is[k];
            value[next[js[k]]++] = pair[k];
        }
        return new PairCorrelations(single.clone(), start, column, value);
    }

    private static void require(double x, String name) {
        if (!(x >= -1 && x <= 1)) {
            throw new IllegalArgumentException(name + " is " + x + ", expected −1 to 1");
        }
    }

    /** Number of variables. */
    public int size() {
        return single.length;
    }

    /** Entries of row i are e = {@code rowStart(i)} … {@code rowStart(i + 1) − 1}. */
    int rowStart(int i) {
        return start[i];
    }

    int neighbor(int e) {
        return column[e];
    }

    double entry(int e) {
        return value[e];
    }

    /** The mean over all variables of Σ_j |X_ij|. */
    double meanRow() {
        return Arrays.stream(value).map(Math::abs).sum() / Math.max(1, size());
    }

    /**
     * The form whose couplings are the correlations: −Σ X_0i z_i − Σ X_ij z_i z_j, minimal where all spins stand as
     * expected.
     */
    public Ising preconditioned() {
        Ising.Builder b = Ising.builder(size());
        for (int i = 0; i < size(); i++) {
            b.addField(i, -single[i]);
            for (int e = start[i]; e < start[i + 1]; e++) {
                if (column[e] > i) {
                    b.add(i, column[e], -value[e]);
                }
            }
        }
        return b.build();
    }
}
