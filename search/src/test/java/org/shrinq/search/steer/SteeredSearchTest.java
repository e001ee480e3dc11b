package org.shrinq.search.steer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.IntBinaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shrinq.qubo.Ising;
import org.shrinq.qubo.Sense;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.search.flip.CouplingRows;
import org.shrinq.search.flip.FlipState;

/** Cluster moves against Boltzmann's distribution, searches with the right and with the wrong correlations. */
final class SteeredSearchTest {
    private static Ising model(int n, SplittableRandom r) {
        Ising.Builder b = Ising.builder(n);
        for (int i = 0; i < n; i++) {
            b.addField(i, r.nextDouble(-0.5, 0.5)).add(i, (i + 1) % n, r.nextDouble(-1, 1));
            b.add(i, (i + 2) % n, r.nextDouble(-1, 1));
        }
        return b.build();
    }

    @FunctionalInterface
    private interface Pairwise {
        double of(int i, int j);
    }

    /** X_ij on the couplings of a model. */
    private static PairCorrelations on(Ising ising, double[] single, Pairwise x) {
        int m = Math.toIntExact(ising.couplings());
        int[] is = new int[m];
        int[] js = new int[m];
        double[] pair = new double[m];
        int[] k = {0};
        ising.forEachCoupling((i, j, c) -> {
            is[k[0]] = i;
            js[k[0]] = j;
            pair[k[0]++] = x.of(i, j);
        });
        return PairCorrelations.of(single, is, js, pair);
    }

    private static byte[] bits(int n, int z) {
        byte[] x = new byte[n];
        for (int i = 0; i < n; i++) {
            x[i] = (byte) (z >> i & 1);
        }
        return x;
    }

    /** Whatever the correlations, right, wrong or certain, strings have the weights e^(−E/T). */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void clustersKeepBoltzmannsDistribution(long seed) {
        SplittableRandom r = new SplittableRandom(seed);
        int n = 6;
        Ising ising = model(n, r);
        double temperature = 1.1;
        PairCorrelations x = on(ising, new double[n], (i, j) -> r.nextInt(4) == 0 ? 1 : r.nextDouble(-1, 1));
        FlipState state = FlipState.of(ising);
        ClusterMoves moves = new ClusterMoves(state, x);
        double[] count = new double[1 << n];
        int draws = 30_000;
        int largest = 0;
        for (int k = 0; k < draws; k++) {
            for (int s = 0; s < 20; s++) { // so many that draws are hardly dependent
                largest = Math.max(largest, moves.move(temperature, r));
            }
            int z = 0;
            for (int i = 0; i < n; i++) {
                z |= state.x[i] << i;
            }
            count[z]++;
        }
        double[] weight = new double[1 << n];
        Arrays.setAll(weight, z -> Math.exp(-ising.energy(bits(n, z)) / temperature));
        double total = Arrays.stream(weight).sum();
        for (int z = 0; z < weight.length; z++) {
            double p = weight[z] / total;
            assertThat(count[z] / draws).as("p(%d)", z).isCloseTo(p, within(6 * Math.sqrt(p / draws) + 2e-4));
        }
        assertThat(largest).as("spins of the largest cluster").isGreaterThan(1);
    }

    @Test
    void preconditionedFormsAreLeastWhereSpinsStandAsExpected() {
        SplittableRandom r = new SplittableRandom(4);
        int n = 8;
        Ising ising = model(n, r);
        byte[] optimum = bits(n, 0b10110010);
        PairCorrelations x = on(ising, new double[n], (i, j) -> 0.3 * (1 - 2 * optimum[i]) * (1 - 2 * optimum[j]));
        Ising form = x.preconditioned();
        double least = form.energy(optimum);
        for (int z = 0; z < 1 << n; z++) {
            assertThat(form.energy(bits(n, z))).isGreaterThanOrEqualTo(least - 1e-12);
        }
        assertThat(least).isCloseTo(-0.3 * ising.couplings(), within(1e-12));
        double[] single = new double[n];
        single[3] = -0.5;
        assertThat(on(ising, single, (i, j) -> 0).preconditioned().energy(bits(n, 0b1000)))
                .isCloseTo(-0.5, within(1e-12));
    }

    /** Correlations of the optimum lead to it; those that say the opposite do not keep the second part from it. */
    @Test
    void searchesFindTheOptimumWhateverTheyAreTold() {
        SplittableRandom r = new SplittableRandom(5);
        int n = 14;
        Ising ising = model(n, r);
        int best = 0;
        for (int z = 0; z < 1 << n; z++) {
            best = ising.energy(bits(n, z)) < ising.energy(bits(n, best)) ? z : best;
        }
        byte[] optimum = bits(n, best);
        double least = ising.energy(optimum);
        IntBinaryOperator agree = (i, j) -> (1 - 2 * optimum[i]) * (1 - 2 * optimum[j]);
        PairCorrelations right = on(ising, new double[n], agree::applyAsInt);
        PairCorrelations wrong = on(ising, new double[n], (i, j) -> -agree.applyAsInt(i, j));
        CouplingRows rows = CouplingRows.of(ising, Sense.MINIMIZE);
        for (PairCorrelations x : new PairCorrelations[] {right, wrong}) {
            FlipState state = FlipState.of(rows);
            PreconditionedTabu tabu = new PreconditionedTabu(state, x);
            double byTabu = Double.POSITIVE_INFINITY;
            double byAnnealing = Double.POSITIVE_INFINITY;
            for (int read = 0; read < 5; read++) {
                state.load(bits(n, r.nextInt(1 << n)));
                tabu.run(40L * n, 0.5, r, Deadline.never());
                byTabu = Math.min(byTabu, ising.energy(state.x));
                long before = state.work();
                new ClusterAnnealing(state, rows.spread(), x, 0.5, r).run(20_000, r, Deadline.never());
                assertThat(state.work() - before).isBetween(20_000L, 22_000L);
                byAnnealing = Math.min(byAnnealing, ising.energy(state.x));
            }
            assertThat(byTabu).isCloseTo(least, within(1e-9));
            assertThat(byAnnealing).isCloseTo(least, within(1e-9));
            assertThat(tabu.work()).isGreaterThan(200L * n * n);
        }
    }

    @Test
    void wrongNumbersAreRefused() {
        int[] zero = {0};
        int[] one = {1};
        assertThatThrownBy(() -> PairCorrelations.of(new double[2], zero, one, new double[] {1.5}))
                .hasMessageContaining("X of the pair 0, 1 is 1.5, expected −1 to 1");
        assertThatThrownBy(() -> PairCorrelations.of(new double[] {0, Double.NaN}, zero, one, new double[] {1}))
                .hasMessageContaining("X of variable 1 is NaN");
        assertThatThrownBy(() -> PairCorrelations.of(new double[2], one, one, new double[] {1}))
                .hasMessageContaining("expected two different ones");
        PairCorrelations two = PairCorrelations.of(new double[2], zero, one, new double[] {1});
        FlipState five = FlipState.of(model(5, new SplittableRandom(1)));
        assertThatThrownBy(() -> new PreconditionedTabu(five, two)).hasMessageContaining("2 variables for a form of 5");
        assertThatThrownBy(() -> new ClusterMoves(five, two)).hasMessageContaining("2 variables for a form of 5");
        assertThatThrownBy(() -> new ClusterAnnealing(five, 1, two, 1, new SplittableRandom(1)))
                .hasMessageContaining("share is 1.0");
    }
}
