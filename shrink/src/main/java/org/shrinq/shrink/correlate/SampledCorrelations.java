package org.shrinq.shrink.correlate;

import java.util.List;
import org.shrinq.shrink.contract.Step;
import org.shrinq.shrink.correlate.CorrelationTask.PoolState;

/** Averages over states together with the states, from which the next call starts. */
final class SampledCorrelations implements Correlations {
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
    public int size() {
        return values.size();
    }

    @Override
    public double single(int i) {
        return values.single(i);
    }

    @Override
    public double pair(int i, int j) {
        return values.pair(i, j);
    }

    @Override
    public void carry(Step step) {
        values.carry(step);
    }
}
