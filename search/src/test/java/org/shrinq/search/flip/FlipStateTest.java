package org.shrinq.search.flip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shrinq.qubo.KroneckerForm;
import org.shrinq.qubo.QuadraticForm;
import org.shrinq.qubo.Qubo;
import org.shrinq.qubo.Sense;

/** Changes of flips and of pairs of flips against differences of energies; choices of tabu moves against their definition. */
class FlipStateTest {
    private static final int ORDER = 3;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void changesAreDifferencesOfEnergies(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (QuadraticForm form : forms(random)) {
            for (Sense sense : Sense.values()) {
                FlipState state = FlipState.of(form, sense);
                FlipState fork = state.fork();
                byte[] point = bits(random, form.size());
                state.load(point);
                for (int step = 0; step < 30; step++) {
                    check(form, sense, state, seed);
                    state.flip(random.nextInt(form.size()));
                }
                assertThat(fork.x).containsOnly(0);
                check(form, sense, fork, seed);
                state.load(point);
                assertThat(state.x).isEqualTo(point);
                assertThat(state.tolerance()).isEqualTo(1e-11 * state.magnitude());
            }
        }
    }

    private static void check(QuadraticForm form, Sense sense, FlipState state, long seed) {
        int n = state.size();
        double now = sense.factor() * form.energy(state.x);
        for (int i = 0; i < n; i++) {
            byte[] y = state.x.clone();
            y[i] ^= 1;
            assertThat(state.delta[i])
                    .as("seed " + seed + ", flip of " + i)
                    .isCloseTo(sense.factor() * form.energy(y) - now, within(1e-9));
            int j = (i + 1) % n;
            y[j] ^= 1;
            assertThat(state.pair(i, j))
                    .as("seed " + seed + ", flips of " + i + " and " + j)
                    .isCloseTo(sense.factor() * form.energy(y) - now, within(1e-9));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void choosesTheLeastChangeThatIsFree(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        FlipState state = FlipState.of(qubo(random, 12));
        TabuFlips tabu = new TabuFlips(state);
        long[] until = new long[12];
        for (long clock = 1; clock <= 200; clock++) {
            double aspiration = random.nextInt(-10, 3);
            double least = Double.POSITIVE_INFINITY;
            for (int i = 0; i < 12; i++) {
                if (until[i] <= clock || state.delta[i] < aspiration) {
                    least = Math.min(least, state.delta[i]);
                }
            }
            int chosen = tabu.choose(clock, aspiration, random);
            assertThat(chosen >= 0).as("seed " + seed + ", clock " + clock).isEqualTo(least < Double.POSITIVE_INFINITY);
            if (chosen >= 0) {
                assertThat(state.delta[chosen]).isEqualTo(least);
                assertThat(until[chosen] <= clock || least < aspiration).isTrue();
                until[chosen] = clock + random.nextInt(1, 20);
                tabu.flip(chosen, until[chosen]);
            }
        }
        tabu.clear();
        assertThat(tabu.choose(1, Double.NEGATIVE_INFINITY, random)).isNotNegative();
    }

    private static List<QuadraticForm> forms(SplittableRandom random) {
        Qubo qubo = qubo(random, 9);
        double[][] flow = new double[ORDER][ORDER];
        double[][] distance = new double[ORDER][ORDER];
        double[] linear = new double[ORDER * ORDER];
        for (int i = 0; i < ORDER; i++) {
            for (int j = 0; j < ORDER; j++) {
                flow[i][j] = random.nextInt(5);
                distance[i][j] = random.nextInt(5);
                linear[i * ORDER + j] = random.nextInt(-3, 4);
            }
        }
        KroneckerForm product = KroneckerForm.of(flow, distance, linear)
                .withPenalties(new double[] {40, 41, 42}, new double[] {50, 49, 48});
        return List.of(qubo, qubo.toIsing(), product, product.toSpin());
    }

    private static Qubo qubo(SplittableRandom random, int n) {
        Qubo.Builder builder = Qubo.builder(n).addOffset(random.nextInt(-5, 6));
        for (int i = 0; i < n; i++) {
            builder.addLinear(i, random.nextInt(-9, 10));
            for (int j = i + 1; j < n; j++) {
                if (random.nextInt(3) > 0) {
                    builder.add(i, j, random.nextInt(-9, 10));
                }
            }
        }
        return builder.build();
    }

    private static byte[] bits(SplittableRandom random, int n) {
        byte[] x = new byte[n];
        for (int i = 0; i < n; i++) {
            x[i] = (byte) random.nextInt(2);
        }
        return x;
    }
}
