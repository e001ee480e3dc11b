package org.shrinq.quantum.strange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shrinq.quantum.KernelChoice;
import org.shrinq.quantum.Precision;
import org.shrinq.quantum.backend.Simulator;
import org.shrinq.quantum.circuit.Circuit;
import org.shrinq.quantum.circuit.QaoaCircuit;
import org.shrinq.quantum.circuit.RandomCircuits;
import org.shrinq.quantum.registry.Backends;
import org.shrinq.quantum.statevector.Goal;
import org.shrinq.quantum.statevector.QaoaSimulator;
import org.shrinq.quantum.statevector.TestKernels;
import org.shrinq.qubo.Ising;

/** The QAOA engine, the gate-by-gate simulator and Strange prepare the same state. */
final class EngineCrossCheckTest {
    static LongStream seeds() {
        return LongStream.rangeClosed(1, 20);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void threeSimulatorsAgree(long seed) {
        SplittableRandom r = new SplittableRandom(seed);
        int n = 1 + (int) (seed % 10);
        Ising ising = RandomCircuits.ising(n, r);
        double[] gamma = RandomCircuits.numbers(2, r);
        double[] beta = RandomCircuits.numbers(2, r);
        for (Precision precision : Precision.values()) {
            for (KernelChoice kernel : TestKernels.available()) {
                try (QaoaSimulator engine = QaoaSimulator.of(ising, Goal.energy(), precision, kernel, 1)) {
                    engine.value(gamma, beta, () -> false);
                    double[] probabilities = engine.probabilities();
                    double[] scaled = gamma.clone();
                    for (int l = 0; l < scaled.length; l++) {
                        scaled[l] /= engine.scale();
                    }
                    Circuit circuit = QaoaCircuit.of(ising, scaled, beta);
                    for (Simulator backend : Backends.all()) {
                        boolean exact = backend.id().equals("statevector") && precision == Precision.DOUBLE;
                        double[] expected = backend.run(circuit).probabilities();
                        for (int z = 0; z < expected.length; z++) {
                            assertThat(probabilities[z])
                                    .as("%s %s against %s, index %d", precision, kernel, backend.id(), z)
                                    .isCloseTo(expected[z], within(exact ? 1e-12 : 4e-6));
                        }
                    }
                }
            }
        }
    }
}
