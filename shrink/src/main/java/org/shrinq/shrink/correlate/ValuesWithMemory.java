package org.shrinq.shrink.correlate;

import org.shrinq.shrink.contract.Step;

/** Sparse correlations together with what the next call of their source starts from. */
interface ValuesWithMemory extends Correlations {
    /** The correlations themselves; {@link #carry} changes them. */
    SparseCorrelations values();

    @Override
    default int size() {
        return values().size();
    }

    @Override
    default double single(int i) {
        return values().single(i);
    }

    @Override
    default double pair(int i, int j) {
        return values().pair(i, j);
    }

    @Override
    default void carry(Step step) {
        values().carry(step);
    }
}
