package org.shrinq.shrink.correlate;

import org.shrinq.quantum.KernelChoice;
import org.shrinq.quantum.ParameterSet;
import org.shrinq.quantum.Precision;
import org.shrinq.quantum.QuantumOptions;
import org.shrinq.quantum.QuantumTask;
import org.shrinq.quantum.circuit.Circuit;
import org.shrinq.quantum.circuit.QaoaCircuit;
import org.shrinq.quantum.qaoa.QaoaMethods;
import org.shrinq.quantum.statevector.Goal;
import org.shrinq.quantum.statevector.QaoaSimulator;
import org.shrinq.quantum.statevector.SpinMoments;
import org.shrinq.qubo.Ising;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.qubo.run.RandomStreams;
import org.shrinq.qubo.text.Brief;

/**
 * A QAOA circuit for a form, trained by simulation, whose correlations a device is to measure. Immutable.
 *
 * <p>Arrays are shared, not copied: read only.
 */
public final class TrainedQaoa {
    private static final int EVALUATIONS = 100;

    private final Ising ising;
    private final double[] gamma;
    private final double[] beta;
    private final SpinMoments simulated;

    private TrainedQaoa(Ising ising, double[] gamma, double[] beta, SpinMoments simulated) {
        this.ising = ising;
        this.gamma = gamma;
        this.beta = beta;
        this.simulated = simulated;
    }

    /**
     * Trains one for the mean energy.
     *
     * @param layers depth, at least 1
     * @throws IllegalArgumentException for more than {@value CorrelationSource#MAX_STATE_VECTOR_SPINS} spins
     */
    public static TrainedQaoa train(Ising ising, int layers, RandomStreams random, Deadline deadline) {
        QuantumOptions options = QuantumOptions.defaults()
                .withLayers(layers)
                .withMaxEvaluations(EVALUATIONS)
                .withShots(1)
                .withCandidates(1);
        if (ising.size() > CorrelationSource.MAX_STATE_VECTOR_SPINS) {
            throw new IllegalArgumentException("a circuit of " + ising.size() + " qubits cannot be trained, at most "
                    + CorrelationSource.MAX_STATE_VECTOR_SPINS);
        }
        ParameterSet angles = QaoaMethods.qaoa()
                .run(QuantumTask.of(ising.toQubo(), options, random).withDeadline(deadline))
                .parameters();
        return of(ising, angles.get(ParameterSet.GAMMA), angles.get(ParameterSet.BETA));
    }

    /**
     * One with given angles.
     *
     * @param gamma cost angles in units of 1 over the largest |coefficient|; kept
     * @param beta mixer angles; kept
     */
    public static TrainedQaoa of(Ising ising, double[] gamma, double[] beta) {
        try (QaoaSimulator circuit = QaoaSimulator.of(ising, Goal.energy(), Precision.DOUBLE, KernelChoice.PLAIN, 1)) {
            circuit.value(gamma, beta, () -> false);
            return new TrainedQaoa(ising, gamma, beta, circuit.moments());
        }
    }

    /** The circuit; qubit i is spin i. */
    public Circuit circuit() {
        double largest = ising.maxAbsCoefficient();
        double[] own = gamma.clone();
        for (int l = 0; l < own.length; l++) {
            own[l] /= largest > 0 ? largest : 1;
        }
        return QaoaCircuit.of(ising, own, beta);
    }

    public Ising ising() {
        return ising;
    }

    public double[] gamma() {
        return gamma;
    }

    public double[] beta() {
        return beta;
    }

    /** ⟨Z_i⟩ and ⟨Z_iZ_j⟩ without noise. */
    public SpinMoments simulated() {
        return simulated;
    }

    @Override
    public String toString() {
        return Brief.of(this, "spins", ising.size(), "gamma", gamma, "beta", beta);
    }
}
