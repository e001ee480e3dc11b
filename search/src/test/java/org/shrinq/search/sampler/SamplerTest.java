package org.shrinq.search.sampler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.KroneckerForm;
import org.shrinq.qubo.QuadraticForm;
import org.shrinq.qubo.Qubo;
import org.shrinq.qubo.Sample;
import org.shrinq.qubo.SampleSet;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.qubo.run.RandomStreams;
import org.shrinq.search.flip.FlipState;

/** What every sampler guarantees, on explicit, spin and assignment forms, judged by plain enumeration. */
final class SamplerTest {
    private static Qubo randomQubo(int n, long seed) {
        SplittableRandom r = new SplittableRandom(seed);
        Qubo.Builder b = Qubo.builder(n).addOffset(r.nextInt(-5, 6));
        for (int i = 0; i < n; i++) {
            b.addLinear(i, r.nextInt(-9, 10));
            for (int j = i + 1; j < n; j++) {
                if (r.nextInt(3) > 0) {
                    b.add(i, j, r.nextInt(-9, 10));
                }
            }
        }
        return b.build();
    }

    private static KroneckerForm randomAssignment(int n, long seed) {
        SplittableRandom r = new SplittableRandom(seed);
        double[][] flow = new double[n][n];
        double[][] distance = new double[n][n];
        double[] linear = new double[n * n];
        double[] rows = new double[n];
        double[] columns = new double[n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                flow[i][j] = r.nextInt(5);
                distance[i][j] = r.nextInt(5);
                linear[i * n + j] = r.nextInt(-3, 4);
            }
            rows[i] = 40 + i;
            columns[i] = 50 - i;
        }
        return KroneckerForm.of(flow, distance, linear).withPenalties(rows, columns);
    }

    private static List<QuadraticForm> forms(long seed) {
        Qubo q = randomQubo(10, seed);
        KroneckerForm k = randomAssignment(3, seed);
        return List.of(q, q.toIsing(), k, k.toSpin());
    }

    private static double minimum(QuadraticForm form) {
        double min = Double.POSITIVE_INFINITY;
        for (long z = 0; z < 1L << form.size(); z++) {
            min = Math.min(min, form.energy(Bits.ofIndex(form.size(), z).toArray()));
        }
        return min;
    }

    static Stream<Arguments> cases() {
        return LongStream.rangeClosed(1, 6)
                .boxed()
                .flatMap(seed -> Sampler.all().stream().map(s -> Arguments.of(s.id(), seed)));
    }

    @ParameterizedTest(name = "{0}, seed {1}")
    @MethodSource("cases")
    void samplesAreHonestAndReproducible(String id, long seed) {
        Sampler sampler = Sampler.byId(id);
        for (QuadraticForm form : forms(seed)) {
            RandomStreams streams = new RandomStreams(seed);
            SampleSet set = sampler.sample(form, 20, streams, Deadline.never());
            assertThat(set.shots()).isEqualTo(20);
            assertThat(set.qubits()).isEqualTo(form.size());
            for (Sample s : set.samples()) {
                assertThat(s.energy()).isEqualTo(form.energy(s.bits().toArray()));
            }
            assertThat(sampler.sample(form, 20, streams, Deadline.never())).isEqualTo(set);
            SampleSet one = sampler.sample(form, 20, streams, Deadline.after(0, () -> 1L));
            assertThat(one.shots()).isGreaterThanOrEqualTo(1);
        }
    }

    @ParameterizedTest(name = "{0}, seed {1}")
    @MethodSource("cases")
    void findsTheMinimumUnlessItIsRandom(String id, long seed) {
        if (id.equals("random")) {
            return;
        }
        for (QuadraticForm form : forms(seed)) {
            SampleSet set = Sampler.byId(id).sample(form, 60, new RandomStreams(seed), Deadline.never());
            assertThat(set.best().energy()).isCloseTo(minimum(form), within(1e-9));
        }
    }

    @ParameterizedTest(name = "{0}, seed {1}")
    @MethodSource("cases")
    void longerCallsExtendShorterOnes(String id, long seed) {
        if (id.equals("exact")) {
            return;
        }
        QuadraticForm form = randomQubo(10, seed);
        SampleSet few = Sampler.byId(id).sample(form, 5, new RandomStreams(seed), Deadline.never());
        SampleSet many = Sampler.byId(id).sample(form, 50, new RandomStreams(seed), Deadline.never());
        for (Sample s : few.samples()) {
            assertThat(many.samples()).anyMatch(m -> m.bits().equals(s.bits()) && m.count() >= s.count());
        }
    }

    @ParameterizedTest(name = "{0}, seed {1}")
    @MethodSource("cases")
    void searchersEndInLocalMinima(String id, long seed) {
        if (id.equals("random") || id.equals("exact")) {
            return;
        }
        QuadraticForm form = randomQubo(40, seed);
        for (Sample s : Sampler.byId(id)
                .sample(form, 5, new RandomStreams(seed), Deadline.never())
                .samples()) {
            for (int i = 0; i < form.size(); i++) {
                assertThat(form.flipDelta(s.bits().toArray(), i)).isGreaterThanOrEqualTo(-1e-9);
            }
        }
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 20);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void enumerationReturnsTheLowestInOrder(long seed) {
        Qubo q = randomQubo(9, seed);
        List<Double> all = new ArrayList<>();
        for (long z = 0; z < 512; z++) {
            all.add(q.energy(Bits.ofIndex(9, z)));
        }
        all.sort(null);
        for (int k : new int[] {1, 7, 511, 512, 600}) {
            SampleSet set = Sampler.exactEnumeration().sample(q, k, new RandomStreams(0), Deadline.never());
            assertThat(set.samples()).extracting(Sample::energy).isEqualTo(all.subList(0, Math.min(k, 512)));
            assertThat(set.shots()).isEqualTo(Math.min(k, 512));
        }
    }

    @Test
    void enumerationOfSeveralBlocksFindsAPlantedMinimum() {
        byte[] planted = new byte[17];
        Qubo.Builder b = Qubo.builder(17);
        SplittableRandom r = new SplittableRandom(5);
        for (int i = 0; i < 17; i++) {
            planted[i] = (byte) r.nextInt(2);
            b.addLinear(i, planted[i] == 1 ? -1.5 : 0.25);
        }
        Sample best = Sampler.exactEnumeration()
                .sample(b.build(), 3, new RandomStreams(0), Deadline.never())
                .best();
        assertThat(best.bits()).isEqualTo(Bits.of(planted));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void statesKeepTheirChanges(long seed) {
        SplittableRandom r = new SplittableRandom(seed);
        for (QuadraticForm form : forms(seed)) {
            FlipState state = FlipState.of(form);
            KroneckerOnes ones = form instanceof KroneckerForm k ? new KroneckerOnes(k) : null;
            byte[] start = new byte[form.size()];
            Reads.uniform(r, start);
            state.load(start);
            if (ones != null) {
                ones.reset(start);
            }
            for (int step = 0; step < 40; step++) {
                for (int i = 0; i < form.size(); i++) {
                    double exact = form.flipDelta(state.x, i);
                    assertThat(state.delta(i)).isCloseTo(exact, within(1e-9));
                    if (ones != null) {
                        assertThat(ones.delta(i)).isCloseTo(exact, within(1e-9));
                    }
                }
                int flip = r.nextInt(form.size());
                state.flip(flip);
                if (ones != null) {
                    ones.flip(flip);
                    assertThat(ones.x).isEqualTo(state.x);
                    swapLikeFourFlips(form, ones, state, r);
                }
            }
        }
    }

    private static void swapLikeFourFlips(QuadraticForm form, KroneckerOnes ones, FlipState state, SplittableRandom r) {
        if (ones.ones() < 2) {
            return;
        }
        int p = r.nextInt(ones.ones());
        int q = r.nextInt(ones.ones());
        if (ones.canSwap(p, q)) {
            double before = form.energy(ones.x);
            double delta = ones.swapDelta(p, q);
            ones.swap(p, q);
            assertThat(form.energy(ones.x)).isCloseTo(before + delta, within(1e-9));
            state.load(ones.x);
        }
    }

    /** The penalties of random assignments are strong: without swaps annealing freezes in any permutation. */
    @ParameterizedTest
    @MethodSource("seeds")
    void annealingSolvesAssignments(long seed) {
        int n = 6;
        KroneckerForm form = randomAssignment(n, seed)
                .withPenalties(
                        new double[] {900, 900, 900, 900, 900, 900}, new double[] {900, 900, 900, 900, 900, 900});
        double best = bestPermutation(form, new int[n], 0, 0);
        assertThat(Sampler.simulatedAnnealing()
                        .sample(form, 30, new RandomStreams(seed), Deadline.never())
                        .best()
                        .energy())
                .isEqualTo(best);
    }

    private static double bestPermutation(KroneckerForm form, int[] location, int i, int used) {
        int n = form.order();
        if (i == n) {
            byte[] x = new byte[n * n];
            for (int k = 0; k < n; k++) {
                x[k * n + location[k]] = 1;
            }
            return form.energy(x);
        }
        double best = Double.POSITIVE_INFINITY;
        for (int a = 0; a < n; a++) {
            if ((used >> a & 1) == 0) {
                location[i] = a;
                best = Math.min(best, bestPermutation(form, location, i + 1, used | 1 << a));
            }
        }
        return best;
    }

    @Test
    void independentBitsHaveTheMeansGiven() {
        int reads = 20_000;
        double[] ones = {0, 0.2, 1, 0.7};
        SampleSet set =
                Sampler.independentBits(ones).sample(randomQubo(4, 1), reads, new RandomStreams(9), Deadline.never());
        double[] found = new double[4];
        double both = 0;
        for (Sample s : set.samples()) {
            for (int i = 0; i < 4; i++) {
                found[i] += s.bits().get(i) * (double) s.count() / reads;
            }
            both += s.bits().get(1) * s.bits().get(3) * (double) s.count() / reads;
        }
        assertThat(found).containsExactly(ones, within(0.02));
        assertThat(both).isCloseTo(0.14, within(0.015));
        assertThatThrownBy(() -> Sampler.independentBits(new double[] {0.5, 1.5}))
                .hasMessageContaining("P(x_1 = 1) is 1.5");
        assertThatThrownBy(() -> Sampler.independentBits(ones)
                        .sample(randomQubo(3, 1), 1, new RandomStreams(1), Deadline.never()))
                .hasMessageContaining("4 means for a form of 3 variables");
    }

    @Test
    void randomBitsAreUniform() {
        int reads = 20_000;
        SampleSet set = Sampler.randomBits().sample(randomQubo(3, 1), reads, new RandomStreams(9), Deadline.never());
        assertThat(set.size()).isEqualTo(8);
        double sigma = Math.sqrt(reads * (1 / 8.0) * (7 / 8.0));
        assertThat(set.samples())
                .allSatisfy(s -> assertThat((double) s.count()).isCloseTo(reads / 8.0, within(5 * sigma)));
    }

    @Test
    void annealingAndTabuReachTheBestOfAFrustratedRing() {
        // An odd antiferromagnetic ring with one weak bond: exactly one frustrated bond, the weak one, is optimal.
        int n = 101;
        Qubo.Builder b = Qubo.builder(n);
        for (int i = 0; i < n; i++) {
            double w = i == 40 ? 1 : 2;
            b.addLinear(i, -w).addLinear((i + 1) % n, -w).add(i, (i + 1) % n, 2 * w);
        }
        double best = -2.0 * (n - 1);
        for (AnnealingOptions.Schedule schedule : AnnealingOptions.Schedule.values()) {
            AnnealingOptions options =
                    AnnealingOptions.defaults().withSchedule(schedule).withSweeps(2000);
            assertThat(Sampler.simulatedAnnealing(options)
                            .sample(b.build(), 20, new RandomStreams(3), Deadline.never())
                            .best()
                            .energy())
                    .isEqualTo(best);
        }
    }

    @Test
    void wrongArgumentsAreNamed() {
        assertThatThrownBy(() -> Sampler.byId("anneal")).hasMessageContaining("annealing, tabu, greedy, random, exact");
        Qubo large = Qubo.builder(27).build();
        assertThatThrownBy(() -> Sampler.exactEnumeration().sample(large, 1, new RandomStreams(0), Deadline.never()))
                .hasMessageContaining("27")
                .hasMessageContaining("26");
        for (Sampler s : Sampler.all()) {
            assertThatThrownBy(() -> s.sample(randomQubo(3, 1), 0, new RandomStreams(0), Deadline.never()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("reads");
        }
        assertThatThrownBy(() -> AnnealingOptions.defaults().withSweeps(0)).hasMessageContaining("sweeps is 0");
        assertThatThrownBy(() -> Sampler.tabuSearch(0)).hasMessageContaining("movesPerVariable");
    }
}
