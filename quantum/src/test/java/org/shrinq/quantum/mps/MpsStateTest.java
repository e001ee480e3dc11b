package org.shrinq.quantum.mps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shrinq.quantum.circuit.Amplitudes;
import org.shrinq.quantum.circuit.Circuit;
import org.shrinq.quantum.circuit.Evolution;
import org.shrinq.quantum.circuit.QaoaCircuit;
import org.shrinq.quantum.circuit.RandomCircuits;
import org.shrinq.quantum.lightcone.ConeLimits;
import org.shrinq.quantum.lightcone.LightConeQaoa;
import org.shrinq.quantum.statevector.SpinMoments;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.Ising;
import org.shrinq.qubo.run.Deadline;

/** Matrix product states against the state vector, full and cut. */
final class MpsStateTest {
    private static final MpsOptions FULL = MpsOptions.DEFAULTS.withBond(256);

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 60);
    }

    private static MpsState run(Circuit circuit, MpsOptions options) {
        return MpsState.run(circuit, options, () -> false).orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anyCircuitIsThatOfTheStateVector(long seed) {
        SplittableRandom r = new SplittableRandom(seed);
        int n = 1 + (int) (seed % 9);
        Circuit circuit = RandomCircuits.circuit(n, 12 * n, 0, r);
        MpsState mps = run(circuit, FULL);
        Amplitudes exact = Evolution.of(circuit).run();
        assertThat(mps.fidelity()).isEqualTo(1);
        // up to one phase: |<exact|mps>| = 1 and every probability agrees
        double re = 0;
        double im = 0;
        double[] p = exact.probabilities();
        for (int z = 0; z < 1 << n; z++) {
            double[] a = mps.amplitude(Bits.ofIndex(n, z));
            assertThat(a[0] * a[0] + a[1] * a[1]).as("p(%d)", z).isCloseTo(p[z], within(1e-11));
            re += exact.re()[z] * a[0] + exact.im()[z] * a[1];
            im += exact.re()[z] * a[1] - exact.im()[z] * a[0];
        }
        assertThat(Math.hypot(re, im)).isCloseTo(1, within(1e-11));
    }

    private static Ising model(int n, double perVertex, SplittableRandom r) {
        Ising.Builder b = Ising.builder(n).addOffset(0.3);
        for (int i = 0; i < n; i++) {
            b.addField(i, r.nextDouble(-1, 1));
        }
        for (int e = 0; e < perVertex * n; e++) {
            b.add(r.nextInt(n), r.nextInt(n), r.nextDouble(-1, 1));
        }
        return b.build();
    }

    private static SpinMoments moments(Circuit circuit) {
        return SpinMoments.of(Evolution.of(circuit).run().probabilities());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void expectationsWithFullBondsAreExact(long seed) {
        SplittableRandom r = new SplittableRandom(seed);
        int n = seed == 60 ? 16 : seed % 20 == 0 ? 14 : 2 + (int) (seed % 9);
        Ising ising = model(n, 0.5 + r.nextDouble(2), r);
        int p = 1 + (int) (seed % 3);
        Circuit circuit = QaoaCircuit.of(
                ising, r.doubles(p, -1, 1).toArray(), r.doubles(p, -1, 1).toArray());
        MpsState mps = run(circuit, FULL);
        Ising all = complete(n, ising);
        MpsState.Expectations e = mps.expectations(all, () -> false).orElseThrow();
        SpinMoments exact = moments(circuit);
        assertThat(mps.fidelity()).isEqualTo(1);
        double[] energy = {all.offset()};
        for (int i = 0; i < n; i++) {
            assertThat(e.single()[i]).as("<Z%d>", i).isCloseTo(exact.single(i), within(1e-10));
            energy[0] += all.linear(i) * exact.single(i);
        }
        int[] k = {0};
        all.forEachCoupling((i, j, c) -> {
            assertThat(e.pair()[k[0]++]).as("<Z%d Z%d>", i, j).isCloseTo(exact.pair(i, j), within(1e-10));
            energy[0] += c * exact.pair(i, j);
        });
        assertThat(e.energy()).isCloseTo(energy[0], within(1e-10));
    }

    /** The model with a small coupling on every pair, so that all pairs are asked for. */
    private static Ising complete(int n, Ising ising) {
        Ising.Builder b = Ising.builder(n).addOffset(ising.offset());
        for (int i = 0; i < n; i++) {
            b.addField(i, ising.linear(i));
            for (int j = i + 1; j < n; j++) {
                b.add(i, j, ising.coupling(i, j) + 1e-3);
            }
        }
        return b.build();
    }

    /** Cut states: the fidelity told is near the true one. */
    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsCutIsTold(long seed) {
        SplittableRandom r = new SplittableRandom(seed);
        int n = 10;
        Ising ising = model(n, 1.5, r);
        Circuit circuit = QaoaCircuit.of(ising, new double[] {0.4, 0.5}, new double[] {-0.5, -0.3});
        int bond = 6 + (int) (seed % 20);
        MpsState mps = run(circuit, MpsOptions.DEFAULTS.withBond(bond));
        assertThat(mps.largestBond()).isLessThanOrEqualTo(bond);
        Amplitudes exact = Evolution.of(circuit).run();
        double re = 0;
        double im = 0;
        double norm = 0;
        for (int z = 0; z < 1 << n; z++) {
            double[] a = mps.amplitude(Bits.ofIndex(n, z));
            norm += a[0] * a[0] + a[1] * a[1];
            re += exact.re()[z] * a[0] + exact.im()[z] * a[1];
            im += exact.re()[z] * a[1] - exact.im()[z] * a[0];
        }
        double fidelity = re * re + im * im;
        assertThat(norm).isCloseTo(1, within(1e-10));
        double lost = 1 - mps.fidelity();
        assertThat(1 - fidelity).as("bond %d", bond).isBetween(0.2 * lost - 1e-9, 3 * lost + 1e-9);
    }

    @ParameterizedTest
    @ValueSource(ints = {6, 11, 16})
    void stringsHaveTheDistributionOfTheState(int n) {
        SplittableRandom r = new SplittableRandom(4);
        Ising ising = model(n, 1.5, r);
        Circuit circuit = QaoaCircuit.of(ising, new double[] {0.6, 0.4}, new double[] {-0.5, -0.3});
        double[] p = Evolution.of(circuit).run().probabilities();
        int shots = 10_000;
        MpsState state = run(circuit, FULL);
        List<Bits> drawn = state.sample(shots, new SplittableRandom(1), () -> false);
        double[] count = new double[1 << n];
        drawn.forEach(x -> count[(int) x.toIndex()]++);
        // strings by falling probability, so many together that at least twenty are expected
        int[] order = IntStream.range(0, 1 << n)
                .boxed()
                .sorted((a, b) -> Double.compare(p[b], p[a]))
                .mapToInt(z -> z)
                .toArray();
        double chi2 = 0;
        int cells = 0;
        double expected = 0;
        double found = 0;
        for (int z : order) {
            expected += shots * p[z];
            found += count[z];
            if (expected >= 20) {
                chi2 += (found - expected) * (found - expected) / expected;
                cells++;
                expected = 0;
                found = 0;
            }
        }
        double deviation = Math.sqrt(2.0 * cells);
        assertThat(chi2).as("%d cells", cells).isBetween(cells - 4 * deviation, cells + 4 * deviation);
        assertThat(state.sample(50, new SplittableRandom(1), () -> false)).isEqualTo(drawn.subList(0, 50));
    }

    /** A chain with chords, which bonds of four cannot hold. */
    private static Ising chords(int n, SplittableRandom r) {
        Ising.Builder b = Ising.builder(n);
        for (int i = 0; i < n; i++) {
            b.addField(i, r.nextDouble(-0.5, 0.5));
            if (i > 0) {
                b.add(i - 1, i, r.nextDouble(-1, 1));
            }
            int j = i + 2 + r.nextInt(4);
            if (i % 2 == 0 && j < n) {
                b.add(i, j, r.nextDouble(-1, 1));
            }
        }
        return b.build();
    }

    /** Max-cut on a random cubic graph: three perfect matchings without common pairs. */
    private static Ising cubic(int n, SplittableRandom r) {
        Ising.Builder b = Ising.builder(n);
        Set<Long> pairs = new HashSet<>();
        for (int matching = 0; matching < 3; ) {
            int[] order = IntStream.range(0, n).toArray();
            for (int i = n - 1; i > 0; i--) {
                int j = r.nextInt(i + 1);
                int t = order[i];
                order[i] = order[j];
                order[j] = t;
            }
            Set<Long> fresh = new HashSet<>(pairs);
            boolean simple = true;
            for (int k = 0; k < n; k += 2) {
                long lower = Math.min(order[k], order[k + 1]);
                simple &= fresh.add(lower * n + Math.max(order[k], order[k + 1]));
            }
            if (simple) {
                pairs = fresh;
                matching++;
            }
        }
        pairs.forEach(pair -> b.add((int) (pair / n), (int) (pair % n), 0.5));
        return b.build();
    }

    /** Light cones know the energy where no state vector does: what is cut changes it by less than 1 − F of Σ|c|. */
    @ParameterizedTest
    @CsvSource({"chords, 100, 3", "chords, 200, 2", "chords, 400, 2", "cubic, 100, 2", "cubic, 200, 1"})
    void energiesOfCutStatesAreWithinTheEstimate(String kind, int n, int p) {
        Ising ising = kind.equals("cubic") ? cubic(n, new SplittableRandom(n)) : chords(n, new SplittableRandom(n + p));
        double[] gamma =
                IntStream.range(0, p).mapToDouble(l -> 0.7 * (l + 0.5) / p).toArray();
        double[] beta =
                IntStream.range(0, p).mapToDouble(l -> -0.7 * (p - l - 0.5) / p).toArray();
        double exact = LightConeQaoa.of(ising, p, ConeLimits.DEFAULTS, 1, Deadline.never())
                .orElseThrow()
                .energy(gamma, beta, () -> false);
        double[] unscaled =
                Arrays.stream(gamma).map(g -> g / ising.maxAbsCoefficient()).toArray();
        double[] size = {0};
        for (int i = 0; i < n; i++) {
            size[0] += Math.abs(ising.linear(i));
        }
        ising.forEachCoupling((i, j, c) -> size[0] += Math.abs(c));
        double before = Double.POSITIVE_INFINITY;
        for (int bond : new int[] {4, 12}) {
            MpsState state = run(QaoaCircuit.of(ising, unscaled, beta), MpsOptions.DEFAULTS.withBond(bond));
            double error = Math.abs(
                    state.expectations(ising, () -> false).orElseThrow().energy() - exact);
            double lost = 1 - state.fidelity();
            assertThat(lost).as("lost at bond %d", bond).isBetween(1e-9, before);
            assertThat(error).as("error at bond %d", bond).isLessThan(lost * size[0]);
            before = kind.equals("chords") ? lost / 10 : lost; // of a cubic graph nearly all of the norm is cut
        }
    }

    @Test
    void refusesAndStops() {
        Circuit circuit = QaoaCircuit.parametric(Ising.builder(3).add(0, 1, 1).build(), 1);
        assertThatThrownBy(() -> run(circuit, FULL)).hasMessageContaining("2 parameters without values");
        assertThat(MpsState.run(circuit.bind(0.1, 0.2), FULL, () -> true)).isEmpty();
        assertThatThrownBy(() -> MpsOptions.DEFAULTS.withBond(0)).hasMessageContaining("expected 1 to 4096");
        Circuit wide = Circuit.builder(4000).build();
        assertThatThrownBy(() -> run(wide, MpsOptions.DEFAULTS.withBond(4096)))
                .isInstanceOf(org.shrinq.quantum.InsufficientMemoryException.class);
        MpsState empty = run(Circuit.builder(0).build(), FULL);
        assertThat(empty.sample(2, new SplittableRandom(1), () -> false)).hasSize(2);
    }
}
