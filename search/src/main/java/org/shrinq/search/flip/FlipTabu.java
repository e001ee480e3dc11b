package org.shrinq.search.flip;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.shrinq.search.SearchControl;

/**
 * One-flip tabu search on a gain array (Glover, Lü, Hao 2010; Palubeckis 2004): flips the variable of least change that
 * is not tabu, or a tabu one that leads below the best known; a flipped variable waits min(20, n/4) + n/100 moves and
 * at random up to nine more, up to n/4 more in a small problem. A move is one iteration, O(n + degree). Ties go to the
 * first after a place drawn anew for each move. One thread.
 */
public final class FlipTabu {
    private final FlipState state;
    private final long[] waitUntil;
    private final byte[] runBest;
    private final double tolerance;

    /**
     * Over a state that {@link #run} changes.
     *
     * @param tolerance a smaller gain is none
     */
    public FlipTabu(FlipState state, double tolerance) {
        this.state = state;
        this.tolerance = tolerance;
        waitUntil = new long[state.n];
        runBest = new byte[state.n];
    }

    /**
     * Searches until so many moves in a row brought no better string, and leaves the state at the best string of this
     * run.
     *
     * @param best cost below which a tabu move is taken
     */
    public void run(double best, long patience, SplittableRandom random, SearchControl control) {
        FlipState s = state;
        int n = s.n;
        double[] turn = s.turn;
        double[] field = s.field;
        Arrays.fill(waitUntil, 0);
        System.arraycopy(s.x, 0, runBest, 0, n);
        double least = s.cost();
        boolean moved = false;
        long clock = 0;
        long lastGain = 0;
        while (clock - lastGain < patience && control.next()) {
            clock++;
            s.countVisits(n);
            double aspiration = Math.min(best, least) - s.cost() - tolerance;
            int from = random.nextInt(n);
            int chosen = -1;
            double change = Double.POSITIVE_INFINITY;
            for (int part = 0; part < 2; part++) {
                int end = part == 0 ? n : from;
                for (int i = part == 0 ? from : 0; i < end; i++) {
                    double d = turn[i] * field[i];
                    if (d < change && (waitUntil[i] <= clock || d < aspiration)) {
                        change = d;
                        chosen = i;
                    }
                }
            }
            if (chosen < 0) {
                continue;
            }
            s.flip(chosen);
            waitUntil[chosen] = clock + Math.min(20, n / 4) + n / 100 + random.nextInt(Math.min(10, 1 + n / 4));
            if (s.cost() < least - tolerance) {
                least = s.cost();
                lastGain = clock;
                moved = true;
            } else if (moved) {
                // the string before this move was the best: keep it once per climb
                moved = false;
                System.arraycopy(s.x, 0, runBest, 0, n);
                runBest[chosen] ^= 1;
            }
        }
        if (!moved) {
            s.load(runBest);
        }
    }
}
