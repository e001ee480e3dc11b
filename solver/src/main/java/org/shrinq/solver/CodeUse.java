package org.shrinq.solver;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.shrinq.quantum.Evaluation;
import org.shrinq.quantum.InsufficientMemoryException;
import org.shrinq.quantum.QuantumMethod;
import org.shrinq.quantum.QuantumOptions;
import org.shrinq.quantum.QuantumRun;
import org.shrinq.quantum.QuantumTask;
import org.shrinq.quantum.StringTable;
import org.shrinq.quantum.ansatz.AnsatzMethods;
import org.shrinq.quantum.backend.Backend;
import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.shrink.AssignmentCode;
import org.shrinq.shrink.CompactCode;
import org.shrinq.shrink.correlate.OpenPlaces;

/**
 * What can be done with assignments in a binary or permutation code: by mixers that stay among permutations, and by
 * samplers of these.
 */
final class CodeUse {
    /** Those that have a circuit in such a code, or that draw permutations. */
    private static final Set<Method> METHODS = Set.of(
            Method.QAOA,
            Method.RQAOA,
            Method.GROVER_QAOA,
            Method.XY_QAOA,
            Method.ANNEALING,
            Method.GREEDY,
            Method.RANDOM,
            Method.EXACT);

    private CodeUse() {}

    /**
     * Refuses options that go with no such code, before anything is done.
     *
     * @throws RefusedException when the options ask for a code of an assignment, and for what it does not have
     */
    static void check(Problem problem, SolverOptions options) {
        AssignmentCode code = options.shrinking().assignmentCode();
        boolean shrinks = options.method().role() == Method.Role.CIRCUIT
                || options.method().role() == Method.Role.SAMPLER;
        if (!code.isCompact() || !shrinks || !options.shrink().isOn() || !isAssignment(problem.model())) {
            return;
        }
        if (options.customMethod().isPresent() || !METHODS.contains(options.method())) {
            throw refusal(code, options.methodId() + " leaves its strings. Maybe --method qaoa");
        }
        QuantumOptions quantum = options.quantum();
        if (options.method().role() == Method.Role.CIRCUIT) {
            boolean home = quantum.evaluation() == Evaluation.STATE && quantum.backend() == Backend.stateVector();
            if (!home) {
                throw refusal(
                        code,
                        "it is simulated by a table of energies, which no other --backend takes. Maybe without that");
            }
            if (!quantum.noise().isNone()) {
                throw refusal(code, "it has no gates that --noise could strike. Maybe without that");
            }
            if (options.trainingTarget() == SolverOptions.TrainingTarget.REPAIRED) {
                throw refusal(
                        code,
                        "all of its strings are feasible, so that there is no repair to train for."
                                + " Maybe --objective cvar");
            }
        }
    }

    private static boolean isAssignment(BinaryModel model) {
        byte[] free = new byte[model.size()];
        Arrays.fill(free, (byte) -1);
        return OpenPlaces.of(model, free).isPresent();
    }

    /** @throws RefusedException for a small problem in a code, which has no circuit to write down */
    static void checkCircuit(AssignmentCode code) {
        if (code.isCompact()) {
            throw refusal(
                    code,
                    "its phases are a table, and no mixer among its strings is known as a circuit of a"
                            + " useful size. Maybe fewer facilities");
        }
    }

    private static RefusedException refusal(AssignmentCode code, String why) {
        return new RefusedException("--assignment-code " + code.id() + ": " + why + ", or --assignment-code one-hot.");
    }

    /**
     * The circuit that a method means in a code: mixers that exchange places, as far as these can be listed in time,
     * unless it asks for Grover's.
     */
    static QuantumMethod circuit(Method method, QuantumTask task) {
        boolean listed = task.strings().map(t -> !t.exchanges().isEmpty()).orElse(false);
        boolean refused = method == Method.XY_QAOA && !task.deadline().expired();
        return listed || refused ? AnsatzMethods.xyQaoa() : AnsatzMethods.groverQaoa();
    }

    /**
     * The task in the code of a small problem, with exchanges unless the method is Grover's.
     *
     * @throws InsufficientMemoryException when the exchanges do not fit the heap
     */
    static QuantumTask task(QuantumTask task, CompactCode code, Method method) {
        CompactCode.Table table = code.table();
        if (method == Method.GROVER_QAOA) {
            return task.withStrings(StringTable.of(code.qubits(), table.strings(), table.energies()));
        }
        InsufficientMemoryException.check(code.qubits(), code.exchangeBytes(), "fewer qubits, method grover-qaoa");
        List<StringTable.Exchange> exchanges = code.exchanges(table, task.deadline()).stream()
                .map(e -> new StringTable.Exchange(e.partner(), 1.0 / (e.facilities() - 1)))
                .toList();
        return task.withStrings(
                StringTable.of(code.qubits(), table.strings(), table.energies()).withExchanges(exchanges));
    }

    /** A run in a code with states of the small QUBO for its strings. */
    static QuantumRun decode(QuantumRun run, CompactCode code) {
        return new QuantumRun(
                run.method(),
                run.backend(),
                run.qubits(),
                run.layers(),
                run.parameters(),
                run.scale(),
                run.evaluations(),
                run.stop(),
                run.expectation(),
                run.objective(),
                code.decode(run.samples()),
                code.decode(run.candidates()),
                run.curve(),
                run.cost(),
                run.fidelity());
    }
}
