package org.shrinq.jmh.quantum;

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
import org.shrinq.quantum.KernelChoice;
import org.shrinq.quantum.Precision;
import org.shrinq.quantum.backend.Simulator;
import org.shrinq.quantum.circuit.Amplitudes;
import org.shrinq.quantum.circuit.Circuit;
import org.shrinq.quantum.circuit.Evolution;
import org.shrinq.quantum.circuit.QaoaCircuit;
import org.shrinq.quantum.statevector.Goal;
import org.shrinq.quantum.statevector.QaoaSimulator;
import org.shrinq.quantum.strange.StrangeBackend;
import org.shrinq.qubo.Ising;

/** Time per QAOA layer at n = 12: Strange against our gate-by-gate simulator on the same circuit of three layers,
 * and the QAOA engine. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
        value = 1,
        jvmArgsAppend = {"--add-modules", "jdk.incubator.vector", Models.TRUSTED, "-Xmx2g"})
public class StrangeBenchmark {
    private static final int LAYERS = 3;
    private static final double[] GAMMA = {0.1, 0.2, 0.3};
    private static final double[] BETA = {-0.3, -0.2, -0.1};

    /** Qubits. */
    @Param("12")
    public int qubits;

    /** Share of the pairs that are coupled. */
    @Param({"0.25", "1.0"})
    public double density;

    private final Simulator strange = StrangeBackend.create();
    private Circuit circuit;
    private Evolution evolution;
    private Amplitudes state;
    private QaoaSimulator engine;

    /** Builds a random model with fields. */
    @Setup
    public void prepare() {
        SplittableRandom random = new SplittableRandom(1);
        Ising.Builder b = Ising.builder(qubits);
        for (int i = 0; i < qubits; i++) {
            b.addField(i, random.nextDouble(-1, 1));
            for (int j = i + 1; j < qubits; j++) {
                if (random.nextDouble() < density) {
                    b.add(i, j, random.nextDouble(-1, 1));
                }
            }
        }
        Ising ising = b.build();
        engine = QaoaSimulator.of(ising, Goal.energy(), Precision.DOUBLE, KernelChoice.AUTO, 1);
        circuit = QaoaCircuit.of(ising, GAMMA, BETA);
        evolution = Evolution.of(circuit);
        state = Amplitudes.ground(qubits);
    }

    /** One layer on Strange, gate by gate. */
    @Benchmark
    @OperationsPerInvocation(LAYERS)
    public Amplitudes strange() {
        return strange.run(circuit);
    }

    /** One layer on our simulator of circuits. */
    @Benchmark
    @OperationsPerInvocation(LAYERS)
    public Amplitudes gateByGate() {
        evolution.run(new double[0], state);
        return state;
    }

    /** One layer of the QAOA engine, the expectation included. */
    @Benchmark
    @OperationsPerInvocation(LAYERS)
    public double engine() {
        return engine.value(GAMMA, BETA, () -> false);
    }
}
