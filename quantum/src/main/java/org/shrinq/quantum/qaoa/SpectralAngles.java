package org.shrinq.quantum.qaoa;

import org.shrinq.quantum.train.TrainingFunction;

/**
 * A QAOA objective in FOURIER form (Zhou et al. 2020): γ_l = Σ_k u_k sin((k+½)(l+½)π/p), β_l = Σ_k v_k
 * cos((k+½)(l+½)π/p), k, l = 0 … p − 1. Parameters u_0 … u_{p−1}, v_0 … v_{p−1}.
 */
final class SpectralAngles implements TrainingFunction {
    private final TrainingFunction angles;
    private final int layers;
    private final double[] point;
    private final double[] slope;

    SpectralAngles(TrainingFunction angles) {
        this.angles = angles;
        layers = angles.dimension() / 2;
        point = new double[2 * layers];
        slope = new double[2 * layers];
    }

    /** The amplitudes for one more layer: a zero appended to each half. */
    static double[] extended(double[] amplitudes) {
        int p = amplitudes.length / 2;
        double[] next = new double[2 * p + 2];
        System.arraycopy(amplitudes, 0, next, 0, p);
        System.arraycopy(amplitudes, p, next, p + 1, p);
        return next;
    }

    /** The amplitudes of one layer's angles: u = √2·γ, v = √2·β. */
    static double[] ofOneLayer(double[] angles) {
        return new double[] {angles[0] * Math.sqrt(2), angles[1] * Math.sqrt(2)};
    }

    private double phase(int k, int l) {
        return (k + 0.5) * (l + 0.5) * Math.PI / layers;
    }

    /** The angles of these amplitudes. */
    double[] angles(double[] amplitudes) {
        double[] out = new double[2 * layers];
        for (int l = 0; l < layers; l++) {
            for (int k = 0; k < layers; k++) {
                out[l] += amplitudes[k] * Math.sin(phase(k, l));
                out[layers + l] += amplitudes[layers + k] * Math.cos(phase(k, l));
            }
        }
        return out;
    }

    @Override
    public int dimension() {
        return 2 * layers;
    }

    @Override
    public double unit() {
        return angles.unit();
    }

    @Override
    public double value(double[] x) {
        return angles.value(angles(x));
    }

    @Override
    public double valueAndGradient(double[] x, double[] gradient) {
        System.arraycopy(angles(x), 0, point, 0, point.length);
        double value = angles.valueAndGradient(point, slope);
        for (int k = 0; k < layers; k++) {
            gradient[k] = 0;
            gradient[layers + k] = 0;
            for (int l = 0; l < layers; l++) {
                gradient[k] += slope[l] * Math.sin(phase(k, l));
                gradient[layers + k] += slope[layers + l] * Math.cos(phase(k, l));
            }
        }
        return value;
    }
}
