package org.shrinq.bench.portfolio;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.shrinq.bench.execute.PackedTask;
import org.shrinq.bench.suite.BenchInstance;
import org.shrinq.bench.suite.RunTask;
import org.shrinq.instances.Instance;
import org.shrinq.instances.Instances;
import org.shrinq.instances.ReadOptions;
import org.shrinq.qubo.Bits;
import org.shrinq.solver.MemberRun;
import org.shrinq.solver.SolverOptions;

/**
 * What every machine has to know of a portfolio: text and numbers only. The instance's file travels by itself, and its
 * digest is checked where it is read.
 *
 * @param task settings and how the file is read
 * @param start solution that the run begins from, as 0 and 1; empty for none
 * @param members of the portfolio
 * @param threads of each member
 */
public record RemotePortfolio(PackedTask task, String start, int members, int threads) implements Serializable {
    /**
     * A portfolio on a file.
     *
     * @param options without custom stages, which do not travel
     */
    public static RemotePortfolio of(Instance instance, ReadOptions read, SolverOptions options) {
        RunTask task =
                new RunTask(BenchInstance.of(instance, Path.of(instance.source()), read), "", "", options, 1, 0, 0);
        return new RemotePortfolio(
                PackedTask.of(0, task),
                options.start().map(Bits::toString).orElse(""),
                options.portfolio(),
                options.chosenThreads().orElse(1));
    }

    /** The bytes of the instance's file. */
    public static byte[] content(Instance instance) {
        try {
            return Files.readAllBytes(Path.of(instance.source()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + instance.source(), e);
        }
    }

    /** As {@link PackedTask#fileName}. */
    public String fileName() {
        return task.fileName();
    }

    /** The instance, from a copy of its file here. */
    Instance read(Path file) {
        Instance instance = Instances.read(file, readOptions());
        if (!task.instance().split("#", 2)[0].equals(instance.sha256())) {
            throw new IllegalStateException(file + " is not the file that the portfolio is about");
        }
        return instance;
    }

    ReadOptions readOptions() {
        return task.read();
    }

    /** A member that has done nothing yet. */
    MemberRun begin(Instance instance, int member, double elapsedSeconds, String place) {
        SolverOptions options = task.options();
        options = start.isEmpty() ? options : options.withStart(Bits.parse(start));
        return MemberRun.of(instance.problem(), options, member, threads, elapsedSeconds, place);
    }

    /** What the application is called. */
    public String title() {
        return "shrinq solve " + fileName() + ", portfolio of " + members;
    }
}
