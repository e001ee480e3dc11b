package org.shrinq.bench.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.Qubo;
import org.shrinq.qubo.SampleSet;

/** The controls that are fitted to counts, and what undoes readout errors. */
class ControlsOfCountsTest {
    private static final int N = 5;

    /** A chain in which each bit copies the one before with probability 0.8. */
    private static SampleSet chain(int shots, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return draw(shots, random, (x, r) -> {
            for (int i = 0; i < x.length; i++) {
                x[i] = (byte)
                        (i == 0 ? (r.nextDouble() < 0.3 ? 1 : 0) : r.nextDouble() < 0.8 ? x[i - 1] : 1 - x[i - 1]);
            }
        });
    }

    private static SampleSet draw(int shots, SplittableRandom random, StringSource.Draw source) {
        Map<Bits, Long> counts = new LinkedHashMap<>();
        byte[] x = new byte[N];
        for (int s = 0; s < shots; s++) {
            source.fill(x, random);
            counts.merge(Bits.of(x), 1L, Long::sum);
        }
        return SampleSet.ofCounts(N, counts, b -> b.ones());
    }

    @Test
    void fitsHaveTheMarginalsThatTheyPromise() {
        SampleSet device = chain(20_000, 3);
        Moments measured = Moments.of(device);
        GaussianRounding gaussian = GaussianRounding.fit(measured);
        assertThat(gaussian.largestMiss()).isLessThan(0.02);
        Moments independent = Moments.of(draw(40_000, new SplittableRandom(4), IndependentBits.fit(measured)));
        Moments normal = Moments.of(draw(40_000, new SplittableRandom(5), gaussian));
        Moments tree = Moments.of(draw(40_000, new SplittableRandom(6), ChowLiuTree.fit(measured)));
        for (int i = 0; i < N; i++) {
            assertThat(independent.one(i)).isCloseTo(measured.one(i), within(0.012));
            assertThat(normal.one(i)).isCloseTo(measured.one(i), within(0.012));
            assertThat(tree.one(i)).isCloseTo(measured.one(i), within(0.012));
            for (int j = 0; j < i; j++) {
                assertThat(independent.both(i, j)).isCloseTo(measured.one(i) * measured.one(j), within(0.012));
                assertThat(normal.both(i, j)).isCloseTo(measured.both(i, j), within(0.03));
                // the chain is a tree: all pairs come out, not only those along it
                assertThat(tree.both(i, j)).isCloseTo(measured.both(i, j), within(0.012));
            }
        }
    }

    @Test
    void constantBitsStayConstant() {
        Map<Bits, Long> counts = Map.of(Bits.parse("10010"), 30L, Bits.parse("10110"), 20L);
        Moments moments = Moments.of(SampleSet.ofCounts(N, counts, b -> 0));
        for (StringSource.Draw source : new StringSource.Draw[] {
            IndependentBits.fit(moments), GaussianRounding.fit(moments), ChowLiuTree.fit(moments)
        }) {
            Moments drawn = Moments.of(draw(500, new SplittableRandom(1), source));
            assertThat(new double[] {drawn.one(0), drawn.one(1), drawn.one(3), drawn.one(4)})
                    .containsExactly(1, 0, 1, 0);
        }
    }

    /** Readout errors put in and undone: the distribution and the mean energy come back. */
    @Test
    void readoutErrorsAreUndone() {
        SampleSet clean = chain(60_000, 7);
        SplittableRandom random = new SplittableRandom(8);
        Map<Bits, Long> noisy = new LinkedHashMap<>();
        Qubo.Builder builder = Qubo.builder(N).addOffset(2);
        for (int i = 0; i < N; i++) {
            builder.addLinear(i, i - 1.5);
            for (int j = 0; j < i; j++) {
                builder.add(i, j, i * j - 2);
            }
        }
        Qubo qubo = builder.build();
        clean.samples().forEach(s -> {
            for (long c = 0; c < s.count(); c++) {
                byte[] x = s.bits().toArray();
                for (int i = 0; i < N; i++) {
                    x[i] = (byte) (random.nextDouble() < (x[i] == 0 ? 0.03 : 0.08) ? 1 - x[i] : x[i]);
                }
                noisy.merge(Bits.of(x), 1L, Long::sum);
            }
        });
        SampleSet measured = SampleSet.ofCounts(N, noisy, qubo::energy);
        ReadoutErrors errors = ReadoutErrors.given(N, 0.03, 0.08);
        double truth = clean.withEnergies(qubo::energy).expectation();
        assertThat(Math.abs(measured.expectation() - truth)).isGreaterThan(0.1);
        assertThat(errors.energy(measured, qubo)).isCloseTo(truth, within(0.06));
        SampleSet reweighted = SampleSet.ofCounts(N, errors.reweighted(measured).orElseThrow(), qubo::energy);
        assertThat(reweighted.shots()).isBetween(59_900L, 60_100L);
        assertThat(reweighted.expectation()).isCloseTo(truth, within(0.06));
    }

    @Test
    void calibrationCountsTellTheRates() {
        SampleSet zeros = SampleSet.ofCounts(2, Map.of(Bits.parse("00"), 90L, Bits.parse("10"), 10L), b -> 0);
        SampleSet ones = SampleSet.ofCounts(2, Map.of(Bits.parse("11"), 80L, Bits.parse("10"), 20L), b -> 0);
        ReadoutErrors errors = ReadoutErrors.calibrated(zeros, ones);
        assertThat(errors.mean()).isCloseTo(0.075, within(1e-12));
    }

    /** A mixture that keeps the ideal distribution with probability p is bounded as the paper says. */
    @Test
    void cvarBoundsHoldTheIdealMean() {
        SplittableRandom random = new SplittableRandom(11);
        double p = 0.4;
        double[] energies = new double[50_000];
        for (int k = 0; k < energies.length; k++) {
            energies[k] = random.nextDouble() < p ? -1 + random.nextDouble() : 3 * random.nextDouble() - 2;
        }
        java.util.Arrays.sort(energies);
        CvarBounds bounds = CvarBounds.of(p, energies);
        assertThat(bounds.lower()).isLessThan(-0.5);
        assertThat(bounds.upper()).isGreaterThan(-0.5);
        assertThat(bounds.overhead()).isEqualTo(2.5);
    }
}
