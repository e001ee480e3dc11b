package org.shrinq.quantum.closedform;

import java.util.Optional;
import org.shrinq.quantum.Evaluation;
import org.shrinq.quantum.Objective;
import org.shrinq.quantum.ParameterSet;
import org.shrinq.quantum.QuantumOptions;
import org.shrinq.quantum.QuantumRun;
import org.shrinq.quantum.QuantumTask;
import org.shrinq.qubo.Ising;
import org.shrinq.qubo.Qubo;
import org.shrinq.qubo.SampleSet;

/**
 * The one-layer QAOA by {@link org.shrinq.quantum.Evaluation#CLOSED_FORM}: no state vector, thousands of qubits. Angles
 * and expectation are exact. Its bitstrings cannot be drawn classically, so strings are drawn from the distribution
 * that has the circuit's ⟨Z_i⟩ and, along a spanning forest of the couplings, its ⟨Z_iZ_j⟩ ({@link SpinForest}); their
 * mean energy is therefore not the circuit's.
 */
public final class ClosedFormRun {
    /** What the account of a run names in place of a backend. */
    private static final String ID = Evaluation.CLOSED_FORM.id();

    private ClosedFormRun() {}

    /** Bytes of heap that a run needs besides its strings. */
    public static long bytesFor(Qubo qubo) {
        return 128L * qubo.size() + 160L * qubo.couplings();
    }

    /**
     * Finds the best angles and draws strings.
     *
     * @param method the id that the run carries
     * @throws IllegalArgumentException when the options ask for more layers, another objective, or noise
     */
    public static QuantumRun run(String method, QuantumTask task) {
        QuantumOptions options = task.options();
        check(options);
        Qubo qubo = task.qubo();
        Ising ising = qubo.toIsing();
        ClosedFormQaoa circuit = ClosedFormQaoa.of(ising);
        ClosedFormQaoa.Found found = circuit.search(options.maxEvaluations(), task.deadline());
        ClosedFormQaoa.Angles best = found.angles();
        SpinForest forest = SpinForest.of(ising, circuit.expectations(best.gamma(), best.beta()));
        SampleSet samples = SampleSet.ofCounts(
                qubo.size(), forest.draw(options.shots(), task.streams().stream("shots")), qubo::energy);
        return new QuantumRun(
                method,
                ID,
                qubo.size(),
                1,
                ParameterSet.angles(new double[] {best.gamma()}, new double[] {best.beta()}),
                circuit.scale(),
                found.evaluations(),
                found.stop(),
                best.energy(),
                best.energy(),
                samples,
                samples.truncate(options.candidates()),
                found.curve(),
                Optional.empty(),
                1);
    }

    private static void check(QuantumOptions options) {
        if (options.layers() != 1) {
            throw new IllegalArgumentException("backend " + ID + " has formulas for one layer, layers is "
                    + options.layers() + ". Maybe --layers 1.");
        }
        if (options.objective() != Objective.EXPECTATION) {
            throw new IllegalArgumentException("backend " + ID + " knows expectations alone: objective "
                    + options.objective() + " cannot be used");
        }
        if (!options.noise().isNone()) {
            throw new IllegalArgumentException("noise '" + options.noise()
                    + "' runs on the backend statevector only, not on " + ID + ". Maybe without noise.");
        }
    }
}
