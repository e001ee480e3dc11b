package org.shrinq.search.model;

import java.util.SplittableRandom;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.search.FlipLog;
import org.shrinq.search.Reason;
import org.shrinq.search.flip.FlipState;

/**
 * Descent on the objective of a general model by single flips and pairs of flips that keep feasibility, variable after
 * variable from a random one. A pass costs O(n²) and the rows of every pair. One thread.
 */
public final class ModelDescent {
    private final ModelState state;
    private final FlipState gains;

    /** Over a state and gains that are overwritten. */
    public ModelDescent(ModelState state, FlipState gains) {
        this.state = state;
        this.gains = gains;
    }

    /** Descends from a feasible x (modified), which stays feasible. */
    public void run(byte[] x, SplittableRandom random, Deadline deadline, FlipLog log) {
        state.load(x);
        gains.load(x);
        int n = x.length;
        int idle = 0;
        for (int v = n == 0 ? 0 : random.nextInt(n); idle < n && !deadline.expired(); v = v + 1 == n ? 0 : v + 1) {
            idle = improveAt(v, log) ? 0 : idle + 1;
        }
        System.arraycopy(state.x, 0, x, 0, n);
    }

    /** Flips v alone, or with the best partner that makes up for the rows that v breaks, when the objective gains. */
    private boolean improveAt(int v, FlipLog log) {
        double single = gains.delta(v);
        if (single < -gains.tolerance() && state.keepsFeasible(v)) {
            log.set(v, Reason.FLIP, v, -single);
            flip(v);
            return true;
        }
        state.flip(v);
        int broken = state.violatedCount();
        int partner = -1;
        double best = -gains.tolerance();
        for (int u = 0; u < state.x.length; u++) {
            if (u == v) {
                continue;
            }
            double change = gains.pair(v, u);
            if (change < best && state.violatedChange(u) == -broken) {
                best = change;
                partner = u;
            }
        }
        state.flip(v);
        if (partner < 0) {
            return false;
        }
        log.set(v, Reason.EXCHANGE, v, -best);
        log.set(partner, Reason.EXCHANGE, partner, -best);
        flip(v);
        flip(partner);
        return true;
    }

    private void flip(int v) {
        gains.flip(v);
        state.flip(v);
    }
}
