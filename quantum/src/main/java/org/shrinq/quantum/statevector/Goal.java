package org.shrinq.quantum.statevector;

import java.util.Optional;
import org.shrinq.quantum.Objective;
import org.shrinq.quantum.Observable;
import org.shrinq.quantum.QuantumTask;

/**
 * What a {@link QaoaSimulator} minimises; immutable.
 *
 * @param objective the functional of the distribution of f
 * @param alpha the fraction kept by {@link Objective#CVAR}
 * @param eta inverse temperature of {@link Objective#GIBBS}
 * @param observable f, where it is not the energy
 */
public record Goal(Objective objective, double alpha, double eta, Optional<Observable> observable) {
    /** The mean energy. */
    public static Goal energy() {
        return new Goal(Objective.EXPECTATION, 1, 1, Optional.empty());
    }

    /**
     * What the options of a task ask for.
     *
     * @throws IllegalArgumentException when they ask for an observable that the task does not have
     */
    public static Goal of(QuantumTask task) {
        Objective objective = task.options().objective();
        if (objective == Objective.OBSERVABLE && task.observable().isEmpty()) {
            throw new IllegalArgumentException("the objective is OBSERVABLE but the task has none");
        }
        return new Goal(objective, task.options().cvarAlpha(), task.options().gibbsEta(), task.observable());
    }
}
