package org.shrinq.quantum.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.shrinq.quantum.backend.Backend;
import org.shrinq.quantum.backend.Simulator;
import org.shrinq.quantum.circuit.Circuit;
import org.shrinq.quantum.circuit.Gate;
import org.shrinq.quantum.circuit.GateKind;
import org.shrinq.quantum.circuit.QaoaCircuit;
import org.shrinq.quantum.circuit.RandomCircuits;
import org.shrinq.quantum.registry.Backends;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.Graph;
import org.shrinq.qubo.Ising;

final class DeviceTest {
    static LongStream seeds() {
        return LongStream.rangeClosed(1, 25);
    }

    private static void assertDistribution(double[] found, double[] expected, double tolerance) {
        assertThat(found).hasSameSizeAs(expected);
        for (int z = 0; z < found.length; z++) {
            assertThat(found[z]).as("index %d", z).isCloseTo(expected[z], within(tolerance));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void programsReadBackGiveTheSameDistribution(long seed) {
        SplittableRandom r = new SplittableRandom(seed);
        int n = 1 + (int) (seed % 6);
        Circuit c = RandomCircuits.circuit(n, 40, 0, r);
        double[] expected = Backend.stateVector().run(c).probabilities();
        for (OpenQasm.Version v : OpenQasm.Version.values()) {
            QasmInterpreter q = new QasmInterpreter(OpenQasm.write(c, v));
            assertThat(q.version()).isEqualTo(v == OpenQasm.Version.V2 ? 2 : 3);
            assertDistribution(q.probabilities(), expected, 1e-12);
            // … and the program's gates run one by one on both backends
            for (Simulator b : Backends.all()) {
                assertDistribution(b.run(q.circuit()).probabilities(), expected, 2e-6);
            }
        }
    }

    /** A circuit that measures a known asymmetric string, through text and back, in both orders. */
    @ParameterizedTest
    @EnumSource(OpenQasm.Version.class)
    void bitOrderSurvivesTheRoundTrip(OpenQasm.Version version) {
        Bits wanted = Bits.parse("1101000");
        Circuit.Builder b = Circuit.builder(7);
        for (int i = 0; i < 7; i++) {
            if (wanted.get(i) == 1) {
                b.add(GateKind.X, i);
            }
        }
        double[] p = new QasmInterpreter(OpenQasm.write(b.build(), version)).probabilities();
        int index = 0;
        while (p[index] < 0.5) {
            index++;
        }
        assertThat(index).isEqualTo((int) wanted.toIndex());
        // Qiskit prints the register as a binary number, Braket lists measured qubits in order.
        String qiskit = String.format("%7s", Integer.toBinaryString(index)).replace(' ', '0');
        assertThat(qiskit).isEqualTo("0001011");
        assertThat(CountsReader.read(Map.of(qiskit, 5L), 7, BitOrder.FIRST_VARIABLE_LAST))
                .isEqualTo(Map.of(wanted, 5L));
        assertThat(CountsReader.read(Map.of("1101000", 5L), 7, BitOrder.FIRST_VARIABLE_FIRST))
                .isEqualTo(Map.of(wanted, 5L));
        for (BitOrder order : BitOrder.values()) {
            assertThat(CountsReader.read(Map.of("0x" + Integer.toHexString(index), 5L), 7, order))
                    .isEqualTo(Map.of(wanted, 5L));
            assertThat(order.parse(order.format(wanted))).isEqualTo(wanted);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void routedCircuitsComputeTheSame(long seed) {
        SplittableRandom r = new SplittableRandom(seed);
        int n = 2 + (int) (seed % 5);
        Ising ising = RandomCircuits.ising(n, r);
        Circuit qaoa = QaoaCircuit.of(ising, RandomCircuits.numbers(2, r), RandomCircuits.numbers(2, r));
        for (Circuit c : new Circuit[] {qaoa, RandomCircuits.circuit(n, 30, 0, r)}) {
            double[] expected = Backend.stateVector().run(c).probabilities();
            for (Coupling coupling :
                    new Coupling[] {Coupling.allToAll(n), Coupling.linear(n), Coupling.heavyHexFor(n)}) {
                Routed routed = Router.route(c, coupling);
                Graph graph = coupling.graph();
                for (Gate g : routed.circuit().gates()) {
                    assertThat(!g.isTwoQubit() || g.kind() == GateKind.CX && graph.hasEdge(g.qubit(), g.other()))
                            .as("%s on %s", g, coupling)
                            .isTrue();
                }
                for (OpenQasm.Version v : OpenQasm.Version.values()) {
                    assertDistribution(new QasmInterpreter(OpenQasm.write(routed, v)).probabilities(), expected, 1e-11);
                }
            }
        }
    }

    @Test
    void denseLayersCostWhatTheSwapNetworkCosts() {
        int n = 10;
        Ising.Builder b = Ising.builder(n);
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                b.add(i, j, 1);
            }
        }
        Circuit c = QaoaCircuit.of(b.build(), new double[] {0.3}, new double[] {0.4});
        int pairs = n * (n - 1) / 2;
        assertThat(Router.route(c, Coupling.allToAll(n)).cost().twoQubitGates()).isEqualTo(2 * pairs);
        Routed line = Router.route(c, Coupling.linear(n));
        // one swap per pair at most, three CX for a swap with its RZZ
        assertThat(line.cost().twoQubitGates()).isLessThanOrEqualTo(3 * pairs);
        assertThat(line.cost().depth()).isLessThanOrEqualTo(4 * n + 2);
        assertThat(line.finalLayout()).isNotEqualTo(line.initialLayout());
        assertThat(Router.costs(c)).containsOnlyKeys("all-to-all", "linear", "heavy-hex");
        assertThat(Router.costs(c).get("linear")).isEqualTo(line.cost());
    }

    @Test
    void neighboursNeedNoSwaps() {
        Ising.Builder b = Ising.builder(8);
        for (int i = 0; i + 1 < 8; i++) {
            b.add(i, i + 1, 1);
        }
        Circuit c = QaoaCircuit.of(b.build(), new double[] {0.3, 0.1}, new double[] {0.4, 0.2});
        for (Coupling coupling : new Coupling[] {Coupling.linear(8), Coupling.heavyHexFor(8)}) {
            Routed routed = Router.route(c, coupling);
            assertThat(routed.cost().twoQubitGates()).isEqualTo(2 * 2 * 7);
            assertThat(routed.finalLayout()).isEqualTo(routed.initialLayout());
        }
    }

    @Test
    void heavyHexagonsHaveTheirShape() {
        Coupling hexagon = Coupling.heavyHex(2, 5);
        assertThat(hexagon.qubits()).isEqualTo(12 + 0);
        assertThat(hexagon.graph().edges()).isEqualTo(12);
        for (int rows = 1; rows < 7; rows++) {
            for (int columns = 5; columns < 18; columns += 4) {
                Coupling c = Coupling.heavyHex(rows, columns);
                for (int v = 0; v < c.qubits(); v++) {
                    assertThat(c.graph().degree(v)).isBetween(1, 3);
                }
                boolean[] seen = new boolean[c.qubits()];
                for (int k = 0; k < c.pathLength(); k++) {
                    assertThat(seen[c.path(k)]).isFalse();
                    seen[c.path(k)] = true;
                    assertThat(k == 0 || c.graph().hasEdge(c.path(k - 1), c.path(k)))
                            .isTrue();
                }
            }
        }
        for (int n = 1; n < 130; n++) {
            assertThat(Coupling.heavyHexFor(n).pathLength()).isGreaterThanOrEqualTo(n);
        }
        assertThatThrownBy(() -> Coupling.heavyHex(2, 7)).hasMessageContaining("7 columns");
        assertThatThrownBy(() -> Router.route(Circuit.builder(4).build(), Coupling.linear(3)))
                .hasMessageContaining("4 qubits");
    }

    @Test
    void countsAreReadInEveryShape() {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("01 10", 3L);
        counts.put("0x6", 4L);
        counts.put("0X1", 2L);
        counts.put("1_0_0_0", 1L);
        counts.put("0000", 0L);
        assertThat(CountsReader.read(counts, 4, BitOrder.FIRST_VARIABLE_LAST))
                .isEqualTo(Map.of(Bits.parse("0110"), 7L, Bits.parse("1000"), 2L, Bits.parse("0001"), 1L));
        String big = "0x1" + "0".repeat(20);
        assertThat(CountsReader.read(Map.of(big, 1L), 81, BitOrder.FIRST_VARIABLE_LAST))
                .containsOnlyKeys(Bits.zeros(81).with(80, 1));
    }

    @Test
    void wrongCountsAreNamed() {
        assertWrong(Map.of("012", 1L), "'012' is not a bitstring");
        assertWrong(Map.of("", 1L), "'' is not a bitstring");
        assertWrong(Map.of("0110", 1L), "'0110' has 4 bits, expected 3");
        assertWrong(Map.of("0xg", 1L), "'0xg' is not a hexadecimal number");
        assertWrong(Map.of("0x8", 1L), "'0x8' needs 4 bits, expected at most 3");
        assertWrong(Map.of("011", -1L), "count of '011' is -1");
        assertWrong(Map.of("011", 0L), "no counts above 0");
    }

    private static void assertWrong(Map<String, Long> counts, String message) {
        assertThatThrownBy(() -> CountsReader.read(counts, 3, BitOrder.FIRST_VARIABLE_FIRST))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void numbersDoNotDependOnTheLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            Circuit c = QaoaCircuit.of(
                    RandomCircuits.ising(3, new SplittableRandom(1)), new double[] {1e-7}, new double[] {2.5});
            String text = OpenQasm.write(c, OpenQasm.Version.V3);
            assertThat(text).contains("q[0]").contains("rx(5.0) q[2];").matches("(?s)\\p{ASCII}*");
            assertThat(new QasmInterpreter(text).qubits()).isEqualTo(3);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void openCircuitsAreRefused() {
        Circuit open = QaoaCircuit.parametric(RandomCircuits.ising(2, new SplittableRandom(1)), 1);
        assertThatThrownBy(() -> OpenQasm.write(open, OpenQasm.Version.V2)).hasMessageContaining("bind");
        assertThatThrownBy(() -> OpenQasm.write(Circuit.builder(0).build(), OpenQasm.Version.V2))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
