package org.shrinq.quantum.qaoa;

import java.util.Optional;
import org.shrinq.quantum.Observable;
import org.shrinq.quantum.QuantumTask;
import org.shrinq.quantum.statevector.Goal;
import org.shrinq.quantum.train.Trainer;
import org.shrinq.qubo.run.Deadline;

/**
 * What a training of a task minimises, and what of it the state vector can know: an observable is tabulated where exact
 * gradients need all of its values, and asked for measured strings alone otherwise.
 */
final class TaskGoal {
    /** Strings between two looks at the clock; a repaired objective takes up to a millisecond each. */
    private static final int BLOCK = 64;

    private final Goal exact;
    private final boolean estimated;
    private final SampledObjective sampled;

    private TaskGoal(Goal asked, Goal exact, boolean estimated) {
        this.exact = exact;
        this.estimated = estimated;
        sampled = new SampledObjective(asked);
    }

    /**
     * Tabulates an observable where need be. When that would take more than half of the time left, the circuit is trained on
     * the energy and the goal estimated from its shots.
     *
     * @throws IllegalArgumentException when the options ask for an observable that the task does not have
     */
    static TaskGoal of(QuantumTask task) {
        Goal asked = Goal.of(task);
        if (asked.observable().isEmpty()) {
            return new TaskGoal(asked, asked, false);
        }
        boolean gradients = Trainer.of(task.options().optimizer()).usesGradients();
        Optional<Observable> table = gradients && task.options().maxEvaluations() > 0
                ? tabulate(asked.observable().orElseThrow(), task.qubo().size(), task.deadline())
                : Optional.empty();
        return table.isEmpty()
                ? new TaskGoal(asked, Goal.energy(), true)
                : new TaskGoal(asked, new Goal(asked.objective(), asked.alpha(), asked.eta(), table), false);
    }

    private static Optional<Observable> tabulate(Observable observable, int qubits, Deadline deadline) {
        double[] table = new double[1 << qubits];
        double available = deadline.remainingSeconds();
        for (int z = 0; z < table.length; z++) {
            if (z % BLOCK == 0 && isTooSlow(z / (double) table.length, available, deadline)) {
                return Optional.empty();
            }
            table[z] = observable.valueAt(z);
        }
        return Optional.of(Observable.ofTable(table));
    }

    /** Whether the whole table would take more than half of the time that was available, judged by the part done so far. */
    private static boolean isTooSlow(double done, double available, Deadline deadline) {
        if (deadline.expired()) {
            return true;
        }
        return deadline.hasTimeLimit() && done > 0 && available - deadline.remainingSeconds() > done * available / 2;
    }

    /** What the simulator is asked for: the goal itself, or the energy when only shots can tell. */
    Goal exact() {
        return exact;
    }

    /** Whether the goal is known from shots alone. */
    boolean isEstimated() {
        return estimated;
    }

    /** The goal's value by shots. */
    SampledObjective sampled() {
        return sampled;
    }
}
