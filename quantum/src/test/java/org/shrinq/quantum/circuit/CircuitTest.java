package org.shrinq.quantum.circuit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.shrinq.qubo.Ising;

final class CircuitTest {
    static LongStream seeds() {
        return LongStream.rangeClosed(1, 40);
    }

    @ParameterizedTest
    @EnumSource(GateKind.class)
    void matricesAreTheDefinitionsAndUnitary(GateKind kind) {
        SplittableRandom r = new SplittableRandom(kind.ordinal());
        for (int trial = 0; trial < 5; trial++) {
            double[] values = RandomCircuits.numbers(kind.angles(), r);
            Angle[] angles = new Angle[values.length];
            for (int k = 0; k < angles.length; k++) {
                angles[k] = Angle.of(values[k]);
            }
            Gate gate = kind.qubits() == 1 ? Gate.of(kind, 0, angles) : Gate.of(kind, 0, 1, angles);
            GateMatrix m = GateMatrix.of(kind, values);
            Reference.Matrix expected = Reference.gate(kind.qubits(), gate, values);
            GateMatrix product = m.times(m.adjoint());
            GateMatrix undone = gate.inverse().matrix(values).times(m);
            for (int row = 0; row < m.dimension(); row++) {
                for (int c = 0; c < m.dimension(); c++) {
                    assertThat(m.re(row, c)).isCloseTo(expected.re()[row][c], within(1e-12));
                    assertThat(m.im(row, c)).isCloseTo(expected.im()[row][c], within(1e-12));
                    assertThat(product.re(row, c)).isCloseTo(row == c ? 1 : 0, within(1e-14));
                    assertThat(product.im(row, c)).isCloseTo(0, within(1e-14));
                    assertThat(undone.re(row, c)).isCloseTo(row == c ? 1 : 0, within(1e-14));
                    assertThat(undone.im(row, c)).isCloseTo(0, within(1e-14));
                }
            }
            assertThat(kind.isDiagonal()).isEqualTo(m.isDiagonal());
        }
    }

