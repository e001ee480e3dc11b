package org.shrinq.quantum.circuit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shrinq.qubo.Ising;

final class PhaseGadgetsTest {
    private static final GateKind[] NEAR = {
        GateKind.H, GateKind.H, GateKind.CZ, GateKind.CX, GateKind.CX, GateKind.RZ, GateKind.PHASE, GateKind.S
    };

    private static double overlap(Circuit a, Circuit b) {
        Amplitudes x = Evolution.of(a).run();
        Amplitudes y = Evolution.of(b).run();
        double re = 0;
        double im = 0;
        for (int z = 0; z < x.length(); z++) {
            re += x.re()[z] * y.re()[z] + x.im()[z] * y.im()[z];
            im += x.re()[z] * y.im()[z] - x.im()[z] * y.re()[z];
        }
        return Math.hypot(re, im);
    }

    /** Few qubits and the gates of the patterns only, so that they stand and nearly stand there often. */
    @Test
    void theStateStaysWhateverStandsBetween() {
        int folded = 0;
        for (int seed = 1; seed <= 300; seed++) {
            SplittableRandom r = new SplittableRandom(seed);
            int n = 2 + seed % 2;
            Circuit.Builder b = Circuit.builder(n);
            for (int q = 0; q < n; q++) {
                b.add(GateKind.RY, q, Angle.of(r.nextDouble(3)));
            }
            for (int k = 0; k < 90; k++) {
                GateKind kind = NEAR[r.nextInt(NEAR.length)];
                int q = r.nextInt(n);
                Angle[] angles = kind.angles() == 1 ? new Angle[] {Angle.of(r.nextDouble(-3, 3))} : new Angle[0];
                if (kind.qubits() == 1) {
                    b.add(kind, q, angles);
                } else {
                    b.add(kind, q, (q + 1 + r.nextInt(n - 1)) % n, angles);
                }
            }
            Circuit circuit = b.build();
            Circuit after = PhaseGadgets.fold(circuit);
            folded += after.count(GateKind.RZZ);
            assertThat(overlap(circuit, after)).as("seed %d", seed).isCloseTo(1, within(1e-12));
        }
        assertThat(folded).isGreaterThan(100);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void anExportedCircuitGetsItsPhasesBack(long seed) {
        Ising ising = RandomCircuits.ising(6, new SplittableRandom(seed));
        Circuit circuit = QaoaCircuit.parametric(ising, 2);
        Circuit.Builder apart = Circuit.builder(6);
        for (Gate g : circuit.gates()) {
            if (g.kind() == GateKind.RZZ) {
                apart.add(GateKind.CX, g.qubit(), g.other())
                        .add(GateKind.RZ, g.other(), g.angles().get(0))
                        .add(GateKind.H, g.other())
                        .add(GateKind.CZ, g.other(), g.qubit())
                        .add(GateKind.H, g.other());
            } else {
                apart.add(g);
            }
        }
        assertThat(PhaseGadgets.fold(apart.build())).isEqualTo(circuit);
        assertThat(PhaseGadgets.fold(circuit)).isSameAs(circuit);
    }
}
