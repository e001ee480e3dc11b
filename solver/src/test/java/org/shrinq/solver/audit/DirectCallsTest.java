package org.shrinq.solver.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.encode.Encoder;
import org.shrinq.qubo.encode.Encoding;
import org.shrinq.qubo.encode.EncodingException;
import org.shrinq.qubo.encode.EncodingOptions;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.qubo.run.RandomStreams;
import org.shrinq.relax.Bound;
import org.shrinq.relax.BoundReport;
import org.shrinq.relax.Bounds;
import org.shrinq.relax.branch.BranchResult;
import org.shrinq.relax.branch.BranchSearch;
import org.shrinq.repair.Improvers;
import org.shrinq.repair.Repairs;
import org.shrinq.search.Hints;
import org.shrinq.search.SearchLimit;
import org.shrinq.search.sampler.Sampler;
import org.shrinq.shrink.reduce.ReduceOptions;
import org.shrinq.shrink.reduce.Reduced;
import org.shrinq.shrink.reduce.Reducer;

/**
 * The stages called without the solver, on problems times powers of ten from 10⁻²⁰⁰ to 10²⁰⁰ and rows times theirs: the
 * same answers as on the problem itself, and right ones.
 */
class DirectCallsTest {
    private static final int PROBLEMS = 60;
    private static final int[] POWERS = {-200, -77, -15, 15, 77, 200};

    private interface Question {
        void ask(Enumerated problem, Enumerated scaled, int power, String as);
    }

    /** Every problem with itself, then with its multiples. */
    private static void all(Question question) {
        for (int seed = 1; seed <= PROBLEMS; seed++) {
            Specimen specimen = Specimens.draw(new SplittableRandom(seed));
            if (specimen.variables() > 9) {
                continue;
            }
            Enumerated problem = new Enumerated(specimen);
            question.ask(problem, problem, 0, "seed " + seed + ": " + specimen);
            // a sequence has no numbers
            int power = specimen.kind() == Specimen.Kind.SEQUENCE ? 0 : POWERS[seed % POWERS.length];
            Specimen scaled = ScaleCheck.scaled(specimen, power, new SplittableRandom(seed));
            question.ask(problem, new Enumerated(scaled), power, "seed " + seed + " times 1e" + power + ": " + scaled);
        }
    }

    @Test
    void boundsScale() {
        all((problem, scaled, power, as) -> {
            Problem own = scaled.specimen().problem();
            BoundReport report = Bounds.of(own, Deadline.never());
            BoundReport first = Bounds.of(problem.specimen().problem(), Deadline.never());
            assertThat(report.all()).as(as).hasSameSizeAs(first.all());
            for (int k = 0; k < first.all().size(); k++) {
                Bound bound = report.all().get(k);
                assertThat(bound.kind()).as(as).isEqualTo(first.all().get(k).kind());
                assertScaled(bound.value(), first.all().get(k).value(), power, as + " " + bound);
                scaled.optimum()
                        .ifPresent(best -> assertThat(own.sense().factor() * bound.value())
                                .as(as + " " + bound)
                                .isLessThanOrEqualTo(
                                        own.sense().factor() * best.doubleValue() + Math.ulp(best.doubleValue())));
            }
        });
    }

    private static void assertScaled(double value, double first, int power, String as) {
        if (Double.isInfinite(first)) {
            assertThat(value).as(as).isEqualTo(first);
        } else {
            double expected = new BigDecimal(first).scaleByPowerOfTen(power).doubleValue();
            assertThat(value).as(as).isCloseTo(expected, Offset.offset(1e-12 * Math.abs(expected)));
        }
    }

    @Test
    void branchAndBoundScales() {
        all((problem, scaled, power, as) -> {
            Problem own = scaled.specimen().problem();
            double worst = own.sense().factor() * Double.POSITIVE_INFINITY;
            Optional<BranchResult> found = BranchSearch.search(own, worst, -worst, Deadline.never());
            if (found.isPresent() && found.get().finished()) {
                Optional<BigDecimal> best =
                        found.get().better().map(x -> scaled.specimen().objective(x.toArray()));
                assertThat(best.isPresent()).as(as).isEqualTo(scaled.optimum().isPresent());
                best.ifPresent(value -> assertThat(value)
                        .as(as)
                        .isEqualByComparingTo(scaled.optimum().orElseThrow()));
                best.ifPresent(value -> assertThat(found.get().bound())
                        .as(as)
                        .isCloseTo(value.doubleValue(), Offset.offset(Math.ulp(value.doubleValue()))));
            }
            Optional<BranchResult> first =
                    BranchSearch.search(problem.specimen().problem(), worst, -worst, Deadline.never());
            assertThat(found.map(BranchResult::finished)).as(as).isEqualTo(first.map(BranchResult::finished));
        });
    }

