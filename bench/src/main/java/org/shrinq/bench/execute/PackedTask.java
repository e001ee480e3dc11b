package org.shrinq.bench.execute;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.shrinq.bench.suite.RunTask;
import org.shrinq.instances.Format;
import org.shrinq.instances.ReadOptions;
import org.shrinq.instances.codec.GraphReading;
import org.shrinq.instances.codec.Loops;
import org.shrinq.qubo.problem.ProblemKind;
import org.shrinq.solver.SolverOptions;
import org.shrinq.solver.config.Setting;
import org.shrinq.solver.config.Settings;

/**
 * A task on its way to another process: text and numbers only. The instance travels by itself, as the bytes of its
 * file; its id holds their digest, which is checked where the run is made.
 *
 * @param number of the task among those of its executor
 * @param instance its id
 * @param fileName last part of the file's path; formats that fit equally well are told apart by it
 * @param problem kind it is read as, or empty
 * @param format it is read as, or empty
 * @param index of the problem in the file, 0 for its only one
 * @param complement whether the graph's complement is meant
 * @param dropLoops whether edges from a vertex to itself are left out
 * @param settings every setting by name
 * @param seconds after which the run must stop
 * @param bytes forecast of its memory
 */
public record PackedTask(
        int number,
        String instance,
        String fileName,
        String problem,
        String format,
        int index,
        boolean complement,
        boolean dropLoops,
        Map<String, String> settings,
        double seconds,
        long bytes)
        implements Serializable {
    /** Packs a task. */
    public static PackedTask of(int number, RunTask task) {
        ReadOptions read = task.instance().read();
        Map<String, String> settings = new TreeMap<>();
        for (Setting setting : Settings.all()) {
            settings.put(setting.name(), setting.get(task.options()));
        }
        return new PackedTask(
                number,
                task.instance().id(),
                String.valueOf(task.instance().path().getFileName()),
                read.kind().map(ProblemKind::id).orElse(""),
                read.format().map(Format::id).orElse(""),
                read.index().orElse(0),
                read.graph() == GraphReading.COMPLEMENT,
                read.loops() == Loops.DROPPED,
                settings,
                task.seconds(),
                task.bytes());
    }

    /** Every choice in force. */
    public SolverOptions options() {
        SolverOptions options = SolverOptions.defaults();
        for (Map.Entry<String, String> setting : settings.entrySet()) {
            options = Settings.set(options, setting.getKey(), setting.getValue());
        }
        return options;
    }

    /** How the file is read. */
    public ReadOptions read() {
        ReadOptions read = ReadOptions.defaults();
        read = problem.isEmpty()
                ? read
                : read.withKind(ProblemKind.ofId(problem).orElseThrow());
        read = format.isEmpty() ? read : read.withFormat(Format.ofId(format).orElseThrow());
        read = index == 0 ? read : read.withIndex(index);
        read = dropLoops ? read.withLoops(Loops.DROPPED) : read;
        return complement ? read.withGraph(GraphReading.COMPLEMENT) : read;
    }

    /**
     * Does the run here.
     *
     * @param file the instance's bytes, under a name that ends with {@link #fileName}
     * @param cancelled ends the run early, with an outcome that is not to be kept
     */
    public RunOutcome perform(Path file, BooleanSupplier cancelled) {
        return RunWork.perform(file, instance, read(), options(), seconds, cancelled);
    }
}
