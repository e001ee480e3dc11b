package org.shrinq.shrink.correlate;

import java.util.List;
import java.util.Optional;
import org.shrinq.quantum.KernelChoice;
import org.shrinq.quantum.ParameterSet;
import org.shrinq.quantum.QuantumOptions;
import org.shrinq.quantum.QuantumRun;
import org.shrinq.quantum.QuantumTask;
import org.shrinq.quantum.qaoa.QaoaMethods;
import org.shrinq.quantum.statevector.Goal;
import org.shrinq.quantum.statevector.QaoaSimulator;
import org.shrinq.quantum.statevector.SpinMoments;
import org.shrinq.qubo.Ising;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.qubo.run.RandomStreams;
import org.shrinq.shrink.correlate.CorrelationTask.PoolState;

/**
 * ⟨Z_i⟩ and ⟨Z_iZ_j⟩ of a trained QAOA of any depth, from its state vector: recursive QAOA when used after every step.
 */
final class StateVectorSource implements CorrelationSource {
    private final QuantumOptions options;

    StateVectorSource(int layers, int evaluations) {
        options = QuantumOptions.defaults()
                .withLayers(layers)
                .withMaxEvaluations(evaluations)
                .withShots(1)
                .withCandidates(1);
    }

    @Override
    public String id() {
        return "qaoa";
    }

    @Override
    public Optional<String> evaluator() {
        return Optional.of("the QAOA behind the correlations");
    }

    @Override
    public double operations(Ising ising) {
        double gradient = 4.0 * options.layers() * ising.size() * Math.pow(2, ising.size());
        return options.maxEvaluations() * gradient;
    }

    @Override
    public Correlations correlate(CorrelationTask task, RandomStreams random, Deadline deadline) {
        int n = task.size();
        if (n > MAX_STATE_VECTOR_SPINS) {
            throw new IllegalArgumentException("the correlation source qaoa simulates a state vector of at most "
                    + MAX_STATE_VECTOR_SPINS + " qubits, this form has " + n
                    + " variables. Maybe use qaoa1, or light cones for sparse forms, which have no such limit.");
        }
        QuantumOptions sized =
                options.withKernel(options.kernel().forWork(n, options.layers(), options.maxEvaluations()));
        QuantumRun run = QaoaMethods.qaoa()
                .run(QuantumTask.of(task.ising().toQubo(), sized, random).withDeadline(deadline));
        SparseCorrelations x = new SparseCorrelations(n);
        try (QaoaSimulator circuit =
                QaoaSimulator.of(task.ising(), Goal.energy(), options.precision(), KernelChoice.PLAIN, 1)) {
            circuit.value(
                    run.parameters().get(ParameterSet.GAMMA), run.parameters().get(ParameterSet.BETA), () -> false);
            SpinMoments moments = circuit.moments();
            for (int i = 0; i < n; i++) {
                x.setSingle(i, moments.single(i));
                for (int j = i + 1; j < n; j++) {
                    x.setPair(i, j, moments.pair(i, j));
                }
            }
        }
        List<PoolState> states = run.candidates().samples().stream()
                .map(s -> new PoolState(
                        s.bits().toArray(), task.ising().energy(s.bits().toArray())))
                .toList();
        return new SampledCorrelations(x, states);
    }
}
