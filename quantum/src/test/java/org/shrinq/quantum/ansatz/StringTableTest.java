package org.shrinq.quantum.ansatz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shrinq.quantum.Objective;
import org.shrinq.quantum.Optimizer;
import org.shrinq.quantum.QuantumOptions;
import org.shrinq.quantum.QuantumRun;
import org.shrinq.quantum.QuantumTask;
import org.shrinq.quantum.StringTable;
import org.shrinq.quantum.circuit.Amplitudes;
import org.shrinq.quantum.circuit.RandomCircuits;
import org.shrinq.quantum.circuit.Reference.Matrix;
import org.shrinq.qubo.Qubo;
import org.shrinq.qubo.Sample;
import org.shrinq.qubo.run.RandomStreams;

/** The Grover mixer among strings with a table of energies, as those of a code are. */
class StringTableTest {
    static LongStream seeds() {
        return LongStream.rangeClosed(1, 6);
    }

    /** The 6 ranks of permutations of three on 3 qubits, or some of 16 strings. */
    private static StringTable table(long seed) {
        SplittableRandom r = new SplittableRandom(seed);
        int qubits = seed % 2 == 0 ? 3 : 4;
        long[] strings = qubits == 3
                ? new long[] {0, 1, 2, 3, 4, 5}
                : LongStream.range(0, 16).filter(z -> z % 5 != seed % 5).toArray();
        double[] energies =
                LongStream.of(strings).mapToDouble(z -> 100 + r.nextInt(6)).toArray();
        return StringTable.of(qubits, strings, energies);
    }

    private static QuantumTask task(StringTable table, QuantumOptions options) {
        return QuantumTask.of(Qubo.builder(9).build(), options, new RandomStreams(1))
                .withStrings(table);
    }

    /** Π exp(−iβ|F⟩⟨F|) exp(−iγC) |F⟩ with dense matrices over all 2ⁿ strings, invalid ones with any energy. */
    @ParameterizedTest
    @MethodSource("seeds")
    void isTheEvolutionWithDenseMatrices(long seed) {
        StringTable table = table(seed);
        QuantumTask task = task(table, QuantumOptions.defaults());
        SplittableRandom r = new SplittableRandom(seed + 100);
        Levels levels = Levels.of(task);
        Scaling scaling = Scaling.of(task);
        assertThat(scaling.scale()).isCloseTo(table.deviation(), within(1e-12));
        double[] angles = RandomCircuits.numbers(4, r);
        Amplitudes small = GroverQaoa.evolution(levels, scaling, 2).run(angles);

        int dim = 1 << table.qubits();
        double[] amplitude = new double[dim];
        double[] energy = new double[dim];
        for (int z = 0; z < dim; z++) {
            energy[z] = r.nextInt(50);
        }
        for (int k = 0; k < table.size(); k++) {
            amplitude[(int) table.string(k)] = 1 / Math.sqrt(table.size());
            energy[(int) table.string(k)] = table.energy(k) / scaling.scale();
        }
        double[] p = DenseGrover.probabilities(amplitude, energy, angles);
        double total = 0;
        for (int l = 0; l < levels.size(); l++) {
            double expected = 0;
            for (int k = levels.start()[l]; k < levels.start()[l + 1]; k++) {
                int z = (int) levels.strings()[k];
                assertThat(table.energyOf(z)).isEqualTo(levels.energy()[l]);
                expected += p[z];
            }
            assertThat(small.probabilities()[l]).isCloseTo(expected, within(1e-11));
            total += expected;
        }
        assertThat(total).as("nothing on other strings").isCloseTo(1, within(1e-11));
    }

    /** Two moves; the second leaves strings alone. */
    private static StringTable withExchanges(StringTable table) {
        int[] first = new int[table.size()];
        int[] second = new int[table.size()];
        for (int k = 0; k < first.length; k++) {
            first[k] = k ^ 1;
            second[k] = k % 4 == 3 ? k : k % 4 == 1 ? k : k + (k % 4 == 0 ? 2 : -2);
            second[k] = second[k] < table.size() ? second[k] : k;
        }
        if (first.length % 2 == 1) {
            first[first.length - 1] = first.length - 1;
        }
        return table.withExchanges(List.of(new StringTable.Exchange(first, 1), new StringTable.Exchange(second, 0.5)));
    }

