package org.shrinq.instances.codec;

import java.util.Optional;
import org.shrinq.qubo.problem.ProblemKind;

/**
 * What a caller wants a text to be read as, apart from its format.
 *
 * @param kind this kind of problem; empty for the format's usual one
 * @param graph which graph is meant by the edges of a graph file
 * @param loops what becomes of edges from a vertex to itself
 */
public record Wanted(Optional<ProblemKind> kind, GraphReading graph, Loops loops) {
    private static final Wanted ANYTHING = new Wanted(Optional.empty(), GraphReading.AS_LISTED, Loops.REFUSED);

    /** No wishes. */
    public static Wanted anything() {
        return ANYTHING;
    }

    /** True when that kind was asked for. */
    public boolean isKind(ProblemKind asked) {
        return kind.isPresent() && kind.get() == asked;
    }
}
