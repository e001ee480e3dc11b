package org.shrinq.quantum.ansatz;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.shrinq.quantum.InitialAngles;
import org.shrinq.quantum.QuantumOptions;

/** Where trainings start. */
final class Starts {
    private Starts() {}

    /**
     * Angles γ_0 … γ_{p−1}, β_0 … β_{p−1}: linear ramps, γ from 0 up and −β down to 0, of the given total slopes; for
     * {@link InitialAngles#RANDOM} as many uniformly random starts. The other kinds of start are the plain QAOA's and
     * mean the ramp here. γ and β have opposite signs since the initial state is the highest eigenstate of the mixer.
     */
    static List<double[]> angles(QuantumOptions options, SplittableRandom random, double... slopes) {
        int p = options.layers();
        List<double[]> starts = new ArrayList<>();
        for (double slope : slopes) {
            double[] angles = new double[2 * p];
            for (int l = 0; l < p; l++) {
                double t = (l + 0.5) / p;
                boolean ramp = options.init() != InitialAngles.RANDOM;
                angles[l] = ramp ? slope * t : random.nextDouble(0, 2);
                angles[p + l] = ramp ? -slope * (1 - t) : random.nextDouble(-Math.PI / 2, 0);
            }
            starts.add(angles);
        }
        return starts;
    }

    /** {@code count} vectors of independent normal numbers of that deviation. */
    static List<double[]> normal(int count, int parameters, double deviation, SplittableRandom random) {
        List<double[]> starts = new ArrayList<>();
        for (int s = 0; s < count; s++) {
            double[] x = new double[parameters];
            for (int k = 0; k < parameters; k++) {
                x[k] = deviation * random.nextGaussian();
            }
            starts.add(x);
        }
        return starts;
    }
}