    /** Π_e exp(−iβw_e·T_e) exp(−iγC) |F⟩ with dense matrices over the strings. */
    @ParameterizedTest
    @MethodSource("seeds")
    void exchangesAreTheEvolutionWithDenseMatrices(long seed) {
        StringTable table = withExchanges(table(seed));
        SplittableRandom r = new SplittableRandom(seed + 200);
        QuantumTask task = task(table, QuantumOptions.defaults().withLayers(2));
        int dim = table.size();
        double scale = Scaling.of(task).scale();
        double[] angles = RandomCircuits.numbers(4, r);
        double[] values = new double[dim];
        Matrix h = Matrix.zero(dim);
        Matrix state = Matrix.zero(dim); // first column
        for (int k = 0; k < dim; k++) {
            values[k] = (table.energy(k) - table.mean()) / scale;
            h.re()[k][k] = values[k];
            state.re()[k][0] = 1 / Math.sqrt(dim);
        }
        for (int l = 0; l < 2; l++) {
            state = h.times(0, -angles[l]).exp().times(state);
            for (StringTable.Exchange e : table.exchanges()) {
                Matrix t = Matrix.zero(dim);
                for (int k = 0; k < dim; k++) {
                    t.re()[e.partner()[k]][k] = 1;
                }
                state = t.times(0, -angles[2 + l] * e.weight()).exp().times(state);
            }
        }
        Amplitudes fast = ExchangeFamily.evolution(table, values, 2).run(angles);
        for (int k = 0; k < dim; k++) {
            assertThat(fast.re()[k]).isCloseTo(state.re()[k][0], within(1e-11));
            assertThat(fast.im()[k]).isCloseTo(state.im()[k][0], within(1e-11));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void gradientsAreExact(long seed) {
        SplittableRandom r = new SplittableRandom(seed);
        for (Objective objective : new Objective[] {Objective.EXPECTATION, Objective.CVAR, Objective.GIBBS}) {
            QuantumTask task =
                    task(withExchanges(table(seed)), QuantumOptions.defaults().withObjective(objective));
            for (DiagonalMethod method : List.of(new GroverQaoa(), new XyQaoa())) {
                DiagonalModel model = method.family(task, Scaling.of(task)).model();
                Gradients.check(method.id() + " " + objective, model, RandomCircuits.numbers(model.parameters(), r));
            }
        }
    }

    @Test
    void runsFindTheLowestAndStayAmongTheStrings() {
        StringTable table = withExchanges(table(3));
        double least = LongStream.range(0, table.size())
                .mapToDouble(k -> table.energy((int) k))
                .min()
                .orElseThrow();
        for (Optimizer optimizer : new Optimizer[] {QuantumOptions.defaults().optimizer(), Optimizer.COBYLA}) {
            QuantumOptions options = QuantumOptions.defaults()
                    .withOptimizer(optimizer)
                    .withShots(500)
                    .withMaxEvaluations(60);
            QuantumRun run =
                    (optimizer == Optimizer.COBYLA ? new GroverQaoa() : new XyQaoa()).run(task(table, options));
            assertThat(run.qubits()).isEqualTo(4);
            assertThat(run.samples().qubits()).isEqualTo(4);
            assertThat(run.samples().shots()).isEqualTo(500);
            assertThat(run.bestEnergy()).isEqualTo(least);
            for (Sample s : run.samples().samples()) {
                assertThat(table.energyOf(s.bits().toIndex())).isEqualTo(s.energy());
            }
            assertThat(run.expectation()).as("better than uniform").isLessThan(table.mean());
            assertThat(run.samples().expectation()).isCloseTo(run.expectation(), within(0.4));
        }
    }

    @Test
    void tablesAreChecked() {
        assertThatThrownBy(() -> StringTable.of(2, new long[0], new double[0])).hasMessageContaining("0 strings");
        assertThatThrownBy(() -> StringTable.of(2, new long[] {1, 4}, new double[2]))
                .hasMessageContaining("string 1 is 4 with energy 0.0, expected from 2 to 3");
        assertThatThrownBy(() -> StringTable.of(2, new long[] {1, 1}, new double[2]))
                .hasMessageContaining("expected from 2 to 3");
        assertThatThrownBy(() -> StringTable.of(2, new long[] {1}, new double[] {Double.NaN}))
                .hasMessageContaining("a finite energy");
        assertThatThrownBy(() ->
                        table(2).withExchanges(List.of(new StringTable.Exchange(new int[] {1, 2, 0, 3, 4, 5}, 1))))
                .hasMessageContaining("string 0 is exchanged with 1, which is not exchanged with it");
        assertThatThrownBy(() -> new XyQaoa().run(task(table(2), QuantumOptions.defaults())))
                .hasMessageContaining("the strings have no exchanges");
        assertThatThrownBy(() -> table(2).energyOf(7)).hasMessageContaining("string 7 is not in the table");
    }
}
