package org.shrinq.jmh.relax;

import java.util.SplittableRandom;
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
import org.shrinq.qubo.QuadraticForm;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.relax.sdp.SdpOptions;
import org.shrinq.relax.sdp.SdpSolver;

/** The semidefinite relaxation of large forms, and with a bound proven to 10⁻³. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 1)
@Measurement(iterations = 3)
@Fork(
        value = 1,
        jvmArgsAppend = {"--add-modules", "jdk.incubator.vector", "-Xmx2g"})
public class SdpSizesBenchmark {
    /** Name of {@link RelaxForms}. */
    @Param({"1dc.1024", "cubic.10000", "kronecker.100"})
    public String form;

    private QuadraticForm model;

    /** Builds the form. */
    @Setup
    public void prepare() {
        model = RelaxForms.of(form);
    }

    /** Vectors only, to the default tolerance. */
    @Benchmark
    public Object vectors() {
        return SdpSolver.of(model, SdpOptions.defaults(), new SplittableRandom(1))
                .solve(Deadline.never());
    }

    /** Vectors and a proven bound within 10⁻³, at most a minute. */
    @Benchmark
    public Object proven() {
        SdpOptions options = SdpOptions.defaults().withBounding(SdpOptions.Bounding.PROVEN, 1e-3);
        return SdpSolver.of(model, options, new SplittableRandom(1)).solve(Deadline.after(60));
    }
}