    @ParameterizedTest
    @EnumSource(GateKind.class)
    void derivativesAreThoseOfFiniteDifferences(GateKind kind) {
        SplittableRandom r = new SplittableRandom(100 + kind.ordinal());
        double[] values = RandomCircuits.numbers(kind.angles(), r);
        double step = 1e-5;
        for (int k = 0; k < values.length; k++) {
            double[] plus = values.clone();
            double[] minus = values.clone();
            plus[k] += step;
            minus[k] -= step;
            GateMatrix d = GateMatrix.derivative(kind, values, k);
            GateMatrix p = GateMatrix.of(kind, plus);
            GateMatrix m = GateMatrix.of(kind, minus);
            for (int row = 0; row < d.dimension(); row++) {
                for (int c = 0; c < d.dimension(); c++) {
                    assertThat(d.re(row, c)).isCloseTo((p.re(row, c) - m.re(row, c)) / (2 * step), within(1e-9));
                    assertThat(d.im(row, c)).isCloseTo((p.im(row, c) - m.im(row, c)) / (2 * step), within(1e-9));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void stateEqualsTheProductOfFullMatrices(long seed) {
        SplittableRandom r = new SplittableRandom(seed);
        int n = 1 + (int) (seed % 5);
        Circuit circuit = RandomCircuits.circuit(n, 40, 4, r);
        double[] p = RandomCircuits.numbers(4, r);
        double[][] expected = Reference.unitary(circuit, p).column(0);
        assertState(Evolution.of(circuit).run(p), expected, 1e-12);
        assertState(Evolution.of(circuit.bind(p)).run(), expected, 1e-12);
        assertThat(circuit.bind(p).parameters()).isZero();

        Circuit there =
                Circuit.builder(n).addAll(circuit).addAll(circuit.inverse()).build();
        Amplitudes back = Evolution.of(there).run(p);
        assertThat(back.re()[0]).isCloseTo(1, within(1e-12));
        assertThat(back.im()[0]).isCloseTo(0, within(1e-12));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void decompositionKeepsTheStateAndItsPhase(long seed) {
        SplittableRandom r = new SplittableRandom(seed);
        int n = 2 + (int) (seed % 4);
        Circuit circuit = RandomCircuits.circuit(n, 30, 3, r);
        double[] p = RandomCircuits.numbers(3, r);
        double[][] expected = Reference.unitary(circuit, p).column(0);
        Circuit common = Decomposition.of(circuit, Decomposition.COMMON);
        assertThat(common.gates()).allMatch(g -> Decomposition.COMMON.contains(g.kind()));
        assertState(Evolution.of(common).run(p), expected, 1e-11);
        Circuit cx = Decomposition.of(circuit, Set.of());
        assertThat(cx.gates()).allMatch(g -> !g.isTwoQubit() || g.kind() == GateKind.CX);
        assertState(Evolution.of(cx).run(p), expected, 1e-11);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void gradientIsThatOfFiniteDifferences(long seed) {
        SplittableRandom r = new SplittableRandom(seed);
        int n = 1 + (int) (seed % 6);
        int m = 6;
        Circuit circuit = RandomCircuits.circuit(n, 50, m, r);
        double[] p = RandomCircuits.numbers(m, r);
        double[] observable = RandomCircuits.numbers(1 << n, r);
        Evolution evolution = Evolution.of(circuit);
        double[] gradient = new double[m];
        double value = evolution.valueAndGradient(observable, p, gradient);
        assertThat(value).isCloseTo(evolution.run(p).expectation(observable), within(1e-12));
        double step = 1e-5;
        for (int k = 0; k < circuit.parameters(); k++) {
            double at = p[k];
            p[k] = at + step;
            double plus = evolution.run(p).expectation(observable);
            p[k] = at - step;
            double minus = evolution.run(p).expectation(observable);
            p[k] = at;
            assertThat(gradient[k]).isCloseTo((plus - minus) / (2 * step), within(2e-7));
        }
    }

    /** ∂E/∂θ = (E(θ + π/2) − E(θ − π/2))/2 for exp(−iθP/2) (Mitarai et al. 2018; Schuld et al. 2019). */
    @ParameterizedTest
    @MethodSource("seeds")
    void gradientObeysTheParameterShiftRule(long seed) {
        SplittableRandom r = new SplittableRandom(seed);
        GateKind[] kinds = {GateKind.RX, GateKind.RY, GateKind.RZ, GateKind.RZZ, GateKind.RXX, GateKind.RYY};
        int n = 4;
        int m = 15;
        Circuit.Builder b = Circuit.builder(n);
        for (int k = 0; k < m; k++) {
            GateKind kind = kinds[r.nextInt(kinds.length)];
            int q = r.nextInt(n);
            if (kind.qubits() == 1) {
                b.add(kind, q, Angle.parameter(k));
            } else {
                b.add(kind, q, (q + 1 + r.nextInt(n - 1)) % n, Angle.parameter(k));
            }
            b.add(GateKind.CX, q, (q + 1) % n).add(GateKind.H, r.nextInt(n));
        }
        Evolution evolution = Evolution.of(b.build());
        double[] p = RandomCircuits.numbers(m, r);
        double[] observable = RandomCircuits.numbers(1 << n, r);
        double[] gradient = new double[m];
        evolution.valueAndGradient(observable, p, gradient);
        for (int k = 0; k < m; k++) {
            double at = p[k];
            p[k] = at + Math.PI / 2;
            double plus = evolution.run(p).expectation(observable);
            p[k] = at - Math.PI / 2;
            double minus = evolution.run(p).expectation(observable);
            p[k] = at;
            assertThat(gradient[k]).isCloseTo((plus - minus) / 2, within(1e-12));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void qaoaCircuitIsItsDefinition(long seed) {
        SplittableRandom r = new SplittableRandom(seed);
        int n = 1 + (int) (seed % 5);
        int p = 1 + (int) (seed % 3);
        Ising ising = RandomCircuits.ising(n, r);
        double[] gamma = RandomCircuits.numbers(p, r);
        double[] beta = RandomCircuits.numbers(p, r);
        Amplitudes state = Evolution.of(QaoaCircuit.of(ising, gamma, beta)).run();
        // The circuit leaves no phase undone: RZ, RZZ and RX have no global phase.
        assertState(state, Reference.qaoa(ising, gamma, beta), 1e-11);
    }

    private static void assertState(Amplitudes state, double[][] expected, double tolerance) {
        for (int z = 0; z < state.length(); z++) {
            assertThat(state.re()[z]).as("re of %d", z).isCloseTo(expected[0][z], within(tolerance));
            assertThat(state.im()[z]).as("im of %d", z).isCloseTo(expected[1][z], within(tolerance));
        }
    }

    @Test
    void depthAndCounts() {
        Circuit c = Circuit.builder(3)
                .add(GateKind.H, 0)
                .add(GateKind.H, 1)
                .add(GateKind.CX, 0, 1)
                .add(GateKind.H, 2)
                .add(GateKind.CX, 1, 2)
                .add(GateKind.RX, 0, Angle.of(1))
                .build();
        assertThat(c.depth()).isEqualTo(3);
        assertThat(c.twoQubitGates()).isEqualTo(2);
        assertThat(c.count(GateKind.H)).isEqualTo(3);
        assertThat(c.cost().gates()).isEqualTo(6);
        assertThat(Circuit.builder(0).build().depth()).isZero();
        assertThat(c).isEqualTo(Circuit.of(3, c.gates())).hasSameHashCodeAs(Circuit.of(3, c.gates()));
    }

    @Test
    void wrongGatesAreRefused() {
        assertThatThrownBy(() -> Circuit.builder(2).add(GateKind.H, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Gate.of(GateKind.CX, 1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Gate.of(GateKind.CX, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Gate.of(GateKind.RX, 1)).hasMessageContaining("1 angles, found 0");
        Circuit c = Circuit.builder(1).add(GateKind.RX, 0, Angle.parameter(2)).build();
        assertThat(c.parameters()).isEqualTo(3);
        assertThatThrownBy(() -> c.bind(1, 2)).hasMessageContaining("expected 3");
        assertThatThrownBy(() -> Evolution.of(c).run(1, 2)).hasMessageContaining("expected 3");
        assertThatThrownBy(() -> Evolution.of(Circuit.builder(27).build())).hasMessageContaining("27");
    }
}
