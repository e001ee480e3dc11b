package org.shrinq.instances.codec;

import java.util.Optional;
import org.shrinq.qubo.problem.ProblemKind;

/**
 * What a caller wants a text to be read as, apart from its format.
 *
 * @param kind this kind of problem; empty for the format's usual one
 * @param graph which graph is meant by the edges of a graph file
 */
public record Wanted(Optional<ProblemKind> kind, GraphReading graph) {
    private static final Wanted ANYTHING = new Wanted(Optional.empty(), GraphReading.AS_LISTED);

    /** No wishes. */
    public static Wanted anything() {
        return ANYTHING;
    }

    /** True when that kind was asked for. */
    public boolean isKind(ProblemKind asked) {
        return kind.isPresent() && kind.get() == asked;
    }
}
