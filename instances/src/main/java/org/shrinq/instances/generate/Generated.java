package org.shrinq.instances.generate;

import java.util.OptionalDouble;
import org.shrinq.qubo.problem.Problem;

/**
 * A generated problem with what its construction proves.
 *
 * @param problem the problem
 * @param optimum its optimal objective, empty when the construction does not give it
 * @param <P> the problem's class
 */
public record Generated<P extends Problem>(P problem, OptionalDouble optimum) {
    static <P extends Problem> Generated<P> of(P problem) {
        return new Generated<>(problem, OptionalDouble.empty());
    }

    static <P extends Problem> Generated<P> of(P problem, double optimum) {
        return new Generated<>(problem, OptionalDouble.of(optimum));
    }
}
