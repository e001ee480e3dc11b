package org.shrinq.quantum.strange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.shrinq.quantum.backend.Backend;
import org.shrinq.quantum.backend.Simulator;
import org.shrinq.quantum.circuit.Amplitudes;
import org.shrinq.quantum.circuit.Angle;
import org.shrinq.quantum.circuit.Circuit;
import org.shrinq.quantum.circuit.GateKind;
import org.shrinq.quantum.circuit.QaoaCircuit;
import org.shrinq.quantum.circuit.RandomCircuits;
import org.shrinq.quantum.circuit.Reference;
import org.shrinq.quantum.registry.Backends;

final class StrangeBackendTest {
    private final Simulator strange = StrangeBackend.create();

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 20);
    }

    /** Every gate on a random state of three qubits, on every ordered pair, against its exact matrix. */
    @ParameterizedTest
    @EnumSource(GateKind.class)
    void everyGateIsItsExactMatrix(GateKind kind) {
        SplittableRandom r = new SplittableRandom(kind.ordinal() + 7);
        for (int q = 0; q < 3; q++) {
            for (int t = 0; t < 3; t++) {
                if (t == q) {
                    continue;
                }
                Circuit.Builder b = Circuit.builder(3);
                for (int k = 0; k < 3; k++) {
                    b.add(GateKind.RY, k, Angle.of(r.nextDouble(-3, 3)));
                    b.add(GateKind.RX, k, Angle.of(r.nextDouble(-3, 3)));
                }
                b.add(GateKind.CX, 0, 1).add(GateKind.CX, 1, 2);
                Angle[] angles = new Angle[kind.angles()];
                for (int k = 0; k < angles.length; k++) {
                    angles[k] = Angle.of(r.nextDouble(-3, 3));
                }
                if (kind.qubits() == 1) {
                    b.add(kind, q, angles);
                } else {
                    b.add(kind, q, t, angles);
                }
                Circuit c = b.build();
                assertSameRay(strange.run(c), Reference.unitary(c).column(0));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void agreesWithOurStateVectorOnRandomCircuits(long seed) {
        SplittableRandom r = new SplittableRandom(seed);
        int n = 1 + (int) (seed % 6);
        Circuit c = RandomCircuits.circuit(n, 40, 0, r);
        Amplitudes ours = Backend.stateVector().run(c);
        assertSameRay(strange.run(c), new double[][] {ours.re(), ours.im()});
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void agreesOnQaoaCircuits(long seed) {
        SplittableRandom r = new SplittableRandom(seed);
        int n = 2 + (int) (seed % 7);
        Circuit c =
                QaoaCircuit.of(RandomCircuits.ising(n, r), RandomCircuits.numbers(2, r), RandomCircuits.numbers(2, r));
        Amplitudes ours = Backend.stateVector().run(c);
        assertSameRay(strange.run(c), new double[][] {ours.re(), ours.im()});
    }

    @Test
    void samplesItsAmplitudesFromTheStreamGiven() {
        Circuit bell = Circuit.builder(2)
                .add(GateKind.RY, 0, Angle.of(2 * Math.asin(Math.sqrt(0.2))))
                .add(GateKind.CX, 0, 1)
                .build();
        long[] shots = strange.sample(bell, 10_000, new SplittableRandom(4));
        assertThat(strange.sample(bell, 10_000, new SplittableRandom(4))).isEqualTo(shots);
        assertThat(LongStream.of(shots).allMatch(z -> z == 0 || z == 3)).isTrue();
        assertThat((double) LongStream.of(shots).filter(z -> z == 3).count())
                .isCloseTo(2000, within(5 * Math.sqrt(10_000 * 0.2 * 0.8)));
    }

    @Test
    void refusesWhatItCannotRun() {
        assertThatThrownBy(() -> strange.run(Circuit.builder(13).build()))
                .hasMessageContaining("at most 12")
                .hasMessageContaining("13");
        Circuit open =
                Circuit.builder(1).add(GateKind.RX, 0, Angle.parameter(0)).build();
        assertThatThrownBy(() -> strange.run(open)).hasMessageContaining("bind");
        assertThat(Backends.byId("strange").id()).isEqualTo("strange");
        assertThatThrownBy(() -> Backends.byId("aer")).hasMessageContaining("statevector, strange");
    }

    /** Equal up to a global phase, to single precision. */
    private static void assertSameRay(Amplitudes found, double[][] expected) {
        double overlapRe = 0;
        double overlapIm = 0;
        for (int z = 0; z < found.length(); z++) {
            overlapRe += expected[0][z] * found.re()[z] + expected[1][z] * found.im()[z];
            overlapIm += expected[0][z] * found.im()[z] - expected[1][z] * found.re()[z];
        }
        assertThat(Math.hypot(overlapRe, overlapIm)).isCloseTo(1, within(2e-6));
        for (int z = 0; z < found.length(); z++) {
            double re = expected[0][z] * overlapRe - expected[1][z] * overlapIm;
            double im = expected[0][z] * overlapIm + expected[1][z] * overlapRe;
            assertThat(found.re()[z]).isCloseTo(re, within(2e-6));
            assertThat(found.im()[z]).isCloseTo(im, within(2e-6));
        }
    }
}
