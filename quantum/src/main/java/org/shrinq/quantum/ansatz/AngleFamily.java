package org.shrinq.quantum.ansatz;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.shrinq.quantum.ParameterSet;
import org.shrinq.quantum.QuantumOptions;
import org.shrinq.quantum.circuit.Circuit;

/** A family with QAOA angles: parameters γ_0 … γ_{p−1}, β_0 … β_{p−1}. */
final class AngleFamily implements DiagonalMethod.Family {
    private final Supplier<DiagonalModel> model;
    private final QuantumOptions options;
    private final Optional<Circuit> parametric;
    private final double[] slopes;

    /** @param slopes total slopes of the ramps from which the training starts, in the order of trial */
    AngleFamily(Supplier<DiagonalModel> model, QuantumOptions options, Optional<Circuit> parametric, double... slopes) {
        this.model = model;
        this.options = options;
        this.parametric = parametric;
        this.slopes = slopes;
    }

    @Override
    public DiagonalModel model() {
        return model.get();
    }

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
    public boolean hasCircuit() {
        return parametric.isPresent();
    }

    @Override
    public Circuit circuit(double[] theta) {
        return parametric.orElseThrow().bind(theta);
    }
}
