package org.shrinq.solver.session;

import java.util.List;
import java.util.Optional;
import org.shrinq.shrink.Elimination;
import org.shrinq.shrink.Shrunk;
import org.shrinq.shrink.correlate.TrainedQaoa;

/**
 * Where a session is.
 *
 * @param shrunk what is left of the problem, with the log of all steps so far
 * @param waiting the circuit whose counts are wanted next; empty when nothing is left
 * @param taken the circuits whose counts were taken, in order
 */
public record SessionState(Shrunk shrunk, Optional<TrainedQaoa> waiting, List<Taken> taken) {
    public SessionState {
        taken = List.copyOf(taken);
    }

    /**
     * A circuit and what followed from its counts.
     *
     * @param shrunk the small problem of the circuit
     * @param shots how often it was measured
     * @param steps what was merged and fixed after it
     */
    public record Taken(Shrunk shrunk, long shots, List<Used> steps) {
        public Taken {
            steps = List.copyOf(steps);
        }
    }

    /**
     * A step.
     *
     * @param elimination with the measured correlation where it went by one
     * @param simulated the correlation without noise; NaN where the step went by another rule
     */
    public record Used(Elimination elimination, double simulated) {}

    public boolean isFinished() {
        return waiting.isEmpty();
    }
}
