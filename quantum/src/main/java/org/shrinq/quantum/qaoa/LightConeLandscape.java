package org.shrinq.quantum.qaoa;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.shrinq.quantum.InsufficientMemoryException;
import org.shrinq.quantum.QuantumTask;
import org.shrinq.quantum.lightcone.ConeLimits;
import org.shrinq.quantum.lightcone.ConeTooLargeException;
import org.shrinq.quantum.lightcone.LightConeQaoa;
import org.shrinq.qubo.Ising;

/** The exact energy from light cones; those of each depth are cut out when it is first asked for. */
final class LightConeLandscape implements Landscape {
    private final QuantumTask task;
    private final Ising ising;
    private final double scale;
    private final Map<Integer, LightConeQaoa> byLayers = new HashMap<>();

    LightConeLandscape(QuantumTask task, Ising ising) {
        this.task = task;
        this.ising = ising;
        scale = ising.maxAbsCoefficient() > 0 ? ising.maxAbsCoefficient() : 1;
    }

    /**
     * The cones of that depth; empty when the deadline struck.
     *
     * @throws org.shrinq.quantum.lightcone.ConeTooLargeException when one is too large
     */
    Optional<LightConeQaoa> cones(int layers) {
        if (!byLayers.containsKey(layers)) {
            ConeLimits limits = ConeLimits.DEFAULTS.withRadius(task.options().coneRadius());
            LightConeQaoa.of(ising, layers, limits, task.options().threads(), task.deadline())
                    .ifPresent(c -> byLayers.put(layers, c));
        }
        return Optional.ofNullable(byLayers.get(layers));
    }

    /** False when a cone of that depth is too large, for its limits or the heap, or the deadline has struck. */
    boolean fit(int layers) {
        try {
            return cones(layers).isPresent();
        } catch (ConeTooLargeException | InsufficientMemoryException tooLarge) {
            return false;
        }
    }

    @Override
    public double scale() {
        return scale;
    }

    @Override
    public double value(double[] gamma, double[] beta, int evaluation, BooleanSupplier stop) {
        return cones(gamma.length).map(c -> c.energy(gamma, beta, stop)).orElse(Double.NaN);
    }

    @Override
    public double gradient(double[] gamma, double[] beta, double[] dGamma, double[] dBeta, BooleanSupplier stop) {
        return cones(gamma.length)
                .map(c -> c.gradient(gamma, beta, dGamma, dBeta, stop))
                .orElse(Double.NaN);
    }
}
