package org.shrinq.instances;

import java.util.Optional;
import java.util.OptionalInt;
import org.shrinq.instances.codec.GraphReading;
import org.shrinq.instances.codec.Loops;
import org.shrinq.instances.codec.Wanted;
import org.shrinq.qubo.problem.ProblemKind;

/**
 * How to read a file; by default everything is found from the content.
 *
 * @param kind read as this kind of problem
 * @param format read as this format
 * @param index which problem of a file that holds several, counted from 1
 * @param graph which graph is meant by the edges of a graph file
 * @param loops what becomes of edges from a vertex to itself
 */
public record ReadOptions(
        Optional<ProblemKind> kind, Optional<Format> format, OptionalInt index, GraphReading graph, Loops loops) {
    private static final ReadOptions DEFAULTS = new ReadOptions(
            Optional.empty(), Optional.empty(), OptionalInt.empty(), GraphReading.AS_LISTED, Loops.REFUSED);

    public ReadOptions {
        if (index.isPresent() && index.getAsInt() < 1) {
            throw new IllegalArgumentException("problems are counted from 1, got " + index.getAsInt());
        }
    }

    public static ReadOptions defaults() {
        return DEFAULTS;
    }

    public ReadOptions withKind(ProblemKind wanted) {
        return new ReadOptions(Optional.of(wanted), format, index, graph, loops);
    }

    public ReadOptions withFormat(Format wanted) {
        return new ReadOptions(kind, Optional.of(wanted), index, graph, loops);
    }

    /** Counted from 1. */
    public ReadOptions withIndex(int wanted) {
        return new ReadOptions(kind, format, OptionalInt.of(wanted), graph, loops);
    }

    public ReadOptions withGraph(GraphReading wanted) {
        return new ReadOptions(kind, format, index, wanted, loops);
    }

    public ReadOptions withLoops(Loops wanted) {
        return new ReadOptions(kind, format, index, graph, wanted);
    }

    /** What the codec of the format has to know. */
    Wanted wanted() {
        return new Wanted(kind, graph, loops);
    }
}
