package org.shrinq.jmh.repair;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.shrinq.jmh.instances.NamedProblem;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.repair.Repair;
import org.shrinq.repair.RepairMode;
import org.shrinq.repair.Repairs;
import org.shrinq.search.Hints;

/**
 * Samples repaired a minute, one thread. Samples are independent bits with as many ones as a solution has about:
 * knapsacks with n items and 30 rows in Chu and Beasley's way (n = 500 as OR30x500), uniform assignments of n
 * facilities (n = 100 as sko100a and tai100a), code graphs. Three sizes of each show how the cost per sample grows.
 * {@code feasible} stops at the first feasible point; {@code verify} is the reference: the mere evaluation of the same
 * samples from the problem's data.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MINUTES)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(value = 1, jvmArgsAppend = "-Xmx2g")
public class RepairBenchmark {
    private static final int SAMPLES = 64;

    /** Kind and size. */
    @Param({"mdkp-125", "mdkp-250", "mdkp-500", "qap-25", "qap-50", "qap-100", "mis-256", "mis-512", "mis-1024"})
    public String instance;

    private Problem problem;
    private Repair improving;
    private Repair restoring;
    private final List<Bits> samples = new ArrayList<>();

    /** Draws the samples. */
    @Setup
    public void prepare() {
        problem = NamedProblem.of(instance);
        double ones = NamedProblem.density(instance);
        improving = Repairs.forProblem(problem, Hints.none());
        restoring = Repairs.forProblem(problem, Hints.none(), RepairMode.FEASIBLE_ONLY);
        SplittableRandom random = new SplittableRandom(7);
        for (int s = 0; s < SAMPLES; s++) {
            byte[] x = new byte[problem.size()];
            for (int v = 0; v < x.length; v++) {
                x[v] = (byte) (random.nextDouble() < ones ? 1 : 0);
            }
            samples.add(Bits.of(x));
        }
    }

    private double all(Repair repair) {
        SplittableRandom random = new SplittableRandom(3);
        double sum = 0;
        for (Bits sample : samples) {
            sum += repair.repair(sample.toArray(), random, Deadline.never()).objectiveAfter();
        }
        return sum;
    }

    /** Restored and improved, as the pipeline does by default. */
    @Benchmark
    @OperationsPerInvocation(SAMPLES)
    public double improve() {
        return all(improving);
    }

    /** Restored only. */
    @Benchmark
    @OperationsPerInvocation(SAMPLES)
    public double feasible() {
        return all(restoring);
    }

    /** Objective and constraints of the sample as it is. */
    @Benchmark
    @OperationsPerInvocation(SAMPLES)
    public double verify() {
        double sum = 0;
        for (Bits sample : samples) {
            byte[] x = sample.toArray();
            sum += problem.objective(x) + (problem.model().isFeasible(x) ? 1 : 0);
        }
        return sum;
    }
}
