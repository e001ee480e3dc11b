package org.shrinq.shrink.correlate;

/** Correlations of a circuit together with its cost angle, from which the next call may start. */
final class AngledCorrelations implements ValuesWithMemory {
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
    public SparseCorrelations values() {
        return values;
    }
}
