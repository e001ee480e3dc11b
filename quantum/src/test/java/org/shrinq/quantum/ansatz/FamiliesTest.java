package org.shrinq.quantum.ansatz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shrinq.quantum.Objective;
import org.shrinq.quantum.QuantumOptions;
import org.shrinq.quantum.QuantumTask;
import org.shrinq.quantum.circuit.Amplitudes;
import org.shrinq.quantum.circuit.Circuit;
import org.shrinq.quantum.circuit.Evolution;
import org.shrinq.quantum.circuit.QaoaCircuit;
import org.shrinq.quantum.circuit.RandomCircuits;
import org.shrinq.quantum.circuit.Reference;
import org.shrinq.quantum.circuit.Reference.Matrix;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.Ising;
import org.shrinq.qubo.Qubo;
import org.shrinq.qubo.SampleSet;
import org.shrinq.qubo.run.RandomStreams;

/** The states, objectives and gradients of the families whose measured bits are the variables. */
final class FamiliesTest {
    static LongStream seeds() {
        return LongStream.rangeClosed(1, 16);
    }

    private static QuantumTask task(Qubo q, QuantumOptions options) {
        return QuantumTask.of(q, options, new RandomStreams(1));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void productSpacesListTheirStringsAndEnergies(long seed) {
        SplittableRandom r = new SplittableRandom(seed);
        int n = 1 + (int) (seed % 9);
        Qubo q = Qubos.random(n, 0.7, seed);
        for (List<int[]> groups : List.of(List.<int[]>of(), Qubos.groups(n, r))) {
            StringSpace space = StringSpace.of(n, groups);
            double[] energies = space.energies(q);
            List<Long> listed = new ArrayList<>();
            for (int k = 0; k < space.size(); k++) {
                listed.add(space.index(k));
                assertThat(energies[k]).isCloseTo(q.energy(Bits.ofIndex(n, space.index(k))), within(1e-12));
            }
            assertThat(listed)
                    .containsExactlyInAnyOrderElementsOf(LongStream.range(0, 1L << n)
                            .filter(z -> Qubos.oneHot(z, groups))
                            .boxed()
                            .toList());
        }
        assertThat(StringSpace.all(n).index((1 << n) - 1)).isEqualTo((1L << n) - 1);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void objectivesAreTheirDefinitionsWithTheirGradients(long seed) {
        SplittableRandom r = new SplittableRandom(seed);
        int size = 20;
        double[] f = RandomCircuits.numbers(size, r);
        double[] p = r.doubles(size).toArray();
        double sum = java.util.Arrays.stream(p).sum();
        for (int k = 0; k < size; k++) {
            p[k] /= sum;
        }
        for (Objective kind : Objective.values()) {
            QuantumOptions options = QuantumOptions.defaults()
                    .withObjective(kind)
                    .withCvarAlpha(r.nextDouble(0.05, 1))
                    .withGibbsEta(r.nextDouble(0.1, 3));
            DiagonalObjective objective = DiagonalObjective.of(options, f);
            double[] observable = new double[size];
            double value = objective.evaluate(p, observable);
            assertThat(value).isCloseTo(defined(kind, options, f, p), within(1e-12));
            // moving a little mass from a to b changes the objective by the difference of the observable
            double step = 1e-7;
            int a = r.nextInt(size);
            int b = r.nextInt(size);
            double[] moved = p.clone();
            moved[a] -= step;
            moved[b] += step;
            double change = defined(kind, options, f, moved) - value;
            assertThat(change / step).isCloseTo(observable[b] - observable[a], within(1e-5));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void orderIsThatOfTheValues(long seed) {
        SplittableRandom r = new SplittableRandom(seed);
        double[] f = new double[1 + r.nextInt(300)];
        for (int k = 0; k < f.length; k++) {
            // ties, zeros of both signs, and neighbours that differ in the last bit
            double v = r.nextInt(-3, 4) * (r.nextBoolean() ? 1 : 1e-300);
            f[k] = r.nextBoolean() ? v : r.nextBoolean() ? Math.nextUp(v) : -v;
        }
        int[] order = DiagonalObjective.ascending(f);
        assertThat(java.util.Arrays.stream(order).sorted().toArray())
                .isEqualTo(java.util.stream.IntStream.range(0, f.length).toArray());
        for (int k = 1; k < order.length; k++) {
            assertThat(f[order[k - 1]]).isLessThanOrEqualTo(f[order[k]]);
            assertThat(f[order[k - 1]] < f[order[k]] || order[k - 1] < order[k]).isTrue();
        }
    }

    private static double defined(Objective kind, QuantumOptions options, double[] f, double[] p) {
        double min = java.util.Arrays.stream(f).min().orElseThrow();
        double[][] sorted = new double[f.length][];
        double mean = 0;
        double gibbs = 0;
        for (int k = 0; k < f.length; k++) {
            sorted[k] = new double[] {f[k], p[k]};
            mean += p[k] * f[k];
            gibbs += p[k] * Math.exp(-options.gibbsEta() * (f[k] - min));
        }
        java.util.Arrays.sort(sorted, java.util.Comparator.comparingDouble(s -> s[0]));
        double left = options.cvarAlpha();
        double cvar = 0;
        for (double[] s : sorted) {
            double take = Math.min(left, s[1]);
            cvar += take * s[0];
            left -= take;
        }
        return switch (kind) {
            case EXPECTATION, OBSERVABLE -> mean;
            case CVAR -> cvar / options.cvarAlpha();
            case GIBBS -> min - Math.log(gibbs) / options.gibbsEta();
        };
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void warmStartIsItsDefinition(long seed) {
        SplittableRandom r = new SplittableRandom(seed);
        int n = 1 + (int) (seed % 4);
        Ising ising = RandomCircuits.ising(n, r);
        double[] c = r.doubles(n, 0.1, 0.9).toArray();
        double[] angles = RandomCircuits.numbers(4, r); // two layers
        Matrix m = Matrix.zero(1 << n);
        Matrix h = Matrix.zero(1 << n);
        Matrix prepare = Matrix.identity(1 << n);
        for (int i = 0; i < n; i++) {
            double theta = 2 * Math.asin(Math.sqrt(c[i]));
            Matrix mixer = Reference.X.times(Math.sin(theta), 0).plus(Reference.Z.times(Math.cos(theta), 0));
            m = m.plus(Reference.on(n, i, mixer));
            prepare = Reference.on(n, i, Reference.Y.times(0, -theta / 2).exp()).times(prepare);
            h = h.plus(Reference.on(n, i, Reference.Z).times(ising.linear(i), 0));
            for (int j = i + 1; j < n; j++) {
                h = h.plus(Reference.on(n, i, Reference.Z)
                        .times(Reference.on(n, j, Reference.Z))
                        .times(ising.coupling(i, j), 0));
            }
        }
        // the start is the eigenstate of the mixer with the highest eigenvalue n
        double[][] start = prepare.column(0);
        double[][] mixed = m.times(prepare).column(0);
        for (int z = 0; z < start[0].length; z++) {
            assertThat(mixed[0][z]).isCloseTo(n * start[0][z], within(1e-12));
        }
        Matrix u = prepare;
        for (int l = 0; l < 2; l++) {
            u = m.times(0, -angles[2 + l])
                    .exp()
                    .times(h.times(0, -angles[l]).exp())
                    .times(u);
        }
        double[][] expected = u.column(0);
        Circuit circuit = AnsatzCircuits.warmStart(ising, c, 2);
        Amplitudes state = Evolution.of(circuit).run(angles);
        for (int z = 0; z < state.length(); z++) {
            assertThat(state.re()[z]).isCloseTo(expected[0][z], within(1e-10));
            assertThat(state.im()[z]).isCloseTo(expected[1][z], within(1e-10));
        }
        // with c = 1/2 it is the QAOA
        java.util.Arrays.fill(c, 0.5);
        double[] cold =
                Evolution.of(AnsatzCircuits.warmStart(ising, c, 2)).run(angles).probabilities();
        double[] qaoa =
                Evolution.of(QaoaCircuit.parametric(ising, 2)).run(angles).probabilities();
        for (int z = 0; z < cold.length; z++) {
            assertThat(cold[z]).isCloseTo(qaoa[z], within(1e-12));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void xyInTheProductSpaceIsTheFullCircuit(long seed) {
        SplittableRandom r = new SplittableRandom(seed);
        int n = 3 + (int) (seed % 6);
        Qubo q = Qubos.random(n, 0.7, seed);
        List<int[]> groups = Qubos.groups(n, r);
        Scaling scaling = Scaling.of(q);
        StringSpace space = StringSpace.of(n, groups);
        double[] angles = RandomCircuits.numbers(4, r);
        double[] small = XyQaoa.evolution(space, space.energies(q), scaling, 2)
                .run(angles)
                .probabilities();
        double[] full = Evolution.of(AnsatzCircuits.xyMixer(scaling.ising(), groups, 2))
                .run(angles)
                .probabilities();
        double inside = 0;
        for (int k = 0; k < small.length; k++) {
            int z = (int) space.index(k);
            assertThat(small[k]).isCloseTo(full[z], within(1e-12));
            inside += full[z];
        }
        assertThat(inside).isCloseTo(1, within(1e-12));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void groverByLevelsIsTheDenseEvolution(long seed) {
        SplittableRandom r = new SplittableRandom(seed);
        int n = 3;
        // small integers, so that many strings share an energy
        Qubo.Builder b = Qubo.builder(n);
        for (int i = 0; i < n; i++) {
            b.addLinear(i, r.nextInt(-1, 2)).add(i, (i + 1) % n, r.nextInt(-1, 2));
        }
        Qubo q = b.build();
        long mask = 1 + r.nextInt(255);
        QuantumTask task = task(q, QuantumOptions.defaults()).withFeasible(x -> (mask >>> x.toIndex() & 1) == 1);
        Scaling scaling = Scaling.of(q);
        Levels levels = Levels.of(task);
        double[] angles = RandomCircuits.numbers(4, r);
        Amplitudes small = GroverQaoa.evolution(levels, scaling, 2).run(angles);

        int dim = 1 << n;
        double norm = 1 / Math.sqrt(Long.bitCount(mask));
        double[] start = new double[dim];
        double[] energy = new double[dim];
        for (int z = 0; z < dim; z++) {
            start[z] = (mask >>> z & 1) * norm;
            energy[z] = scaling.ising().energy(Bits.ofIndex(n, z));
        }
        double[] p = DenseGrover.probabilities(start, energy, angles);
        double total = 0;
        for (int l = 0; l < levels.size(); l++) {
            double expected = 0;
            for (int k = levels.start()[l]; k < levels.start()[l + 1]; k++) {
                int z = (int) levels.strings()[k];
                assertThat(mask >>> z & 1).isEqualTo(1);
                assertThat(q.energy(Bits.ofIndex(n, z))).isCloseTo(levels.energy()[l], within(1e-12));
                expected += p[z];
            }
            assertThat(small.probabilities()[l]).isCloseTo(expected, within(1e-11));
            total += expected;
        }
        assertThat(total).isCloseTo(1, within(1e-11));
        assertThat(levels.strings()).hasSize(Long.bitCount(mask));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyLossHasItsGradient(long seed) {
        SplittableRandom r = new SplittableRandom(seed);
        int n = 4;
        Qubo q = Qubos.random(n, 0.7, seed);
        List<int[]> groups = List.of(new int[] {2, 0, 3});
        double[] table = RandomCircuits.numbers(1 << n, r);
        for (Objective kind : Objective.values()) {
            QuantumTask task = task(q, QuantumOptions.defaults().withLayers(2).withObjective(kind))
                    .withOneHotGroups(groups)
                    .withFeasible(x -> x.ones() != 2)
                    .withWarmStart(new double[] {0, 0.4, 0.6, 1});
            QuantumTask observed = task.withObservable(z -> table[(int) z]);
            for (QuantumTask t : kind == Objective.OBSERVABLE ? List.of(observed) : List.of(task, observed)) {
                for (DiagonalMethod method : List.of(
                        new WarmStartQaoa(),
                        new XyQaoa(),
                        new GroverQaoa(),
                        new HardwareEfficientVqe(AnsatzCircuits.Entangler.FULL))) {
                    DiagonalModel model = method.family(t, Scaling.of(q)).model();
                    Gradients.check(method.id() + " " + kind, model, RandomCircuits.numbers(model.parameters(), r));
                }
            }
        }
        assertThatThrownBy(() ->
                        new XyQaoa().run(task(q, QuantumOptions.defaults().withObjective(Objective.OBSERVABLE))))
                .hasMessageContaining("without an observable");
    }

    /** Shots estimate what the exact value is, whatever is trained. */
    @Test
    void sampledValuesEstimateTheExactOnes() {
        int n = 6;
        Qubo q = Qubos.random(n, 0.6, 11);
        Scaling scaling = Scaling.of(q);
        SplittableRandom r = new SplittableRandom(12);
        List<CompressedMethod> compressed = List.of(new PauliCorrelationEncoding(), new RandomAccessOptimization());
        List<DiagonalMethod> diagonal = List.of(
                new WarmStartQaoa(),
                new XyQaoa(),
                new GroverQaoa(),
                new HardwareEfficientVqe(AnsatzCircuits.Entangler.LINEAR));
        for (Objective objective : List.of(Objective.EXPECTATION, Objective.CVAR, Objective.GIBBS)) {
            QuantumTask task = task(
                            q,
                            QuantumOptions.defaults()
                                    .withObjective(objective)
                                    .withLayers(2)
                                    .withShots(400_000))
                    .withOneHotGroups(List.of(new int[] {1, 3}));
            Map<String, Loss> losses = new TreeMap<>();
            diagonal.forEach(m -> losses.put(m.id(), m.family(task, scaling).model()));
            compressed.forEach(m -> losses.put(m.id(), m.encode(task, scaling).loss(new HashMap<>(), task)));
            losses.forEach((id, loss) -> {
                double[] theta = RandomCircuits.numbers(loss.parameters(), r);
                double exact = loss.valueAndGradient(theta, new double[theta.length], () -> false);
                double spread = 0;
                for (int k = 0; k < 3; k++) {
                    double estimate = loss.sampled(theta, k, () -> false);
                    assertThat(estimate).as("%s, %s", id, objective).isCloseTo(exact, within(0.03));
                    spread += Math.abs(estimate - exact);
                }
                assertThat(spread).as("%s has shots of its own", id).isPositive();
                assertThat(loss.sampled(theta, 7, () -> false)).isEqualTo(loss.sampled(theta, 7, () -> false));
                assertThat(loss.sampled(theta, 0, () -> true)).isNaN();
                assertThat(loss.valueAndGradient(theta, new double[theta.length], () -> true))
                        .isNaN();
            });
        }
    }

    /** Every parameter of the hardware-efficient circuits moves some expectation. */
    @Test
    void noParameterIsWithoutEffect() {
        SplittableRandom r = new SplittableRandom(5);
        for (AnsatzCircuits.Entangler entangler : AnsatzCircuits.Entangler.values()) {
            for (int n = 1; n <= 5; n++) {
                for (int layers = 1; layers <= 3; layers++) {
                    Circuit c = AnsatzCircuits.hardwareEfficient(n, layers, entangler);
                    assertThat(c.parameters()).isEqualTo(n * (2 * layers + 1));
                    double[] gradient = new double[c.parameters()];
                    Evolution.of(c)
                            .valueAndGradient(
                                    RandomCircuits.numbers(1 << n, r),
                                    RandomCircuits.numbers(c.parameters(), r),
                                    gradient);
                    for (double g : gradient) {
                        assertThat(Math.abs(g)).isGreaterThan(1e-9);
                    }
                }
            }
        }
    }

    @Test
    void modelSamplesAreItsDistribution() {
        int n = 4;
        Qubo q = Qubos.random(n, 0.7, 3);
        QuantumTask task = task(q, QuantumOptions.defaults()).withOneHotGroups(List.of(new int[] {1, 3}));
        DiagonalModel model = new XyQaoa().family(task, Scaling.of(q)).model();
        double[] p = model.probabilities(new double[] {0.3, 0.2, 0.1, -0.3, -0.2, -0.1});
        int shots = 20_000;
        long[] drawn = model.sample(p, shots, new SplittableRandom(1));
        SampleSet set = SampleSet.ofIndices(n, drawn, z -> q.energy(Bits.ofIndex(n, z)));
        double second = 0;
        double mean = model.expectation(p);
        StringSpace space = StringSpace.of(n, task.oneHotGroups());
        double[] e = space.energies(q);
        for (int k = 0; k < p.length; k++) {
            second += p[k] * e[k] * e[k];
        }
        assertThat(set.expectation()).isCloseTo(mean, within(5 * Math.sqrt((second - mean * mean) / shots)));
    }
}
