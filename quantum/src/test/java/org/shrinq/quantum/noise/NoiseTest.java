package org.shrinq.quantum.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shrinq.quantum.backend.Backend;
import org.shrinq.quantum.circuit.Circuit;
import org.shrinq.quantum.circuit.Gate;
import org.shrinq.quantum.circuit.QaoaCircuit;
import org.shrinq.quantum.circuit.RandomCircuits;
import org.shrinq.quantum.circuit.Reference;
import org.shrinq.quantum.circuit.Reference.Matrix;
import org.shrinq.qubo.Ising;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.qubo.run.RandomStreams;

final class NoiseTest {
    static LongStream seeds() {
        return LongStream.rangeClosed(1, 12);
    }

    /** The diagonal of the exact density matrix after gates, channels and readout, by full matrices. */
    private static double[] exact(Circuit circuit, NoiseModel noise) {
        int n = circuit.qubits();
        int dim = 1 << n;
        Matrix rho = Matrix.zero(dim);
        rho.re()[0][0] = 1;
        Matrix[] pauli = {Reference.I, Reference.X, Reference.Y, Reference.Z};
        for (Gate g : circuit.gates()) {
            Matrix u = Reference.gate(n, g, new double[0]);
            rho = u.times(rho).times(u.dagger());
            int times = g.isTwoQubit() ? NoisySampler.cxCount(g.kind()) : 1;
            int count = g.isTwoQubit() ? 16 : 4;
            double p = g.isTwoQubit() ? noise.p2() : noise.p1();
            for (int k = 0; k < times; k++) {
                Matrix sum = rho.times(1 - p, 0);
                for (int e = 1; e < count; e++) {
                    Matrix error = Reference.on(n, g.qubit(), pauli[e % 4]);
                    if (g.isTwoQubit()) {
                        error = error.times(Reference.on(n, g.other(), pauli[e / 4]));
                    }
                    sum = sum.plus(error.times(rho).times(error.dagger()).times(p / (count - 1), 0));
                }
                rho = sum;
            }
        }
        double[] probability = new double[dim];
        for (int z = 0; z < dim; z++) {
            for (int w = 0; w < dim; w++) {
                int flips = Integer.bitCount(z ^ w);
                probability[w] +=
                        rho.re()[z][z] * Math.pow(noise.readout(), flips) * Math.pow(1 - noise.readout(), n - flips);
            }
        }
        return probability;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void distributionIsThatOfTheDensityMatrix(long seed) {
        SplittableRandom r = new SplittableRandom(seed);
        int n = 1 + (int) (seed % 4);
        Circuit c = seed % 2 == 0
                ? RandomCircuits.circuit(n, 12, 0, r)
                : QaoaCircuit.of(
                        RandomCircuits.ising(n, r), RandomCircuits.numbers(1, r), RandomCircuits.numbers(1, r));
        NoiseModel noise = new NoiseModel(0.03, 0.08, 0.05);
        int shots = 6000;
        long[] measured = NoisySampler.sample(c, noise, shots, new RandomStreams(seed), Deadline.never());
        assertThat(measured).hasSize(shots);
        double[] expected = exact(c, noise);
        assertThat(java.util.Arrays.stream(expected).sum()).isCloseTo(1, within(1e-9));
        double[] observable = RandomCircuits.numbers(1 << n, r);
        double mean = 0;
        double second = 0;
        for (int z = 0; z < expected.length; z++) {
            int at = z;
            double count = LongStream.of(measured).filter(m -> m == at).count();
            double p = expected[z];
            assertThat(count).isCloseTo(shots * p, within(5 * Math.sqrt(shots * p * (1 - p)) + 1e-6));
            mean += p * observable[z];
            second += p * observable[z] * observable[z];
        }
        double found = LongStream.of(measured)
                .mapToDouble(z -> observable[(int) z])
                .average()
                .orElseThrow();
        assertThat(found).isCloseTo(mean, within(5 * Math.sqrt((second - mean * mean) / shots) + 1e-9));
        // and the test can tell noise from none
        if (seed == 3) {
            double[] ideal = Backend.stateVector().run(c).probabilities();
            assertThat(ideal).isNotEqualTo(expected);
        }
    }

    @Test
    void noErrorsGiveTheIdealDistributionAndStreamsAreReproducible() {
        SplittableRandom r = new SplittableRandom(4);
        Circuit c = RandomCircuits.circuit(4, 30, 0, r);
        double[] p = Backend.stateVector().run(c).probabilities();
        int shots = 20_000;
        long[] a = NoisySampler.sample(c, NoiseModel.NONE, shots, new RandomStreams(8), Deadline.never());
        assertThat(NoisySampler.sample(c, NoiseModel.NONE, shots, new RandomStreams(8), Deadline.never()))
                .isEqualTo(a);
        for (int z = 0; z < p.length; z++) {
            int at = z;
            assertThat((double) LongStream.of(a).filter(m -> m == at).count())
                    .isCloseTo(shots * p[z], within(5 * Math.sqrt(shots * p[z] * (1 - p[z])) + 1e-6));
        }
    }

    @Test
    void anExpiredDeadlineStillGivesAShot() {
        Ising ising = RandomCircuits.ising(4, new SplittableRandom(1));
        Circuit c = QaoaCircuit.of(ising, new double[] {0.3}, new double[] {0.2});
        long[] shots = NoisySampler.sample(
                c, new NoiseModel(0.1, 0.2, 0), 100, new RandomStreams(1), Deadline.after(0, () -> 0L));
        assertThat(shots.length).isBetween(1, 99);
    }

    @Test
    void specificationsAreRead() {
        assertThat(NoiseModel.parse("depolarizing:p1=0.001,p2=0.01,readout=0.02"))
                .isEqualTo(new NoiseModel(0.001, 0.01, 0.02));
        assertThat(NoiseModel.parse(" Depolarizing: readout = 1e-2 ")).isEqualTo(new NoiseModel(0, 0, 0.01));
        assertThat(NoiseModel.parse("none")).isEqualTo(NoiseModel.NONE);
        assertThat(new NoiseModel(0.25, 0, 0.5)).hasToString("depolarizing:p1=0.25,readout=0.5");
        NoiseModel.presets().forEach((name, model) -> {
            assertThat(model).hasToString(name);
            assertThat(NoiseModel.parse(name)).isEqualTo(model);
            assertThat(NoiseModel.parse(model.toString())).isEqualTo(model);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "quantum",
                "depolarizing",
                "depolarizing:",
                "depolarizing:p3=0.1",
                "depolarizing:p1",
                "depolarizing:p1=x",
                "depolarizing:p1=2",
                "depolarizing:p1=-0.1",
                "depolarizing:p1=0.1,p1=0.2",
                "depolarizing:p1=0.1,",
                "depolarizing:p1=NaN"
            })
    void wrongSpecificationsSayWhatIsWrong(String spec) {
        assertThatThrownBy(() -> NoiseModel.parse(spec))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("noise '" + spec + "'")
                .hasMessageMatching("(?s).*(Maybe|expected|twice).*");
    }
}
