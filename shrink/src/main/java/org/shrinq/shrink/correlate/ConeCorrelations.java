package org.shrinq.shrink.correlate;

/** Correlations of a circuit of several layers together with its angles, from which the next call starts. */
final class ConeCorrelations implements ValuesWithMemory {
    private final SparseCorrelations values;
    private final double[] angles;
    private final double scale;

    /**
     * @param angles γ_1 … γ_p, β_1 … β_p; kept
     * @param scale the circuit applies exp(−iγH/scale)
     */
    ConeCorrelations(SparseCorrelations values, double[] angles, double scale) {
        this.values = values;
        this.angles = angles;
        this.scale = scale;
    }

    /** The angles of the same circuit with another scale; a fresh array. */
    double[] angles(double otherScale) {
        double[] x = angles.clone();
        for (int l = 0; l < x.length / 2; l++) {
            x[l] *= otherScale / scale;
        }
        return x;
    }

    @Override
    public SparseCorrelations values() {
        return values;
    }
}
