package org.shrinq.jmh;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.OptionalDouble;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.NoBenchmarksException;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs the JMH benchmarks of this module, each in its own JVM, and keeps the results as JMH's JSON. */
public final class KernelRun {
    private static final String EVERYTHING = "org\\.shrinq\\.jmh\\..*";

    private KernelRun() {}

    /** Receives what is measured now. */
    public interface Listener {
        /** A benchmark with one set of parameters begins. */
        void begun(String benchmark);

        /** Words of JMH: warnings, and what went wrong. */
        void said(String text);
    }

    /**
     * Runs them one after the other.
     *
     * @param include regular expressions, of which one has to match in the benchmark's full name; none for all of them
     * @param seconds of every iteration; empty for what each benchmark sets, two or three
     * @param json where the results are written; an existing file is replaced
     * @return the scores in that file; fewer where a benchmark failed, which the listener hears of
     * @throws IllegalArgumentException when no benchmark matches
     * @throws IllegalStateException when JMH cannot run, for one because another one is running on this machine
     */
    public static List<KernelScore> run(List<String> include, OptionalDouble seconds, Path json, Listener listener) {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .resultFormat(ResultFormatType.JSON)
                .result(json.toString())
                .verbosity(VerboseMode.SILENT)
                .shouldDoGC(true);
        for (String part : include.isEmpty() ? List.of(EVERYTHING) : include) {
            options.include(part);
        }
        if (seconds.isPresent()) {
            TimeValue time = TimeValue.milliseconds(Math.max(1, Math.round(1000 * seconds.getAsDouble())));
            options.warmupTime(time).measurementTime(time);
        }
        try {
            new Runner(options.build(), new Telling(listener)).run();
        } catch (NoBenchmarksException e) {
            throw new IllegalArgumentException("no benchmark matches " + String.join(", ", include), e);
        } catch (RunnerException e) {
            throw new IllegalStateException("the benchmarks cannot run: " + e.getMessage(), e);
        }
        return KernelScore.read(json);
    }

    /** Passes on what JMH tells. */
    private static final class Telling implements OutputFormat {
        private final Listener listener;

        Telling(Listener listener) {
            this.listener = listener;
        }

        @Override
        public void startBenchmark(BenchmarkParams params) {
            StringBuilder name = new StringBuilder(params.getBenchmark().replaceAll(".*\\.(?=[^.]+\\.[^.]+$)", ""));
            params.getParamsKeys().forEach(key -> name.append(' ').append(params.getParam(key)));
            listener.begun(name.toString());
        }

        @Override
        public void println(String text) {
            if (!text.isBlank() && !text.startsWith("# Fork") && !text.startsWith("Benchmark result")) {
                listener.said(text.replace("# Run", "Run"));
            }
        }

        @Override
        public void iteration(BenchmarkParams benchmark, IterationParams params, int iteration) {}

        @Override
        public void iterationResult(
                BenchmarkParams benchmark, IterationParams params, int iteration, IterationResult data) {}

        @Override
        public void endBenchmark(BenchmarkResult result) {}

        @Override
        public void startRun() {}

        @Override
        public void endRun(Collection<RunResult> results) {}

        @Override
        public void print(String text) {}

        @Override
        public void flush() {}

        @Override
        public void close() {}

        @Override
        public void verbosePrintln(String text) {}

        @Override
        public void write(int b) {}

        @Override
        public void write(byte[] b) {}
    }
}
