package org.shrinq.shrink.correlate;

import org.shrinq.qubo.run.Deadline;
import org.shrinq.qubo.run.RandomStreams;

/**
 * Answers a {@link CorrelationTask}. Implementations are immutable: a warm start comes with the task, randomness with the
 * call.
 */
public interface CorrelationSource {
    /** The name in reports, such as "sdp". */
    String id();

    /**
     * Correlations of the task's spins; the best so far when the deadline expires.
     *
     * @param random this call's own node
     */
    Correlations correlate(CorrelationTask task, RandomStreams random, Deadline deadline);

    /** Independent uniform numbers in [−1, 1]: the control for what correlations are worth. */
    static CorrelationSource random() {
        return new RandomSource();
    }
}
