package org.shrinq.jmh.quantum;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The unit in which layers are judged: one pass that reads and writes a whole state in place. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgsAppend = "-Xmx4g")
public class PassBenchmark {
    /** Qubits. */
    @Param({"20", "24"})
    public int qubits;

    private double[] re;
    private double[] im;

    /** Makes a state of doubles. */
    @Setup
    public void prepare() {
        re = new double[1 << qubits];
        im = new double[1 << qubits];
        Arrays.fill(re, 0.5);
        Arrays.fill(im, 0.25);
    }

    /** re ← −re, im ← −im: one load and one store per number. */
    @Benchmark
    public double pass() {
        negate(re);
        negate(im);
        return re[0];
    }

    private static void negate(double[] x) {
        for (int z = 0; z < x.length; z++) {
            x[z] = -x[z];
        }
    }
}
