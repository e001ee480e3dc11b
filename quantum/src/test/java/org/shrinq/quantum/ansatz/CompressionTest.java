package org.shrinq.quantum.ansatz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shrinq.quantum.QuantumOptions;
import org.shrinq.quantum.QuantumTask;
import org.shrinq.quantum.circuit.Amplitudes;
import org.shrinq.quantum.circuit.Angle;
import org.shrinq.quantum.circuit.Circuit;
import org.shrinq.quantum.circuit.Evolution;
import org.shrinq.quantum.circuit.GateKind;
import org.shrinq.quantum.circuit.RandomCircuits;
import org.shrinq.quantum.circuit.Reference;
import org.shrinq.quantum.circuit.Reference.Matrix;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.Ising;
import org.shrinq.qubo.Qubo;
import org.shrinq.qubo.run.RandomStreams;

/** The encodings with fewer qubits than variables. */
final class CompressionTest {
    static LongStream seeds() {
        return LongStream.rangeClosed(1, 16);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void pauliStringsAreTheirMatrices(long seed) {
        SplittableRandom r = new SplittableRandom(seed);
        int n = 3;
        Amplitudes state = Evolution.of(RandomCircuits.circuit(n, 30, 0, r)).run();
        Matrix[] paulis = {Reference.X, Reference.Y, Reference.Z};
        PauliString string = new PauliString(0, 0);
        Matrix matrix = Matrix.identity(1 << n);
        for (int q = 0; q < n; q++) {
            int which = r.nextInt(4);
            if (which < 3) {
                string = string.times(PauliString.of(PauliString.Axis.values()[which], q));
                matrix = matrix.times(Reference.on(n, q, paulis[which]));
            }
        }
        double expected = 0;
        Amplitudes applied = Amplitudes.zeros(1 << n);
        string.addApplied(0.7, state, applied);
        for (int z = 0; z < 1 << n; z++) {
            double x = 0;
            double y = 0;
            for (int w = 0; w < 1 << n; w++) {
                x += matrix.re()[z][w] * state.re()[w] - matrix.im()[z][w] * state.im()[w];
                y += matrix.re()[z][w] * state.im()[w] + matrix.im()[z][w] * state.re()[w];
            }
            expected += state.re()[z] * x + state.im()[z] * y;
            assertThat(applied.re()[z]).isCloseTo(0.7 * x, within(1e-12));
            assertThat(applied.im()[z]).isCloseTo(0.7 * y, within(1e-12));
        }
        assertThat(string.expectation(state)).isCloseTo(expected, within(1e-12));
    }

    @Test
    void correlationPlacesAreDistinctAndAsManyAsPossible() {
        PauliCorrelationEncoding pce = new PauliCorrelationEncoding();
        for (int n = 1; n <= 120; n++) {
            int m = pce.qubitsFor(Qubo.builder(n).build());
            assertThat(3 * m * (m - 1) / 2).isGreaterThanOrEqualTo(n);
            assertThat(m == 2 || 3 * (m - 1) * (m - 2) / 2 < n).isTrue();
            Set<PauliString> seen = new HashSet<>();
            for (PauliCorrelationEncoding.Place p : PauliCorrelationEncoding.places(n, m)) {
                assertThat(seen.add(p.string())).isTrue();
                assertThat(p.second()).isLessThan(m);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void lossesHaveTheirGradients(long seed) {
        SplittableRandom r = new SplittableRandom(seed);
        int n = 7;
        Qubo q = Qubos.random(n, 0.4, seed);
        Scaling scaling = Scaling.of(q);
        QuantumTask task = QuantumTask.of(q, QuantumOptions.defaults().withLayers(2), new RandomStreams(1));
        for (CompressedMethod method : List.of(new PauliCorrelationEncoding(), new RandomAccessOptimization())) {
            Map<Bits, Long> met = new HashMap<>();
            Loss loss = method.encode(task, scaling).loss(met, task);
            Gradients.check(method.id(), loss, RandomCircuits.numbers(loss.parameters(), r));
            assertThat(met).isNotEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void coupledVariablesNeverShareAQubit(long seed) {
        Qubo q = Qubos.random(20, 0.15, seed);
        RandomAccessEncoding code = RandomAccessEncoding.of(q);
        boolean[] seen = new boolean[20];
        for (int[] vs : code.occupants()) {
            assertThat(vs.length).isBetween(1, 3);
            for (int v : vs) {
                assertThat(seen[v]).isFalse();
                seen[v] = true;
                for (int w : vs) {
                    assertThat(q.coupling(v, w)).isZero();
                }
            }
        }
        assertThat(seen).containsOnly(true);
        assertThat(code.qubits()).isLessThan(14);
    }

    /** The product state whose Bloch vectors are the code words of x. */
    private static Circuit codeWord(RandomAccessEncoding code, byte[] x) {
        Circuit.Builder b = Circuit.builder(code.qubits());
        for (int q = 0; q < code.qubits(); q++) {
            double[] v = new double[3];
            int[] vs = code.occupants().get(q);
            for (int k = 0; k < vs.length; k++) {
                v[code.axis(q, k).component()] = (1 - 2 * x[vs[k]]) / Math.sqrt(vs.length);
            }
            b.add(GateKind.RY, q, Angle.of(Math.acos(Math.max(-1, Math.min(1, v[2])))));
            b.add(GateKind.RZ, q, Angle.of(Math.atan2(v[1], v[0])));
        }
        return b.build();
    }

    /** On code words the relaxed Hamiltonian is the energy, and the rounding by signs gives the string back. */
    @ParameterizedTest
    @MethodSource("seeds")
    void codeWordsHaveTheEnergyOfTheirString(long seed) {
        SplittableRandom r = new SplittableRandom(seed);
        int n = 9;
        Qubo q = Qubos.random(n, 0.3, seed);
        Ising ising = Scaling.of(q).ising();
        RandomAccessEncoding code = RandomAccessEncoding.of(q);
        byte[] x = new byte[n];
        for (int i = 0; i < n; i++) {
            x[i] = (byte) r.nextInt(2);
        }
        Map<Bits, Long> met = new HashMap<>();
        Loss loss = new RandomAccessOptimization.RelaxedLoss(
                Evolution.of(codeWord(code, x)),
                ising,
                code,
                met,
                QuantumTask.of(q, QuantumOptions.defaults(), new RandomStreams(seed)));
        assertThat(loss.valueAndGradient(new double[0], new double[0], () -> false))
                .isCloseTo(ising.energy(x), within(1e-12));
        assertThat(met).containsOnlyKeys(Bits.of(x));
    }

    /** A code word of r occupants is measured with mean spin z/r in every place (r = 1: exactly). */
    @Test
    void magicRoundingRecoversWhatItShould() {
        int n = 9;
        Qubo.Builder b = Qubo.builder(n); // a path: few couplings, so that qubits are shared
        for (int i = 0; i + 1 < n; i++) {
            b.add(i, i + 1, 1);
        }
        Qubo q = b.build();
        RandomAccessEncoding code = RandomAccessEncoding.of(q);
        byte[] x = {0, 1, 1, 0, 1, 0, 0, 1, 1};
        int shots = 30_000;
        QuantumTask task = QuantumTask.of(q, QuantumOptions.defaults().withShots(shots), new RandomStreams(3));
        Map<Bits, Long> found =
                new RandomAccessOptimization().encode(task, Scaling.of(q)).measure(codeWord(code, x), task);
        assertThat(found.values().stream().mapToLong(c -> c).sum()).isEqualTo(shots);
        for (int[] vs : code.occupants()) {
            for (int v : vs) {
                double mean = found.entrySet().stream()
                                .mapToDouble(
                                        e -> e.getValue() * (1 - 2 * e.getKey().get(v)))
                                .sum()
                        / shots;
                // directions are drawn 32 times only, so their share of each sign fluctuates too
                assertThat(mean * (1 - 2 * x[v])).isCloseTo(1.0 / vs.length, within(0.25));
            }
        }
        assertThat(code.occupants().stream().anyMatch(o -> o.length == 3)).isTrue();
    }

    /** The measured signs of a state with definite correlations are those correlations. */
    @Test
    void measuredSignsAreTheExactOnes() {
        SplittableRandom r = new SplittableRandom(2);
        int n = 9;
        Qubo q = Qubos.random(n, 0.5, 4);
        QuantumTask task = QuantumTask.of(q, QuantumOptions.defaults().withShots(96_000), new RandomStreams(5));
        PauliCorrelationEncoding pce = new PauliCorrelationEncoding();
        CompressedMethod.Encoding encoding = pce.encode(task, Scaling.of(q));
        double[] theta = RandomCircuits.numbers(encoding.parametric().parameters(), r);
        Circuit bound = encoding.parametric().bind(theta);
        Amplitudes state = Evolution.of(bound).run();
        Map<Bits, Long> found = encoding.measure(bound, task);
        double strings = found.values().stream().mapToLong(c -> c).sum();
        assertThat(strings).isEqualTo(2000);
        PauliCorrelationEncoding.Place[] places = PauliCorrelationEncoding.places(n, 3);
        for (int i = 0; i < n; i++) {
            int v = i;
            double expectation = places[i].string().expectation(state);
            // P(sum of 16 outcomes < 0) + half of P(sum = 0), from the binomial distribution
            double p = (1 - expectation) / 2;
            double negative = 0;
            double binomial = Math.pow(1 - p, 16);
            for (int k = 0; k <= 16; k++) {
                negative += k > 8 ? binomial : k == 8 ? binomial / 2 : 0;
                binomial *= (16.0 - k) / (k + 1) * p / (1 - p);
            }
            double share = found.entrySet().stream()
                            .mapToDouble(e -> e.getValue() * e.getKey().get(v))
                            .sum()
                    / strings;
            assertThat(share).isCloseTo(negative, within(5 * Math.sqrt(0.25 / strings)));
        }
        assertThat(Arrays.stream(places)
                        .map(PauliCorrelationEncoding.Place::axis)
                        .distinct())
                .hasSize(3);
    }
}
