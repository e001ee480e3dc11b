package org.shrinq.instances.family;

import java.util.Optional;
import org.shrinq.qubo.problem.Problem;

/**
 * A model as a problem of one family, with the same variables and objective.
 *
 * @param problem empty where the model is none
 * @param why it is none, as the end of a sentence
 */
public record FromModel(Optional<Problem> problem, String why) {
    public static FromModel of(Problem problem) {
        return new FromModel(Optional.of(problem), "");
    }

    public static FromModel none(String why) {
        return new FromModel(Optional.empty(), why);
    }
}
