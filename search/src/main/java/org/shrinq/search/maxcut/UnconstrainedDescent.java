package org.shrinq.search.maxcut;

import org.shrinq.qubo.problem.Problem;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.search.FlipDescent;
import org.shrinq.search.FlipLog;
import org.shrinq.search.Reason;
import org.shrinq.search.flip.FlipState;

/**
 * Without constraints every x is feasible: steepest one-flip descent on the model's objective, O(degree + n) a flip.
 */
public final class UnconstrainedDescent implements FlipDescent {
    private final FlipState gains;

    public UnconstrainedDescent(Problem problem) {
        this(FlipState.of(problem.model().objective(), problem.sense()));
    }

    private UnconstrainedDescent(FlipState gains) {
        this.gains = gains;
    }

    @Override
    public void run(byte[] x, Deadline deadline, FlipLog log) {
        gains.load(x);
        while (!deadline.expired()) {
            int best = -1;
            double bestDelta = -gains.tolerance();
            for (int i = 0; i < x.length; i++) {
                if (gains.delta(i) < bestDelta) {
                    bestDelta = gains.delta(i);
                    best = i;
                }
            }
            if (best < 0) {
                return;
            }
            log.set(best, Reason.FLIP, best, -bestDelta);
            gains.flip(best);
            x[best] = gains.x[best];
        }
    }

    @Override
    public FlipDescent fork() {
        return new UnconstrainedDescent(gains.fork());
    }
}
