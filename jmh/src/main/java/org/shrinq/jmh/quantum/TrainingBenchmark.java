package org.shrinq.jmh.quantum;

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
import org.shrinq.quantum.QuantumOptions;
import org.shrinq.quantum.QuantumRun;
import org.shrinq.quantum.QuantumTask;
import org.shrinq.quantum.TrainingStop;
import org.shrinq.quantum.qaoa.QaoaMethods;
import org.shrinq.qubo.run.RandomStreams;

/** A whole run of {@code qaoa} with its defaults, from the ramp to convergence, tables and 1024 shots included. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
        value = 1,
        jvmArgsAppend = {"--add-modules", "jdk.incubator.vector", Models.TRUSTED, "-Xmx2g"})
public class TrainingBenchmark {
    /** Qubits. */
    @Param({"12", "16"})
    public int qubits;

    /** Which pairs are coupled. */
    @Param({"sparse", "dense"})
    public String cost;

    private QuantumTask task;

    /** Builds the task. */
    @Setup
    public void prepare() {
        task = QuantumTask.of(
                Models.random(qubits, Models.cost(cost)).toQubo(), QuantumOptions.defaults(), new RandomStreams(1));
    }

    /** Three layers. */
    @Benchmark
    public QuantumRun training() {
        QuantumRun run = QaoaMethods.qaoa().run(task);
        if (run.stop() != TrainingStop.CONVERGED) {
            throw new IllegalStateException("not converged after " + run.evaluations() + " evaluations");
        }
        return run;
    }
}
