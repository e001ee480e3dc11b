package org.shrinq.quantum.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.shrinq.quantum.backend.Backend;
import org.shrinq.quantum.circuit.Amplitudes;
import org.shrinq.quantum.circuit.Circuit;
import org.shrinq.quantum.circuit.Gate;
import org.shrinq.quantum.circuit.GateKind;
import org.shrinq.quantum.circuit.RandomCircuits;

final class OpenQasmReaderTest {
    static LongStream seeds() {
        return LongStream.rangeClosed(1, 20);
    }

    /** Against the independent interpreter, on routed circuits: bits are measured from other qubits than their own. */
    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsWrittenIsReadBack(long seed) {
        SplittableRandom r = new SplittableRandom(seed);
        int n = 2 + (int) (seed % 5);
        Circuit circuit = RandomCircuits.circuit(n, 30, 0, r);
        Routed routed = Router.route(circuit, Coupling.heavyHexFor(n));
        for (OpenQasm.Version version : OpenQasm.Version.values()) {
            String program = OpenQasm.write(routed, version);
            MeasuredCircuit read = OpenQasm.read(program);
            double[] states = Backend.stateVector().run(read.circuit()).probabilities();
            double[] found = new double[1 << n];
            for (int z = 0; z < states.length; z++) {
                found[(int) read.register(z)] += states[z];
            }
            double[] expected = new QasmInterpreter(program).probabilities();
            for (int z = 0; z < found.length; z++) {
                assertThat(found[z]).as("seed %d, register %d", seed, z).isCloseTo(expected[z], within(1e-11));
            }
        }
    }

    @Test
    void idleQubitsAreLeftOut() {
        MeasuredCircuit read = OpenQasm.read("OPENQASM 2.0; qreg q[60]; creg c[2]; h q[7]; cx q[7], q[59];"
                + "measure q[59] -> c[0]; measure q[3] -> c[1];");
        MeasuredCircuit compact = read.compact();
        assertThat(compact.circuit().qubits()).isEqualTo(3);
        assertThat(compact.measured()).containsExactly(2, 0);
        assertThat(compact.circuit().gates()).containsExactly(Gate.of(GateKind.H, 1), Gate.of(GateKind.CX, 1, 2));
    }

    @Test
    void otherHandsWriteOtherwise() {
        MeasuredCircuit read = OpenQasm.read("""
                OPENQASM 3.0; include "stdgates.inc";
                /* two lines
                   of comment */ qubit[3] qs; bit[3] out;
                h qs; // all
                rz(-pi/4 + 2*(1e-1 - .1)) qs[ 1 ];
                cp(pi / 2) qs[0], qs[2];
                barrier qs;
                out = measure qs;
                """);
        assertThat(read.measured()).containsExactly(0, 1, 2);
        assertThat(read.circuit().count(GateKind.H)).isEqualTo(3);
        assertThat(read.circuit().gates().get(3).angles().get(0).constant()).isCloseTo(-Math.PI / 4, within(1e-15));
        assertThat(read.circuit().gates().get(4).kind()).isEqualTo(GateKind.CPHASE);
        MeasuredCircuit old = OpenQasm.read("OPENQASM 2.0;qreg a[2];creg b[2];u3(pi,0,-(pi)) a[0];cx a[0],a[1];"
                + "measure a[0]->b[1];measure a[1] -> b[0];");
        assertThat(old.measured()).containsExactly(1, 0);
        assertThat(old.register(0b01)).isEqualTo(0b10);
    }

