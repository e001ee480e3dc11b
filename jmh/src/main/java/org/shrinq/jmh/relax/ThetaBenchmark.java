package org.shrinq.jmh.relax;

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
import org.shrinq.instances.generate.CodeGraph;
import org.shrinq.qubo.Graph;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.relax.theta.LovaszTheta;

/** The Lovász bound of code graphs, rounded down. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2)
@Measurement(iterations = 5)
@Fork(
        value = 1,
        jvmArgsAppend = {"--add-modules", "jdk.incubator.vector", "-Xmx2g"})
public class ThetaBenchmark {
    /** Family and number of vertices. */
    @Param({"1dc.64", "1dc.128", "1dc.256", "2dc.128", "1zc.256", "1tc.256", "1et.256"})
    public String name;

    private Graph graph;
    private double[] weights;

    /** Builds the graph. */
    @Setup
    public void prepare() {
        int dot = name.indexOf('.');
        int vertices = Integer.parseInt(name.substring(dot + 1));
        graph = CodeGraph.ofId(name.substring(0, dot)).orElseThrow().graph(Integer.numberOfTrailingZeros(vertices));
        weights = new double[vertices];
        Arrays.fill(weights, 1);
    }

    /** To a proven whole number. */
    @Benchmark
    public double bound() {
        return LovaszTheta.bound(graph, weights, Deadline.never());
    }
}
