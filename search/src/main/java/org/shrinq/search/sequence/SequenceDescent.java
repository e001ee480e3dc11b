package org.shrinq.search.sequence;

import org.shrinq.qubo.problem.LowAutocorrelation;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.search.FlipDescent;
import org.shrinq.search.FlipLog;
import org.shrinq.search.Reason;

/** Steepest descent on the energy of a sequence by flips, O(n²) a step. One thread. */
public final class SequenceDescent implements FlipDescent {
    private final SequenceState state;

    public SequenceDescent(LowAutocorrelation problem) {
        this(problem.length());
    }

    private SequenceDescent(int length) {
        state = new SequenceState(length);
    }

    @Override
    public SequenceDescent fork() {
        return new SequenceDescent(state.size());
    }

    @Override
    public void run(byte[] x, Deadline deadline, FlipLog log) {
        state.load(x);
        while (!deadline.expired()) {
            int best = -1;
            int least = state.energy();
            for (int i = 0; i < x.length; i++) {
                int energy = state.flipped(i);
                if (energy < least) {
                    least = energy;
                    best = i;
                }
            }
            if (best < 0) {
                return;
            }
            log.set(best, Reason.FLIP, best, (double) state.energy() - least);
            state.flip(best);
            x[best] = state.value(best);
        }
    }
}
