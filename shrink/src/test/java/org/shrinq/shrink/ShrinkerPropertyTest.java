package org.shrinq.shrink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.Qubo;
import org.shrinq.qubo.Sense;
import org.shrinq.qubo.encode.Encoder;
import org.shrinq.qubo.encode.Encoding;
import org.shrinq.qubo.encode.EncodingOptions;
import org.shrinq.qubo.encode.InequalityEncoding;
import org.shrinq.qubo.problem.QuadraticAssignment;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.qubo.run.RandomStreams;
import org.shrinq.shrink.ShrinkReport.Feasibility;
import org.shrinq.shrink.contract.Contraction;
import org.shrinq.shrink.contract.LiteralClasses;
import org.shrinq.shrink.correlate.CorrelationSource;

/** Whatever the correlations say: energies stay exact, feasibility survives, the budget is met, replay is exact. */
class ShrinkerPropertyTest {
    private static Shrunk shrink(ShrinkInput input, ShrinkOptions options, long seed) {
        return Shrinker.shrink(input, CorrelationSource.random(), options, new RandomStreams(seed), Deadline.never());
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void mixedConstraints(long seed) {
        SplittableRandom rng = new SplittableRandom(seed);
        for (int trial = 0; trial < 40; trial++) {
            BinaryModel model = RandomModels.model(rng, rng.nextInt(3, 11));
            Encoding encoding = Encoder.encode(model, EncodingOptions.defaults());
            check(model, ShrinkInput.of(encoding).withQubits(rng.nextInt(1, 5)), options(rng), seed * 1000 + trial);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12, 13})
    void slackIsReDerivedNotMerged(long seed) {
        SplittableRandom rng = new SplittableRandom(seed);
        for (int trial = 0; trial < 20; trial++) {
            BinaryModel model = RandomModels.model(rng, rng.nextInt(3, 8));
            Encoding encoding =
                    Encoder.encode(model, EncodingOptions.defaults().withInequality(InequalityEncoding.SLACK_BINARY));
            ShrinkInput input = ShrinkInput.of(encoding).withQubits(rng.nextInt(1, 6));
            Shrunk shrunk = check(model, input, options(rng), seed * 1000 + trial);
            for (Elimination e : shrunk.log().entries()) {
                if (e.i() >= model.size()) {
                    assertThat(e.rule()).isEqualTo(EliminationRule.SLACK);
                }
                assertThat(e.j()).isLessThan(model.size());
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {21, 22, 23})
    void assignments(long seed) {
        SplittableRandom rng = new SplittableRandom(seed);
        for (int trial = 0; trial < 10; trial++) {
            QuadraticAssignment qap = RandomModels.assignment(rng, rng.nextInt(2, 5));
            Encoding encoding = Encoder.encode(qap.model(), EncodingOptions.defaults());
            ShrinkOptions options = options(rng).withExplicitLimit(rng.nextInt(2, 12));
            check(qap.model(), ShrinkInput.of(encoding).withQubits(rng.nextInt(1, 6)), options, seed * 1000 + trial);
        }
    }

    private static ShrinkOptions options(SplittableRandom rng) {
        Threshold.Kind[] kinds = Threshold.Kind.values();
        return ShrinkOptions.defaults()
                .withThreshold(Threshold.of(kinds[rng.nextInt(kinds.length)]))
                .withRecalculation(
                        switch (rng.nextInt(3)) {
                            case 0 -> Recalculation.every(rng.nextInt(1, 4));
                            case 1 -> Recalculation.auto();
                            default -> Recalculation.never();
                        })
                .withSimilarityWeight(rng.nextInt(2))
                .withReductions(rng.nextBoolean() ? ShrinkOptions.Reductions.ON : ShrinkOptions.Reductions.OFF)
                .withProbing(rng.nextBoolean() ? ShrinkOptions.Probing.ON : ShrinkOptions.Probing.OFF);
    }

    private static Shrunk check(BinaryModel model, ShrinkInput input, ShrinkOptions options, long seed) {
        List<byte[]> feasible = RandomModels.feasiblePoints(model);
        Shrunk shrunk = shrink(input, options, seed);
        assertThat(shrunk.size()).isLessThanOrEqualTo(input.qubits());
        assertThat(shrunk.report().feasibility()).isEqualTo(Feasibility.WITNESSED);
        EliminationLog log = shrunk.log();
        for (int k = log.substituted(); k <= log.entries().size(); k++) {
            checkPrefix(input, log.prefix(k), feasible, model.size());
        }
        for (int k = 0; k < log.entries().size(); k++) {
            checkProof(log, k, feasible, model.size());
        }
        Bits witness = shrunk.witness().orElseThrow();
        assertThat(shrunk.project(witness)).isPresent();
        assertThat(model.isFeasible(java.util.Arrays.copyOf(witness.toArray(), model.size())))
                .isTrue();
        assertThat(Shrunk.replay(input.form(), log).qubo()).isEqualTo(shrunk.qubo());
        assertThat(shrink(input, options, seed).log()).isEqualTo(log);
        return shrunk;
    }

    /** What propagation and probing add loses no feasible point that the entries before it left. */
    private static void checkProof(EliminationLog log, int k, List<byte[]> feasible, int modelSize) {
        EliminationRule rule = log.entries().get(k).rule();
        if (rule == EliminationRule.PROPAGATION || rule == EliminationRule.PROBING) {
            LiteralClasses before = log.prefix(k).classes();
            LiteralClasses after = log.prefix(k + 1).classes();
            for (byte[] x : feasible) {
                assertThat(agrees(before, x, modelSize))
                        .as("entry %d: %s", k, log.entries().get(k))
                        .isEqualTo(agrees(after, x, modelSize));
            }
        }
    }

    /** Persistency and dominance of the form keep the least energy. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {31, 32, 33, 34})
    void formRulesKeepAMinimum(long seed) {
        SplittableRandom rng = new SplittableRandom(seed);
        int proven = 0;
        for (int trial = 0; trial < 50; trial++) {
            Qubo qubo = RandomModels.qubo(rng, rng.nextInt(2, 11), 0.2 + 0.5 * rng.nextDouble());
            BinaryModel model = new BinaryModel(Sense.MINIMIZE, qubo, List.of());
            Shrunk shrunk = shrink(ShrinkInput.of(model, qubo).withQubits(1), ShrinkOptions.defaults(), seed);
            EliminationLog log = shrunk.log();
            for (int k = 0; k < log.entries().size(); k++) {
                if (log.entries().get(k).proven()) {
                    proven++;
                    assertThat(least(Shrunk.replay(qubo, log.prefix(k + 1)).qubo()))
                            .isEqualTo(least(Shrunk.replay(qubo, log.prefix(k)).qubo()));
                }
            }
        }
        assertThat(proven).isGreaterThan(50);
    }

    private static double least(Qubo qubo) {
        double least = Double.POSITIVE_INFINITY;
        for (long index = 0; index < 1L << qubo.size(); index++) {
            least = Math.min(least, qubo.energy(RandomModels.bits(qubo.size(), index)));
        }
        return least;
    }

    private static void checkPrefix(ShrinkInput input, EliminationLog prefix, List<byte[]> feasible, int modelSize) {
        LiteralClasses classes = prefix.classes();
        assertThat(feasible).anyMatch(x -> agrees(classes, x, modelSize));
        Contraction contraction = prefix.replay(input.form());
        Shrunk small = Shrunk.replay(input.form(), prefix);
        int n = small.size();
        SplittableRandom rng = new SplittableRandom(prefix.entries().size());
        for (int t = 0; t < 20; t++) {
            byte[] s = RandomModels.bits(n, rng.nextLong());
            Bits full = small.expand(Bits.of(s));
            double expected = input.form().energy(full.toArray());
            assertThat(small.qubo().energy(s)).isCloseTo(expected, within(1e-9 * Math.max(1, Math.abs(expected))));
            assertThat(contraction.toIsing().energy(s))
                    .isCloseTo(expected, within(1e-9 * Math.max(1, Math.abs(expected))));
        }
    }

    private static boolean agrees(LiteralClasses classes, byte[] x, int modelSize) {
        for (int v = 0; v < modelSize; v++) {
            int root = classes.root(v);
            if (root < 0 ? x[v] != classes.value(v) : x[v] != (classes.sign(v) > 0 ? x[root] : 1 - x[root])) {
                return false;
            }
        }
        return true;
    }
}
