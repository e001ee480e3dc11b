package org.shrinq.quantum;

import java.util.List;
import java.util.Optional;
import org.shrinq.quantum.circuit.CircuitCost;
import org.shrinq.qubo.SampleSet;

/**
 * What a {@link QuantumMethod} found. Times are the caller's to measure.
 *
 * @param method id of the method
 * @param backend what executed the circuit
 * @param qubits qubits of the circuit (fewer than variables for compressing encodings)
 * @param layers depth parameter p
 * @param parameters the trained parameters by name
 * @param scale the largest |Ising coefficient| by which the Hamiltonian was divided: the circuit applies exp(−iγH/scale)
 * @param evaluations objective evaluations made
 * @param stop why the training ended
 * @param expectation ⟨energy⟩ of the trained state, offset included (for a noisy or sampled run the mean of the shots)
 * @param objective the trained objective at the end, in the unit of the energy or observable
 * @param samples the final shots
 * @param candidates the best of all strings ever sampled, those of the training included
 * @param curve the training curve, evaluations ascending
 * @param cost gate counts where known
 */
public record QuantumRun(
        String method,
        String backend,
        int qubits,
        int layers,
        ParameterSet parameters,
        double scale,
        int evaluations,
        TrainingStop stop,
        double expectation,
        double objective,
        SampleSet samples,
        SampleSet candidates,
        List<TrainingPoint> curve,
        Optional<CircuitCost> cost) {
    public QuantumRun {
        curve = List.copyOf(curve);
    }

    /** The lowest energy among the candidates. */
    public double bestEnergy() {
        return candidates.best().energy();
    }
}
