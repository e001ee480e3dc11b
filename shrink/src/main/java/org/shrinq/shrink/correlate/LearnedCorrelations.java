package org.shrinq.shrink.correlate;

import java.util.OptionalDouble;
import org.shrinq.shrink.contract.Step;

/** What a {@link StepModel} made of evidences, with the evidences for the next call. */
record LearnedCorrelations(SparseCorrelations values, Evidences evidences) implements ValuesWithMemory {
    @Override
    public void carry(Step step) {
        values.carry(step);
        evidences.carry(step);
    }

    @Override
    public OptionalDouble lowerBound() {
        return evidences.lowerBound();
    }

    @Override
    public OptionalDouble operations() {
        return evidences.operations();
    }
}
