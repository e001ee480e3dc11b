package org.shrinq.search.steer;

import java.util.SplittableRandom;
import org.shrinq.search.flip.FlipState;

/**
 * Flips of several spins at once that correlations hold together (as Wolff 1989, with bonds that are given in place of
 * those of the temperature). From a spin drawn at random a cluster grows over pairs that stand as X_ij says, X_ij z_i
 * z_j &gt; 0, each with the probability p_ij = c·|X_ij|; its flip of energy δ is accepted with probability min(1,
 * e^(−δ/T) · Π(1 − p) over bonds at its rim that did not stand as expected / Π(1 − p) over those that did), so that at
 * a fixed temperature the strings have Boltzmann's distribution whatever the correlations are. c makes the mean Σ_j
 * p_ij at most one, below which clusters stay small: sources count by the pattern of what they say, not by its
 * loudness. A cluster of more than half of the variables is given up. One thread.
 */
public final class ClusterMoves {
    /** Σ_j p_ij in the mean. */
    private static final double BONDS = 1;

    private static final double MOST_CERTAIN = 0.95;

    private final FlipState state;
    private final PairCorrelations x;
    private final double factor;
    private final int[] cluster;
    private final int[] seen;
    private int stamp;

    /** Over a state that {@link #move} changes. */
    public ClusterMoves(FlipState state, PairCorrelations correlations) {
        if (state.n != correlations.size()) {
            throw new IllegalArgumentException(
                    "correlations of " + correlations.size() + " variables for a form of " + state.n);
        }
        this.state = state;
        x = correlations;
        double row = correlations.meanRow();
        factor = row > BONDS ? BONDS / row : 1;
        cluster = new int[state.n];
        seen = new int[state.n];
    }

    private double bond(int e) {
        return Math.min(MOST_CERTAIN, factor * Math.abs(x.entry(e)));
    }

    /** Whether the pair of entry e in row i stands as its correlation says. */
    private boolean isSatisfied(int i, int e) {
        return x.entry(e) * state.turn[i] * state.turn[x.neighbor(e)] > 0;
    }

    /**
     * Grows a cluster and flips it if that is accepted; O(rows of its spins), counted in {@link FlipState#work}.
     *
     * @param temperature above 0
     * @return spins flipped, 0 when not accepted
     */
    public int move(double temperature, SplittableRandom random) {
        int size = grow(random);
        if (2 * size > state.n && size > 1) {
            return 0;
        }
        double correction = rim(size);
        double before = state.cost();
        for (int k = 0; k < size; k++) {
            state.flip(cluster[k]);
        }
        double exponent = correction - (state.cost() - before) / temperature;
        if (exponent >= 0 || random.nextDouble() < Math.exp(exponent)) {
            return size;
        }
        for (int k = 0; k < size; k++) {
            state.flip(cluster[k]);
        }
        return 0;
    }

    /** Fills {@link #cluster}; members have the present stamp. */
    private int grow(SplittableRandom random) {
        stamp++;
        int size = 1;
        cluster[0] = random.nextInt(state.n);
        seen[cluster[0]] = stamp;
        for (int k = 0; k < size && 2 * size <= state.n + 1; k++) {
            int i = cluster[k];
            int end = x.rowStart(i + 1);
            state.countVisits((long) end - x.rowStart(i) + 1);
            for (int e = x.rowStart(i); e < end; e++) {
                int j = x.neighbor(e);
                if (seen[j] != stamp && isSatisfied(i, e) && random.nextDouble() < bond(e)) {
                    seen[j] = stamp;
                    cluster[size++] = j;
                }
            }
        }
        return size;
    }

    /** ln of the chance that the flipped cluster would have been grown, over that of this one. */
    private double rim(int size) {
        double sum = 0;
        for (int k = 0; k < size; k++) {
            int i = cluster[k];
            for (int e = x.rowStart(i); e < x.rowStart(i + 1); e++) {
                if (seen[x.neighbor(e)] != stamp) {
                    double missed = Math.log1p(-bond(e));
                    sum += x.entry(e) == 0 ? 0 : isSatisfied(i, e) ? -missed : missed;
                }
            }
        }
        return sum;
    }
}
