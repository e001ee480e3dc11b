package org.shrinq.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.problem.MarketShare;
import org.shrinq.qubo.problem.MultidimensionalKnapsack;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.repair.verify.Verifier;
import org.shrinq.search.Hints;
import org.shrinq.search.Improvement;
import org.shrinq.search.Improver;
import org.shrinq.search.SearchLimit;
import org.shrinq.search.SearchStop;

/** What every search promises, judged by enumeration of small random problems of every kind. */
class ImproverTest {
    static List<Long> seeds() {
        List<Long> seeds = new ArrayList<>();
        for (long s = 1; s <= 30; s++) {
            seeds.add(s);
        }
        return seeds;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void findsTheOptimumOfSmallProblems(long seed) {
        for (Problem problem : RandomProblems.all(seed)) {
            double optimum = RandomProblems.optimum(problem);
            Bits start = Bits.of(RandomProblems.bits(new SplittableRandom(seed), problem.size()));
            Improvement r = Improvers.tabu(problem, Hints.none())
                    .improve(start, new SplittableRandom(seed), SearchLimit.iterations(20_000));
            assertThat(r.feasible()).as(problem.name()).isTrue();
            assertThat(problem.model().isFeasible(r.solution().toArray())).isTrue();
            assertThat(r.objective())
                    .as(problem.name())
                    .isEqualTo(problem.objective(r.solution().toArray()));
            assertThat(r.objective()).as(problem.name()).isEqualTo(optimum);
        }
    }

    /** Few iterations, so that the promise is tested where the search has not converged. */
    @ParameterizedTest
    @MethodSource("seeds")
    void isNeverWorseAndRepeatsItself(long seed) {
        for (Problem problem : RandomProblems.all(seed)) {
            Improver improver = Improvers.tabu(problem, Hints.none());
            SplittableRandom random = new SplittableRandom(seed);
            for (int t = 0; t < 6; t++) {
                byte[] x = RandomProblems.bits(random, problem.size());
                Bits start = Bits.of(x);
                SearchLimit limit = SearchLimit.iterations(t * 3L);
                Improvement r = improver.improve(start, new SplittableRandom(seed + t), limit);
                String what = problem.name() + " from " + start + " " + limit;
                assertThat(r.feasible()).as(what).isTrue();
                assertThat(problem.model().isFeasible(r.solution().toArray()))
                        .as(what)
                        .isTrue();
                boolean wasFeasible = problem.model().isFeasible(x);
                assertThat(r.objectiveBefore().isPresent()).isEqualTo(wasFeasible);
                if (wasFeasible) {
                    assertThat(problem.sense().isBetter(problem.objective(x), r.objective()))
                            .as("never worse: " + what)
                            .isFalse();
                }
                assertThat(r.iterations()).as(what).isLessThanOrEqualTo(t * 3L);
                if (r.isProvenOptimal()) {
                    assertThat(r.objective()).as(what).isEqualTo(RandomProblems.optimum(problem));
                }
                assertThat(improver.improve(start, new SplittableRandom(seed + t), limit))
                        .as("again: " + what)
                        .isEqualTo(r);
                assertThat(Improvers.tabu(problem, Hints.none()).improve(start, new SplittableRandom(seed + t), limit))
                        .as("another instance: " + what)
                        .isEqualTo(r);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void provesSmallKnapsacksAndMarketShares(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        MultidimensionalKnapsack knapsack = RandomProblems.knapsack(random, 14, 3);
        MarketShare share = RandomProblems.marketShare(random, 12, 2);
        for (Problem problem : List.of(knapsack, share)) {
            Improvement r = Improvers.tabu(problem, Hints.none())
                    .improve(Bits.zeros(problem.size()), random, SearchLimit.until(Deadline.never()));
            assertThat(r.isProvenOptimal()).as(problem.name()).isTrue();
            assertThat(r.objective()).as(problem.name()).isEqualTo(RandomProblems.optimum(problem));
        }
    }

    /** Deviations far beyond what can be looked up, and fractions: enumerated, with few iterations. */
    @ParameterizedTest
    @MethodSource("seeds")
    void provesMarketSharesOfAnySize(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (double unit : new double[] {1e12, 0.37}) {
            for (int products = 1; products <= 3; products++) {
                MarketShare share = RandomProblems.scaledMarketShare(random, 1 + random.nextInt(13), products, unit);
                Improvement r = Improvers.tabu(share, Hints.none())
                        .improve(Bits.zeros(share.size()), random, SearchLimit.iterations(5000));
                String what = "seed " + seed + ", " + products + " products in units of " + unit;
                assertThat(r.isProvenOptimal()).as(what).isTrue();
                assertThat(r.objective())
                        .as(what)
                        .isCloseTo(RandomProblems.optimum(share), Offset.offset(1e-12)); // sums in another order
            }
        }
    }

    @Test
    void stopsAtTheTarget() {
        for (Problem problem : RandomProblems.all(3)) {
            double optimum = RandomProblems.optimum(problem);
            Improvement r = Improvers.tabu(problem, Hints.none())
                    .improve(
                            Bits.zeros(problem.size()),
                            new SplittableRandom(1),
                            SearchLimit.iterations(1_000_000).withTarget(optimum));
            assertThat(r.objective()).isEqualTo(optimum);
            assertThat(r.stop()).as(problem.name()).isIn(SearchStop.TARGET, SearchStop.EXHAUSTED);
            assertThat(r.iterations()).isLessThan(1_000_000);
        }
    }

    /** A deadline or a pause may have cut the repair short; where it ended by itself it need not be asked again. */
    @Test
    void aRepairThatWasCutShortIsTriedAgain() {
        Problem problem = RandomProblems.knapsack(new SplittableRandom(5), 6, 2);
        Bits start = Bits.of(new byte[] {1, 1, 1, 1, 1, 1});
        int[] repairs = {0};
        Improver improver = new KernelImprover(Verifier.of(problem), inVain(repairs), (x, random, control) -> {});
        Deadline over = Deadline.never().orWhen(() -> true);
        for (SearchLimit cut : List.of(
                SearchLimit.until(over), SearchLimit.iterations(9).withPause(over), SearchLimit.iterations(9))) {
            Improvement r = improver.resume(start, new SplittableRandom(1), cut);
            assertThat(r.stop()).isEqualTo(SearchStop.NO_START);
        }
        assertThat(repairs[0]).isEqualTo(3);
        improver.resume(start, new SplittableRandom(1), SearchLimit.iterations(9));
        assertThat(repairs[0]).isEqualTo(3);
    }

    /** Counts what it is asked. */
    private static Repair inVain(int[] repairs) {
        return new Repair() {
            @Override
            public Repaired repair(byte[] x, SplittableRandom random, Deadline deadline) {
                throw new AssertionError("not in place");
            }

            @Override
            public boolean repairInPlace(byte[] x, SplittableRandom random, Deadline deadline) {
                repairs[0]++;
                return false;
            }

            @Override
            public Repair fork() {
                return this;
            }
        };
    }

    @Test
    void returnsAFeasiblePointWhenThereIsNoTimeAtAll() {
        for (Problem problem : RandomProblems.all(4)) {
            if (problem.name().equals("general")) {
                continue;
            }
            byte[] x = RandomProblems.bits(new SplittableRandom(1), problem.size());
            Improvement r = Improvers.tabu(problem, Hints.none())
                    .improve(Bits.of(x), new SplittableRandom(1), SearchLimit.until(Deadline.after(0)));
            assertThat(problem.model().isFeasible(r.solution().toArray())).isTrue();
            assertThat(r.iterations()).isZero();
            assertThat(r.stop()).isEqualTo(SearchStop.DEADLINE);
        }
    }

    @Test
    void endsAtTheDeadline() {
        for (Problem problem : RandomProblems.all(5)) {
            long[] clock = {0};
            Deadline deadline = Deadline.after(1, () -> clock[0] += 50_000_000);
            Improvement r = Improvers.tabu(problem, Hints.none())
                    .improve(Bits.zeros(problem.size()), new SplittableRandom(1), SearchLimit.until(deadline));
            assertThat(r.stop()).as(problem.name()).isIn(SearchStop.DEADLINE, SearchStop.EXHAUSTED);
        }
    }

    @Test
    void refusesAStartOfAnotherProblem() {
        Problem problem = RandomProblems.maxCut(new SplittableRandom(1), 5);
        Improver improver = Improvers.tabu(problem, Hints.none());
        assertThatThrownBy(() -> improver.improve(Bits.zeros(4), new SplittableRandom(1), SearchLimit.iterations(1)))
                .hasMessageContaining("4 variables");
    }
}
