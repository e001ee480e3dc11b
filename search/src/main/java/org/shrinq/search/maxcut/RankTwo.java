package org.shrinq.search.maxcut;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.shrinq.search.flip.CouplingRows;
import org.shrinq.search.flip.FlipState;

/**
 * Rank-two relaxation with rounding (Burer, Monteiro, Zhang 2002): every spin becomes an angle, Σ h_i cos θ_i + Σ J_ij
 * cos(θ_i − θ_j) is lowered by exact steps in one angle at a time, and of the strings that the half-planes through the
 * origin cut off the best is taken, each differing from the next by one flip. From a string the angles start at 0 and π
 * with noise. A sweep is O(n + couplings), a rounding O(n log n + couplings). One thread.
 */
final class RankTwo {
    private final FlipState state;
    private final CouplingRows rows;
    private final double[] h;
    private final double[] cos;
    private final double[] sin;

    RankTwo(FlipState state, CouplingRows rows) {
        this.state = state;
        this.rows = rows;
        h = new double[state.n];
        cos = new double[state.n];
        sin = new double[state.n];
        for (int i = 0; i < state.n; i++) {
            double sum = 2 * rows.linear(i);
            for (int e = rows.rowStart(i); e < rows.rowStart(i + 1); e++) {
                sum += rows.entry(i, e);
            }
            h[i] = -sum / 4;
        }
    }

    /** Independent uniform angles. */
    void scatter(SplittableRandom random) {
        for (int i = 0; i < state.n; i++) {
            set(i, 2 * Math.PI * random.nextDouble());
        }
    }

    /** The angles of the string of the state, 0 for x = 0 and π for x = 1, each turned by up to ± the given angle. */
    void near(double angle, SplittableRandom random) {
        for (int i = 0; i < state.n; i++) {
            set(i, Math.PI * state.x[i] + angle * (2 * random.nextDouble() - 1));
        }
    }

    private void set(int i, double angle) {
        cos[i] = Math.cos(angle);
        sin[i] = Math.sin(angle);
    }

    /** In (−π, π]. */
    double angle(int i) {
        return Math.atan2(sin[i], cos[i]);
    }

    /** The energy of the angles, without its constant. */
    double energy() {
        double energy = 0;
        for (int i = 0; i < state.n; i++) {
            energy += h[i] * cos[i];
            for (int e = rows.rowStart(i); e < rows.rowStart(i + 1); e++) {
                int j = rows.neighbor(e);
                energy += rows.entry(i, e) / 8 * (cos[i] * cos[j] + sin[i] * sin[j]);
            }
        }
        return energy;
    }

    /** Turns every angle in index order to where the energy is least, the others as they are. */
    void sweep() {
        for (int i = 0; i < state.n; i++) {
            double x = h[i];
            double y = 0;
            for (int e = rows.rowStart(i); e < rows.rowStart(i + 1); e++) {
                int j = rows.neighbor(e);
                double c = rows.entry(i, e) / 4;
                x += c * cos[j];
                y += c * sin[j];
            }
            double length = Math.sqrt(x * x + y * y);
            if (length > 0) {
                cos[i] = -x / length;
                sin[i] = -y / length;
            }
        }
        state.countVisits(state.n + rows.entries());
    }

    /** Moves the state to the best string that a half-plane cuts off. */
    void round() {
        int n = state.n;
        // an angle and its index in one number to sort: angles modulo π, the order in which a turning line meets them
        long[] order = new long[n];
        byte[] x = new byte[n];
        for (int i = 0; i < n; i++) {
            double angle = angle(i);
            x[i] = (byte) (angle < 0 ? 1 : 0);
            double turned = angle < 0 ? angle + Math.PI : angle;
            order[i] = (long) (turned / Math.PI * (1L << 31)) << 31 | i;
        }
        Arrays.sort(order);
        state.load(x);
        double least = state.cost();
        int best = -1;
        boolean complemented = false;
        // after n flips the line has turned by π: all are complemented, and another n flips lead back
        for (int turn = 0; turn < 2; turn++) {
            for (int k = 0; k < n; k++) {
                state.flip((int) (order[k] & Integer.MAX_VALUE));
                if (state.cost() < least) {
                    least = state.cost();
                    best = k;
                    complemented = turn == 1;
                }
            }
        }
        state.load(x);
        if (best >= 0) {
            for (int k = 0; k < (complemented ? n + best + 1 : best + 1); k++) {
                state.flip((int) (order[k % n] & Integer.MAX_VALUE));
            }
        }
    }
}
