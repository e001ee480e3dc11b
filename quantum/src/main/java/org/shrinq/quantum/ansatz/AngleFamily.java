package org.shrinq.quantum.ansatz;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.shrinq.quantum.ParameterSet;
import org.shrinq.quantum.QuantumOptions;
import org.shrinq.quantum.circuit.Circuit;

/** A family with QAOA angles: parameters γ_0 … γ_{p−1}, β_0 … β_{p−1}. */
record AngleFamily(DiagonalModel model, QuantumOptions options, Optional<Circuit> parametric, double... slopes)
        implements DiagonalMethod.Family {
    @Override
    public List<double[]> starts(SplittableRandom random) {
        return Starts.angles(options, random, slopes);
    }

    @Override
    public ParameterSet named(double[] theta) {
        int p = options.layers();
        return ParameterSet.angles(Arrays.copyOf(theta, p), Arrays.copyOfRange(theta, p, 2 * p));
    }

    /** The inverse of {@link #named}. */
    static double[] angles(ParameterSet parameters, int layers) {
        double[] gamma = parameters.get(ParameterSet.GAMMA);
        double[] beta = parameters.get(ParameterSet.BETA);
        if (gamma.length != layers || beta.length != layers) {
            throw new IllegalArgumentException(
                    "expected " + layers + " angles each, found " + gamma.length + " and " + beta.length);
        }
        double[] theta = Arrays.copyOf(gamma, 2 * layers);
        System.arraycopy(beta, 0, theta, layers, layers);
        return theta;
    }

    @Override
    public Optional<Circuit> circuit(double[] theta) {
        return parametric.map(c -> c.bind(theta));
    }
}
