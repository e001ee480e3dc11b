package org.shrinq.jmh.shrink;

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
import org.shrinq.instances.generate.RandomGraphs;
import org.shrinq.jmh.instances.NamedProblem;
import org.shrinq.qubo.encode.Encoder;
import org.shrinq.qubo.encode.EncodingOptions;
import org.shrinq.qubo.problem.MaximumIndependentSet;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.qubo.run.RandomStreams;
import org.shrinq.shrink.ShrinkInput;
import org.shrinq.shrink.ShrinkOptions;
import org.shrinq.shrink.Shrinker;
import org.shrinq.shrink.correlate.CorrelationSource;

/** Whole shrinkings to 16 qubits. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2)
@Measurement(iterations = 5)
@Fork(
        value = 1,
        jvmArgsAppend = {"--add-modules", "jdk.incubator.vector", "-Xmx2g"})
public class ShrinkBenchmark {
    /** What is shrunk. */
    @Param({"qap-12", "1dc.128", "1dc.1024", "cubic-10000"})
    public String instance;

    /** Where the correlations come from. */
    @Param({"sdp", "samples", "qaoa1", "random"})
    public String source;

    private ShrinkInput input;
    private CorrelationSource correlations;

    private static Problem problem(String name) {
        return switch (name) {
            case "qap-12" -> NamedProblem.of(name);
            case "1dc.128" -> NamedProblem.of("mis-128");
            case "1dc.1024" -> NamedProblem.of("mis-1024");
            default -> MaximumIndependentSet.of(name, RandomGraphs.cubic(10_000, new RandomStreams(1)));
        };
    }

    /** Encodes the instance. */
    @Setup
    public void prepare() {
        input = ShrinkInput.of(Encoder.encode(problem(instance).model(), EncodingOptions.defaults()));
        correlations = switch (source) {
            case "sdp" -> CorrelationSource.sdp();
            case "samples" -> CorrelationSource.samples();
            case "qaoa1" -> CorrelationSource.qaoa1();
            default -> CorrelationSource.random();
        };
    }

    /** With the default options. */
    @Benchmark
    public Object shrink() {
        return Shrinker.shrink(input, correlations, ShrinkOptions.defaults(), new RandomStreams(1), Deadline.never());
    }
}
