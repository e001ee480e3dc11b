package org.shrinq.shrink.correlate;

import org.shrinq.shrink.contract.Step;

/** Correlations of a circuit together with its cost angle, from which the next call may start. */
final class AngledCorrelations implements Correlations {
    private final SparseCorrelations values;
    private final double gamma;

    /**
     * @param gamma cost angle γ in units of the form itself: the circuit applies exp(−iγH)
     */
    AngledCorrelations(SparseCorrelations values, double gamma) {
        this.values = values;
        this.gamma = gamma;
    }

    double gamma() {
        return gamma;
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
