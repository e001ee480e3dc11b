package org.shrinq.quantum.qaoa;

import java.util.Optional;
import org.shrinq.quantum.Observable;
import org.shrinq.quantum.QuantumTask;
import org.shrinq.quantum.statevector.Goal;
import org.shrinq.quantum.train.ObservableTable;
import org.shrinq.quantum.train.SampledGoal;

/**
 * What a training of a task minimises, and what of it the state vector can know: an observable is tabulated where exact
 * gradients need all of its values, and asked for measured strings alone otherwise.
 */
final class TaskGoal {
    private final Goal exact;
    private final boolean estimated;
    private final SampledGoal sampled;

    private TaskGoal(Goal asked, Goal exact, boolean estimated) {
        this.exact = exact;
        this.estimated = estimated;
        sampled = new SampledGoal(asked);
    }

    /**
     * Tabulates an observable where need be. When that would take more than half of the time left, the circuit is
     * trained on the energy and the goal estimated from its shots.
     *
     * @throws IllegalArgumentException when the options ask for an observable that the task does not have
     */
    static TaskGoal of(QuantumTask task) {
        Goal asked = Goal.of(task);
        if (asked.observable().isEmpty()) {
            return new TaskGoal(asked, asked, false);
        }
        boolean gradients = task.options().optimizer().usesGradients();
        Optional<Observable> table = gradients && task.options().maxEvaluations() > 0
                ? ObservableTable.of(
                                asked.observable().orElseThrow(),
                                1 << task.qubo().size(),
                                z -> z,
                                task.deadline())
                        .map(Observable::ofTable)
                : Optional.empty();
        return table.isEmpty()
                ? new TaskGoal(asked, Goal.energy(), true)
                : new TaskGoal(asked, new Goal(asked.objective(), asked.alpha(), asked.eta(), table), false);
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
    SampledGoal sampled() {
        return sampled;
    }
}
