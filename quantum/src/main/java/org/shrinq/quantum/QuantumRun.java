package org.shrinq.quantum;

import java.util.List;
import java.util.Optional;
import org.shrinq.quantum.circuit.CircuitCost;
import org.shrinq.qubo.SampleSet;
import org.shrinq.qubo.text.Brief;

/**
 * What a {@link QuantumMethod} found. Times are the caller's to measure.
 *
 * @param method id of the method
 * @param backend what executed the circuit
 * @param qubits qubits of the circuit (fewer than variables for compressing encodings)
 * @param layers depth parameter p
 * @param parameters the trained parameters by name
 * @param scale the largest |Ising coefficient| by which the Hamiltonian was divided: the circuit applies
 *     exp(−iγH/scale)
 * @param evaluations objective evaluations made
 * @param stop why the training ended
 * @param expectation ⟨energy⟩ of the trained state, offset included (for a noisy or sampled run the mean of the shots);
 *     NaN where it is not known
 * @param objective the trained objective at the end, in the unit of the energy or observable
 * @param samples the final shots; none where a circuit was only written down
 * @param candidates the best of all strings ever sampled, those of the training included
 * @param curve the training curve, evaluations ascending
 * @param cost gate counts where known
 * @param fidelity an estimate of |⟨exact|simulated⟩|² of the state that was measured; 1 for one that is simulated
 *     exactly
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
        Optional<CircuitCost> cost,
        double fidelity) {
    public QuantumRun {
        curve = List.copyOf(curve);
    }

    /** The lowest energy among the candidates; NaN without any. */
    public double bestEnergy() {
        return candidates.shots() == 0 ? Double.NaN : candidates.best().energy();
    }

    @Override
    public String toString() {
        return Brief.of(this);
    }
}
