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

    /** The semidefinite relaxation: low-rank, warm-started. O(couplings·rank) a sweep. */
    static CorrelationSource sdp(SdpOptions options) {
        return new SdpSource(options);
    }

    /** The caller's pool of good solutions and 32 annealing reads of 100 sweeps. */
    static CorrelationSource samples() {
        return samples(32, 100);
    }

    /**
     * The caller's pool of good solutions and annealing samples.
     *
     * @param reads annealing reads per call, at least 1
     * @param sweeps sweeps per read
     */
    static CorrelationSource samples(int reads, int sweeps) {
        return new SamplesSource(reads, sweeps);
    }

    /** Independent uniform numbers in [−1, 1]: the control for what correlations are worth. */
    static CorrelationSource random() {
        return new RandomSource();
    }
}
