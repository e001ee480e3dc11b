package org.shrinq.jmh.quantum;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.shrinq.quantum.KernelChoice;
import org.shrinq.quantum.Precision;
import org.shrinq.quantum.statevector.Goal;
import org.shrinq.quantum.statevector.QaoaSimulator;

/**
 * Time of one QAOA layer of the state-vector engine, a circuit of eight with its expectation divided by eight, in four
 * variants.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
        value = 1,
        jvmArgsAppend = {"--add-modules", "jdk.incubator.vector", Models.TRUSTED, "-Xmx4g"})
public class LayerBenchmark {
    private static final int LAYERS = 8;
    private static final double[] GAMMA = Models.angles(LAYERS, 0.3);
    private static final double[] BETA = Models.angles(LAYERS, -0.4);

    /** Qubits. */
    @Param({"20", "24"})
    public int qubits;

    /** Which pairs are coupled. */
    @Param({"sparse", "dense"})
    public String cost;

    /**
     * {@code vector} and {@code plain} in double on one thread, {@code single} precision, {@code threads} two of them.
     */
    @Param({"vector", "plain", "single", "threads"})
    public String variant;

    private QaoaSimulator engine;

    /** Builds the model's simulator. */
    @Setup(Level.Trial)
    public void prepare() {
        engine = QaoaSimulator.of(
                Models.random(qubits, Models.cost(cost)),
                Goal.energy(),
                variant.equals("single") ? Precision.SINGLE : Precision.DOUBLE,
                variant.equals("plain") ? KernelChoice.PLAIN : KernelChoice.VECTOR,
                variant.equals("threads") ? 2 : 1);
    }

    /** Ends the threads. */
    @TearDown(Level.Trial)
    public void close() {
        engine.close();
    }

    /** One layer. */
    @Benchmark
    @OperationsPerInvocation(LAYERS)
    public double layer() {
        return engine.value(GAMMA, BETA, () -> false);
    }
}
