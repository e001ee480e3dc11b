package org.shrinq.bench.execute;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.shrinq.bench.store.Place;
import org.shrinq.bench.store.StoredRun.Ended;
import org.shrinq.bench.suite.BenchInstance;
import org.shrinq.bench.suite.RunTask;
import org.shrinq.instances.Instance;
import org.shrinq.instances.Instances;
import org.shrinq.instances.ReadOptions;
import org.shrinq.quantum.InsufficientMemoryException;
import org.shrinq.solver.Shrinq;
import org.shrinq.solver.Solution;
import org.shrinq.solver.SolverOptions;
import org.shrinq.solver.result.ResultFile;
import org.shrinq.solver.result.ResultJson;

/** One run, from task to outcome. */
public final class RunWork {
    private RunWork() {}

    /**
     * Reads the instance, solves it, and writes the result down. Never throws: what goes wrong is the outcome.
     *
     * @param cancelled ends the run early, with an outcome that is not to be kept
     */
    public static RunOutcome perform(RunTask task, BooleanSupplier cancelled) {
        BenchInstance instance = task.instance();
        return perform(instance.path(), instance.id(), instance.read(), task.options(), task.seconds(), cancelled);
    }

    static RunOutcome perform(
            Path file, String id, ReadOptions read, SolverOptions options, double limit, BooleanSupplier cancelled) {
        String started = Instant.now().truncatedTo(ChronoUnit.MILLIS).toString();
        long start = System.nanoTime();
        long end = start + (long) (1e9 * limit);
        try {
            Instance instance = Instances.read(file, read);
            double readSeconds = seconds(start);
            requireSame(file, id, instance);
            boolean[] cut = {false};
            BooleanSupplier stop = () -> {
                boolean late = System.nanoTime() - end >= 0;
                cut[0] |= late;
                return late || cancelled.getAsBoolean();
            };
            Solution solution = Shrinq.with(options).since(start).run(instance.problem(), stop);
            ResultFile result = ResultJson.of(instance, read, solution, readSeconds);
            boolean stopped = cut[0] && solution.stop() == Solution.Stop.CANCELLED;
            return new RunOutcome(
                    stopped ? Ended.CUT : Ended.DONE,
                    started,
                    seconds(start),
                    Optional.of(result),
                    Optional.empty(),
                    Place.here());
        } catch (InsufficientMemoryException e) {
            return failure(Ended.REFUSED, started, start, String.valueOf(e.getMessage()));
        } catch (OutOfMemoryError e) {
            return failure(Ended.FAILED, started, start, "out of memory: " + e.getMessage());
        } catch (RuntimeException | StackOverflowError | AssertionError e) {
            return failure(Ended.FAILED, started, start, describe(e));
        }
    }

    private static void requireSame(Path file, String id, Instance instance) {
        if (!id.split("#", 2)[0].equals(instance.sha256())) {
            throw new IllegalStateException(file + " has changed since the suite was validated");
        }
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) * 1e-9;
    }

    private static RunOutcome failure(Ended ended, String started, long start, String error) {
        return new RunOutcome(ended, started, seconds(start), Optional.empty(), Optional.of(error), Place.here());
    }

    /** Kind, message, and the place in our code. */
    private static String describe(Throwable e) {
        StringBuilder text = new StringBuilder(e.getClass().getSimpleName());
        if (e.getMessage() != null) {
            text.append(": ").append(e.getMessage());
        }
        for (StackTraceElement frame : e.getStackTrace()) {
            if (frame.getClassName().startsWith("org.shrinq")) {
                return text.append(" (at ").append(frame).append(')').toString();
            }
        }
        return text.toString();
    }
}