    /** What compilers write for devices: physical qubits, definitions, constants, aliases, several registers, boxes. */
    @Test
    void programsOfCompilersAreRead() {
        MeasuredCircuit read = OpenQasm.read("""
                OPENQASM 3.0;
                #pragma braket verbatim
                box {
                const float[64] half = pi ** 1 / 2;
                gate pair(t) a, b { rzz(2*t) a, b; h b; }
                sx $3; pair(half/2) $7, $3;
                }
                bit one; bit[2] two;
                one[0] = measure $7;
                two[0] = measure $3; two[1] = measure $4;
                """);
        assertThat(read.measured()).containsExactly(7, 3, 4);
        assertThat(read.circuit().qubits()).isEqualTo(8);
        assertThat(read.circuit().gates().get(0).kind()).isEqualTo(GateKind.RX);
        assertThat(read.circuit().gates().get(1).kind()).isEqualTo(GateKind.RZZ);
        assertThat(read.circuit().gates().get(1).angles().get(0).constant()).isCloseTo(Math.PI / 2, within(1e-15));
        assertThat(read.circuit().gates().get(2).qubit()).isEqualTo(3);
        assertThat(read.compact().circuit().qubits()).isEqualTo(3);
        MeasuredCircuit aliased = OpenQasm.read("OPENQASM 3; qubit[2] a; qubit[3] b; let c = a[{1, 0}] ++ b[1:2];"
                + "h c[2]; cx a, c[0:1]; bit[4] m; m = measure c;");
        assertThat(aliased.measured()).containsExactly(1, 0, 3, 4);
        assertThat(aliased.circuit().gates()).hasSize(3);
        assertThat(aliased.circuit().gates().get(0).qubit()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "qubit[2] q; bit[2] c;~ foo q[0]; | line 2: 'foo q[0]': not a statement",
                "qubit[2] q; bit[2] c; h q[2]; | has 2 places",
                "qubit[2] q; bit[2] c; cx q[0], q[0]; | two different qubits",
                "qubit[2] q; bit[2] c; rx q[0]; | rx takes 1 angle and 1 qubit",
                "qubit[2] q; bit[2] c; rx(2 pi) q[0]; | angle '2 pi': not understood from 'pi'",
                "qubit[2] q; bit[2] c; rx(a) q[0]; | expected a number or pi",
                "qubit[2] q; bit[2] c; c[0] = measure q[0]; h q[0]; | a gate after a measurement",
                "qubit[2] q; bit[2] c; c[0] = measure q[0]; | bit c[1] is never measured",
                "qubit[2] q; h q[0]; | nothing is measured",
                "qubit[2] q; qubit[2] q; | declared twice",
                "qubit[2] q; h $1; bit c; c = measure $1; | both a register",
                "gate g a { g a; } qubit q; g q; | made of itself",
                "qubit[3] q; let a = q[1:3]; | has 3 places",
                "qubit[99999999999] q; | expected 1 to 999",
                "qubit[2] q; h q[0] | expected ';'"
            })
    void whatIsWrongIsToldWithItsLine(String program, String message) {
        assertThatThrownBy(() -> OpenQasm.read(program.replace('~', '\n')))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    /** Gates of the include files on three qubits, by their definitions, on a state of no symmetry. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ccx q[0],q[1],q[2]; | 3, 4",
                "ccnot q[2],q[0],q[1]; | 5, 2",
                "ccz q[0],q[1],q[2]; | 7, 0",
                "cswap q[0],q[1],q[2]; | 1, 6",
                "cswap q[2],q[0],q[1]; | 4, 3"
            })
    void gatesOnThreeQubitsAreTheirs(String gate, String bits) {
        int controls = Integer.parseInt(bits.split(", ")[0]);
        int others = Integer.parseInt(bits.split(", ")[1]);
        Amplitudes before = state("");
        Amplitudes after = state(gate);
        double[] expectedRe = before.re().clone();
        double[] expectedIm = before.im().clone();
        for (int z = 0; z < 8; z++) {
            boolean on = (z & controls) == controls && (Integer.bitCount(others) < 2 || isOneOf(z & others));
            int from = on ? z ^ others : z;
            double sign = others == 0 && on ? -1 : 1;
            expectedRe[z] = sign * before.re()[from];
            expectedIm[z] = sign * before.im()[from];
        }
        assertThat(overlap(expectedRe, expectedIm, after)).isCloseTo(1, within(1e-12));
    }

    /** Of a pair exactly one is 1: those that a swap exchanges. */
    private static boolean isOneOf(int pair) {
        return Integer.bitCount(pair) == 1;
    }

    /** cu(θ, φ, λ, γ) is e^{iγ}U(θ, φ, λ) where the control is 1; cu3 has γ = 0. */
    @Test
    void controlledRotationsAreTheirs() {
        double t = 0.7;
        double f = 0.4;
        double l = -1.1;
        for (double g : new double[] {0, 0.9}) {
            Amplitudes before = state("");
            Amplitudes after = state(g == 0 ? "cu3(0.7,0.4,-1.1) q[1],q[0];" : "cu(0.7,0.4,-1.1,0.9) q[1],q[0];");
            double[] re = before.re().clone();
            double[] im = before.im().clone();
            for (int z : new int[] {2, 6}) {
                double c = Math.cos(t / 2);
                double s = Math.sin(t / 2);
                for (int row = 0; row < 2; row++) {
                    double[] sizes = row == 0 ? new double[] {c, -s} : new double[] {s, c};
                    double[] phases = row == 0 ? new double[] {g, g + l} : new double[] {g + f, g + f + l};
                    re[z + row] = 0;
                    im[z + row] = 0;
                    for (int k = 0; k < 2; k++) {
                        double a = sizes[k] * Math.cos(phases[k]);
                        double b = sizes[k] * Math.sin(phases[k]);
                        re[z + row] += a * before.re()[z + k] - b * before.im()[z + k];
                        im[z + row] += a * before.im()[z + k] + b * before.re()[z + k];
                    }
                }
            }
            assertThat(overlap(re, im, after)).as("γ = %s", g).isCloseTo(1, within(1e-12));
        }
    }

    private static Amplitudes state(String gate) {
        String program = "OPENQASM 3.0; qubit[3] q; bit[3] c; U(0.3,0.5,0.7) q[0]; U(1.1,0.2,0.9) q[1];"
                + "U(1.9,1.3,0.1) q[2]; cx q[0],q[1]; rzz(0.6) q[1],q[2]; ry(0.8) q[1]; cx q[2],q[0];" + gate
                + " c = measure q;";
        return Backend.stateVector().run(OpenQasm.read(program).circuit());
    }

    /** |⟨a|b⟩|, which knows no global phase. */
    private static double overlap(double[] re, double[] im, Amplitudes b) {
        double x = 0;
        double y = 0;
        for (int z = 0; z < re.length; z++) {
            x += re[z] * b.re()[z] + im[z] * b.im()[z];
            y += re[z] * b.im()[z] - im[z] * b.re()[z];
        }
        return Math.hypot(x, y);
    }
}