    @Test
    void reductionsScale() {
        all((problem, scaled, power, as) -> {
            Reduced reduced = Reducer.reduce(scaled.specimen().problem(), ReduceOptions.defaults(), Deadline.never());
            Reduced first = Reducer.reduce(problem.specimen().problem(), ReduceOptions.defaults(), Deadline.never());
            assertThat(reduced.counts()).as(as).isEqualTo(first.counts());
            assertThat(reduced.fixed()).as(as).isEqualTo(first.fixed());
            assertThat(reduced.outcome()).as(as).isEqualTo(first.outcome());
            if (reduced.outcome() == Reduced.Outcome.OPEN && scaled.optimum().isPresent()) {
                assertThat(bestLifted(reduced, scaled.specimen()))
                        .as(as)
                        .isEqualByComparingTo(scaled.optimum().orElseThrow());
            }
        });
    }

    private static BigDecimal bestLifted(Reduced reduced, Specimen specimen) {
        BigDecimal best = null;
        byte[] x = new byte[reduced.problem().size()];
        for (long index = 0; index < 1L << x.length; index++) {
            for (int i = 0; i < x.length; i++) {
                x[i] = (byte) (index >>> i & 1);
            }
            byte[] lifted = reduced.lift(Bits.of(x)).toArray();
            if (specimen.isFeasible(lifted)) {
                BigDecimal value = specimen.objective(lifted);
                best = best == null || specimen.isBetter(value, best) ? value : best;
            }
        }
        return best;
    }

    @Test
    void encodingsScale() {
        all((problem, scaled, power, as) -> {
            if (scaled.specimen().kind() == Specimen.Kind.MARKET_SHARE && Math.abs(power) > 100) {
                return; // the model adds up squares, which doubles do not hold
            }
            Optional<Encoding> encoding = encode(scaled.specimen().problem());
            Optional<Encoding> first = encode(problem.specimen().problem());
            assertThat(encoding.isPresent()).as(as).isEqualTo(first.isPresent());
            if (encoding.isPresent()) {
                assertThat(encoding.get().report().isExact())
                        .as(as)
                        .isEqualTo(first.get().report().isExact());
                if (encoding.get().report().isExact()
                        && scaled.specimen().problem().hasExactModel()) {
                    assertThat(EncodingCheck.wrong(encoding.get(), scaled))
                            .as(as)
                            .isEmpty();
                }
                RandomStreams streams = new RandomStreams(7);
                for (Sampler sampler : new Sampler[] {Sampler.simulatedAnnealing(), Sampler.tabuSearch()}) {
                    double best = first.get().form().energy(best(sampler, encoding.get(), streams));
                    double expected = first.get().form().energy(best(sampler, first.get(), streams));
                    double rounding = 1e-12 * first.get().form().maxAbsCoefficient();
                    assertThat(best).as(as + " by " + sampler.id()).isCloseTo(expected, Offset.offset(rounding));
                }
            }
        });
    }

    private static byte[] best(Sampler sampler, Encoding encoding, RandomStreams streams) {
        return sampler.sample(encoding.form(), 10, streams.child(sampler.id()), Deadline.never())
                .best()
                .bits()
                .toArray();
    }

    private static Optional<Encoding> encode(Problem problem) {
        try {
            return Optional.of(Encoder.encode(problem.model(), EncodingOptions.defaults()));
        } catch (EncodingException refused) {
            return Optional.empty();
        }
    }

    @Test
    void repairsAndSearchesScale() {
        all((problem, scaled, power, as) -> {
            Problem own = scaled.specimen().problem();
            SplittableRandom random = new SplittableRandom(5);
            byte[] start = new byte[own.size()];
            for (int i = 0; i < start.length; i++) {
                start[i] = (byte) random.nextInt(2);
            }
            assertThat(repaired(own, start))
                    .as(as)
                    .isEqualTo(repaired(problem.specimen().problem(), start));
            assertThat(searched(own, start))
                    .as(as)
                    .isEqualTo(searched(problem.specimen().problem(), start));
            Optional<Bits> found = searched(own, start);
            if (found.isPresent()) {
                assertThat(scaled.specimen().isFeasible(found.get().toArray()))
                        .as(as)
                        .isTrue();
            }
        });
    }

    private static Optional<Bits> repaired(Problem problem, byte[] start) {
        byte[] x = start.clone();
        boolean feasible =
                Repairs.forProblem(problem, Hints.none()).repairInPlace(x, new SplittableRandom(3), Deadline.never());
        return feasible ? Optional.of(Bits.of(x)) : Optional.empty();
    }

    private static Optional<Bits> searched(Problem problem, byte[] start) {
        SearchLimit limit = new SearchLimit(2000, Deadline.never(), OptionalDouble.empty());
        var found = Improvers.tabu(problem, Hints.none()).improve(Bits.of(start), new SplittableRandom(3), limit);
        return found.feasible() ? Optional.of(found.solution()) : Optional.empty();
    }
}
