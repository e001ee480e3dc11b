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
import org.shrinq.relax.sdp.SdpSolution;
import org.shrinq.relax.sdp.SdpSolver;

/**
 * The semidefinite relaxation: from random vectors, and again after the strongest pair was merged. Both end at the same
 * tolerance. {@code warm} builds the solver and copies the vectors, as a caller with a contracted form does; {@code
 * merged} has both ready but for one copy.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
        value = 1,
        jvmArgsAppend = {"--add-modules", "jdk.incubator.vector", "-Xmx2g"})
public class SdpBenchmark {
    /** Name of {@link RelaxForms}. */
    @Param({"qap.12", "1dc.1024"})
    public String form;

    /** Tolerance, cold and warm. */
    @Param("1e-5")
    public double tolerance;

    private QuadraticForm model;
    private SdpOptions options;
    private SdpSolution solved;
    private int first;
    private int second;
    private int sign;

    /** Builds the form, solves it and looks for the strongest pair. */
    @Setup
    public void prepare() {
        model = RelaxForms.of(form);
        options = SdpOptions.defaults().withTolerances(tolerance, tolerance);
        solved = SdpSolver.of(model, options, new SplittableRandom(1)).solve(Deadline.never());
        double most = -1;
        for (int i = 0; i < model.size(); i++) {
            for (int j = 0; j < i; j++) {
                double x = solved.pair(i, j);
                if (Math.abs(x) > most) {
                    most = Math.abs(x);
                    first = i;
                    second = j;
                    sign = x > 0 ? 1 : -1;
                }
            }
        }
    }

    /** From random vectors. */
    @Benchmark
    public Object cold() {
        return SdpSolver.of(model, options, new SplittableRandom(1)).solve(Deadline.never());
    }

    /** From the vectors of the whole form, after one merge. */
    @Benchmark
    public Object warm() {
        SdpSolver solver =
                SdpSolver.from(model, options, solved.rank(), solved.vectors().clone(), new SplittableRandom(2));
        solver.merge(first, second, sign);
        return solver.solve(Deadline.never());
    }
}
