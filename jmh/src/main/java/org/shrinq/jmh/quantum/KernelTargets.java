package org.shrinq.jmh.quantum;

import java.io.PrintStream;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs the kernel benchmarks in one go on one machine and prints each target beside what was measured. Of each
 * benchmark the fastest single call counts: other work on the machine only ever adds time.
 */
public final class KernelTargets {
    private static final String PACKAGE = KernelTargets.class.getPackageName();

    private final Map<String, Double> micros = new HashMap<>();
    private final PrintStream out;

    private KernelTargets(PrintStream out) {
        this.out = out;
    }

    /**
     * Takes about ten minutes with the default.
     *
     * @param args none, or the seconds per benchmark (default 5)
     */
    public static void main(String[] args) throws RunnerException {
        KernelTargets targets = new KernelTargets(System.out);
        targets.measure(args.length > 0 ? Integer.parseInt(args[0]) : 5);
        targets.report();
    }

    private void measure(int seconds) throws RunnerException {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(PACKAGE + "\\.(Layer|Pass|Gradient|Diagonal|Training|Strange)Benchmark")
                        .mode(Mode.SampleTime)
                        .warmupIterations(3)
                        .warmupTime(TimeValue.seconds(2))
                        .measurementIterations(1)
                        .measurementTime(TimeValue.seconds(seconds))
                        .timeUnit(TimeUnit.MICROSECONDS)
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .run();
        for (RunResult result : results) {
            StringBuilder key = new StringBuilder(result.getPrimaryResult().getLabel());
            for (String name : List.of("qubits", "shape", "cost", "density", "variant")) {
                String value = result.getParams().getParam(name);
                if (value != null) {
                    key.append(' ').append(value);
                }
            }
            double least = result.getPrimaryResult().getStatistics().getMin();
            micros.put(key.toString(), least);
            out.printf(Locale.ROOT, "%-32s %14.2f µs%n", key, least);
        }
    }

    private double of(String key) {
        Double value = micros.get(key);
        if (value == null) {
            throw new IllegalStateException("no result '" + key + "', there are " + micros.keySet());
        }
        return value;
    }

    private void report() {
        out.println();
        for (String cost : List.of("sparse", "dense")) {
            for (int n : new int[] {20, 24}) {
                String layer = "layer " + n + " " + cost;
                String state = cost + ", n = " + n;
                double vector = of(layer + " vector");
                if (n == 24) {
                    atMost("vector layer / pass, " + state, vector / of("pass 24"), 5);
                    atMost("plain layer / pass, " + state, of(layer + " plain") / of("pass 24"), 12);
                    atMost("diagonal / layer, " + state, of("diagonal " + n + " " + cost) / vector, 10);
                }
                atLeast("double / single precision, " + state, vector / of(layer + " single"), 1.5);
                atLeast("one / two threads, " + state, vector / of(layer + " threads"), 1.6);
            }
            double expectation = of("expectation 16/8 " + cost);
            atMost("expectation p = 8 / p = 1, n = 16, " + cost, expectation / of("expectation 16/1 " + cost), 10);
            atMost("gradient / expectation, p = 8, n = 16, " + cost, of("gradient 16/8 " + cost) / expectation, 4);
            atMost("gradient p = 3, n = 12, " + cost + " [µs]", of("gradient 12/3 " + cost), 150);
            atMost("training p = 3, n = 12, " + cost + " [ms]", of("training 12 " + cost) / 1e3, 50);
        }
        atLeast("Strange / engine, n = 12, sparse", of("strange 12 0.25") / of("engine 12 0.25"), 1000);
        atLeast("Strange / engine, n = 12, dense", of("strange 12 1.0") / of("engine 12 1.0"), 1000);
    }

    private void atMost(String what, double value, double limit) {
        line(what, value, "≤", limit, value <= limit);
    }

    private void atLeast(String what, double value, double limit) {
        line(what, value, "≥", limit, value >= limit);
    }

    private void line(String what, double value, String relation, double limit, boolean met) {
        out.printf(Locale.ROOT, "%-46s %9.2f  %s %6.1f  %s%n", what, value, relation, limit, met ? "met" : "MISSED");
    }
}
