package org.shrinq.bench.suite;

import java.nio.file.Path;
import java.util.OptionalDouble;
import org.shrinq.instances.Instance;
import org.shrinq.instances.ReadOptions;
import org.shrinq.instances.codec.GraphReading;
import org.shrinq.instances.codec.Loops;
import org.shrinq.qubo.Sense;
import org.shrinq.qubo.problem.ProblemKind;

/**
 * What a suite knows of an instance once its file was read.
 *
 * @param id digest of the file's bytes, with how it was read where that was not left to the content
 * @param name as reports show it
 * @param path the file
 * @param read how to read it
 * @param kind kind of problem
 * @param sense of its objective
 * @param variables its size
 * @param constraints number of constraints
 * @param couplings pairs of variables with a coefficient in its objective
 * @param bestKnown from the file, its index, or a solution beside it
 * @param timeLimit in seconds, of every run whose method sets none itself
 */
public record BenchInstance(
        String id,
        String name,
        Path path,
        ReadOptions read,
        ProblemKind kind,
        Sense sense,
        int variables,
        int constraints,
        long couplings,
        OptionalDouble bestKnown,
        OptionalDouble timeLimit) {

    /** An instance by itself, of no suite. */
    public static BenchInstance of(Instance instance, Path path, ReadOptions read) {
        return of(instance, path, read, OptionalDouble.empty());
    }

    static BenchInstance of(Instance instance, Path path, ReadOptions read, OptionalDouble timeLimit) {
        StringBuilder id = new StringBuilder(instance.sha256());
        read.kind().ifPresent(kind -> id.append("#problem=").append(kind.id()));
        read.format().ifPresent(format -> id.append("#format=").append(format.id()));
        read.index().ifPresent(index -> id.append("#index=").append(index));
        if (read.graph() == GraphReading.COMPLEMENT) {
            id.append("#complement");
        }
        if (read.loops() == Loops.DROPPED) {
            id.append("#drop-loops");
        }
        return new BenchInstance(
                id.toString(),
                instance.name(),
                path,
                read,
                instance.problem().kind(),
                instance.problem().sense(),
                instance.problem().size(),
                instance.problem().model().constraints().size(),
                instance.problem().model().objective().couplings(),
                LibrarySolutions.bestKnown(instance, path),
                timeLimit);
    }
}
