package org.shrinq.search.sequence;

import java.util.Arrays;

/**
 * A binary sequence with all of its autocorrelations C_k, so that the energy after a flip is known in O(n) from
 *
 * <pre>C_k → C_k − 2 s_i (s_{i−k} + s_{i+k}),</pre>
 *
 * elements beyond the ends counting 0. Gallardo, Cotta and Fernández (Applied Soft Computing 9, 2009) keep a table of
 * the products too; with both neighbours in arrays that are read forwards it is not needed, and the loops are vectors.
 * One thread.
 */
public final class SequenceState {
    private final int n;
    /** C_k; entry 0 stays 0. */
    private final int[] correlation;
    /** s from n on, with zeros before and behind. */
    private final int[] forward;
    /** The reversed sequence, in the same way. */
    private final int[] backward;

    private int energy;

    /** The sequence of n ones: x = 0. */
    public SequenceState(int n) {
        this.n = n;
        correlation = new int[n];
        forward = new int[3 * n];
        backward = new int[3 * n];
        load(new byte[n]);
    }

    /** Moves to the sequence s = 1 − 2x; O(n²). Not modified. */
    public void load(byte[] x) {
        for (int i = 0; i < n; i++) {
            forward[n + i] = 1 - 2 * x[i];
            backward[2 * n - 1 - i] = 1 - 2 * x[i];
        }
        Arrays.fill(correlation, 0);
        energy = 0;
        for (int k = 1; k < n; k++) {
            int sum = 0;
            for (int i = n; i < 2 * n - k; i++) {
                sum += forward[i] * forward[i + k];
            }
            correlation[k] = sum;
            energy += sum * sum;
        }
    }

    public int size() {
        return n;
    }

    /** E = Σ C_k². */
    public int energy() {
        return energy;
    }

    /** x_i. */
    public byte value(int i) {
        return (byte) (forward[n + i] > 0 ? 0 : 1);
    }

    /** Writes x; {@code x} is overwritten. */
    public void store(byte[] x) {
        for (int i = 0; i < n; i++) {
            x[i] = value(i);
        }
    }

    /** The energy after flipping element i; O(n). */
    public int flipped(int i) {
        int twice = 2 * forward[n + i];
        int ahead = n + i;
        int behind = 2 * n - 1 - i;
        int sum = 0;
        for (int k = 1; k < n; k++) {
            int c = correlation[k] - twice * (backward[behind + k] + forward[ahead + k]);
            sum += c * c;
        }
        return sum;
    }

    /** The energy after flipping elements i &lt; j; O(n). */
    public int flipped(int i, int j) {
        int twiceI = 2 * forward[n + i];
        int twiceJ = 2 * forward[n + j];
        int sum = 0;
        for (int k = 1; k < n; k++) {
            int c = correlation[k]
                    - twiceI * (backward[2 * n - 1 - i + k] + forward[n + i + k])
                    - twiceJ * (backward[2 * n - 1 - j + k] + forward[n + j + k]);
            sum += c * c;
        }
        // the product of the two is what it was
        int apart = j - i;
        int wrong = correlation[apart]
                - twiceI * (backward[2 * n - 1 - i + apart] + forward[n + i + apart])
                - twiceJ * (backward[2 * n - 1 - j + apart] + forward[n + j + apart]);
        int right = wrong + 2 * twiceI * forward[n + j];
        return sum - wrong * wrong + right * right;
    }

    /** Flips element i; O(n). */
    public void flip(int i) {
        int twice = 2 * forward[n + i];
        int sum = 0;
        for (int k = 1; k < n; k++) {
            int c = correlation[k] - twice * (backward[2 * n - 1 - i + k] + forward[n + i + k]);
            correlation[k] = c;
            sum += c * c;
        }
        energy = sum;
        forward[n + i] = -forward[n + i];
        backward[2 * n - 1 - i] = -backward[2 * n - 1 - i];
    }
}
