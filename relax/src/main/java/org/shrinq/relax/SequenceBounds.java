package org.shrinq.relax;

import org.shrinq.qubo.problem.LowAutocorrelation;

/**
 * What parities say of the energy of a binary sequence ({@link LowAutocorrelation#leastEnergy}); bounds of its
 * quadratic encoding say nothing.
 */
final class SequenceBounds implements BoundFamily<LowAutocorrelation> {
    @Override
    public Class<LowAutocorrelation> type() {
        return LowAutocorrelation.class;
    }

    @Override
    public double trivial(LowAutocorrelation problem) {
        return problem.leastEnergy();
    }

    @Override
    public void bound(LowAutocorrelation problem, BoundList bounds) {}
}
