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
import org.shrinq.quantum.KernelChoice;
import org.shrinq.quantum.Precision;
import org.shrinq.quantum.statevector.Goal;
import org.shrinq.quantum.statevector.QaoaSimulator;
import org.shrinq.qubo.Ising;

/** A simulator made from nothing: the table of 2ⁿ energies, and besides it the memory of the state. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
        value = 1,
        jvmArgsAppend = {"--add-modules", "jdk.incubator.vector", Models.TRUSTED, "-Xmx4g"})
public class DiagonalBenchmark {
    /** Qubits. */
    @Param({"20", "24"})
    public int qubits;

    /** Which pairs are coupled. */
    @Param({"sparse", "dense"})
    public String cost;

    private Ising ising;

    /** Builds the model. */
    @Setup
    public void prepare() {
        ising = Models.random(qubits, Models.cost(cost));
    }

    /** Table and state. */
    @Benchmark
    public double diagonal() {
        try (QaoaSimulator engine = QaoaSimulator.of(ising, Goal.energy(), Precision.DOUBLE, KernelChoice.AUTO, 1)) {
            return engine.scale();
        }
    }
}
