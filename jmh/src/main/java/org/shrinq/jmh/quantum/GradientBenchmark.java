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

/** An expectation, and an expectation with the derivatives by all angles, of a QAOA in double on one thread. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
        value = 1,
        jvmArgsAppend = {"--add-modules", "jdk.incubator.vector", Models.TRUSTED, "-Xmx2g"})
public class GradientBenchmark {
    /** Qubits and layers, as {@code n/p}. */
    @Param({"12/3", "16/1", "16/8"})
    public String shape;

    /** Which pairs are coupled. */
    @Param({"sparse", "dense"})
    public String cost;

    private QaoaSimulator engine;
    private double[] gamma;
    private double[] beta;
    private double[] dGamma;
    private double[] dBeta;

    /** Builds the model's simulator. */
    @Setup
    public void prepare() {
        int slash = shape.indexOf('/');
        int layers = Integer.parseInt(shape.substring(slash + 1));
        engine = QaoaSimulator.of(
                Models.random(Integer.parseInt(shape.substring(0, slash)), Models.cost(cost)),
                Goal.energy(),
                Precision.DOUBLE,
                KernelChoice.AUTO,
                1);
        gamma = Models.angles(layers, 0.3);
        beta = Models.angles(layers, -0.4);
        dGamma = new double[layers];
        dBeta = new double[layers];
    }

    /** The expectation alone. */
    @Benchmark
    public double expectation() {
        return engine.value(gamma, beta, () -> false);
    }

    /** The expectation and its 2p derivatives. */
    @Benchmark
    public double gradient() {
        return engine.gradient(gamma, beta, dGamma, dBeta, () -> false);
    }
}
