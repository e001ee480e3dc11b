package org.shrinq.shrink.correlate;

import java.util.List;
import org.shrinq.shrink.correlate.CorrelationTask.PoolState;

/** Averages over states together with the states, from which the next call starts. */
final class SampledCorrelations implements ValuesWithMemory {
    private final SparseCorrelations values;
    private final List<PoolState> states;

    SampledCorrelations(SparseCorrelations values, List<PoolState> states) {
        this.values = values;
        this.states = List.copyOf(states);
    }

    /** The states as they were sampled; steps taken since are not applied to them. */
    @Override
    public List<PoolState> states() {
        return states;
    }

    @Override
    public SparseCorrelations values() {
        return values;
    }
}
