package org.shrinq.search.flip;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The moves of one-flip tabu search (Glover, Lü, Hao 2010): a flipped variable waits until a time that the search gives, and is
 * flipped before it only where that leads below the best known. How long they wait, and when the search ends, is the
 * search's own. A choice costs O(n), a flip what {@link FlipState#flip} does. One thread.
 */
public final class TabuFlips {
    private final FlipState state;
    private final long[] freeAt;

    /** Over a state that {@link #flip} changes. */
    public TabuFlips(FlipState state) {
        this.state = state;
        freeAt = new long[state.size()];
    }

    /** Lets no variable wait. */
    public void clear() {
        Arrays.fill(freeAt, 0);
    }

    /**
     * The free variable of least change, ties at random.
     *
     * @param clock the time, from 1
     * @param aspiration a waiting variable is free too where its change is below this
     * @return −1 when all wait
     */
    public int choose(long clock, double aspiration, SplittableRandom random) {
        double[] delta = state.delta;
        int chosen = -1;
        int ties = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < delta.length; i++) {
            double d = delta[i];
            if (d <= least && (freeAt[i] <= clock || d < aspiration)) {
                if (d < least) {
                    least = d;
                    chosen = i;
                    ties = 1;
                } else if (random.nextInt(++ties) == 0) {
                    chosen = i;
                }
            }
        }
        return chosen;
    }

    /** Flips a variable and lets it wait until a time. */
    public void flip(int variable, long until) {
        state.flip(variable);
        freeAt[variable] = until;
    }
}
