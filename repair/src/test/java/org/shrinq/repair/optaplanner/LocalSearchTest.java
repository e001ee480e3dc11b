package org.shrinq.repair.optaplanner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.Constraint;
import org.shrinq.qubo.LinearAtMost;
import org.shrinq.qubo.LinearEqual;
import org.shrinq.qubo.Qubo;
import org.shrinq.qubo.Sense;
import org.shrinq.qubo.problem.BinaryQuadraticProgram;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.repair.RandomProblems;
import org.shrinq.search.Hints;
import org.shrinq.search.Improvement;
import org.shrinq.search.Improver;
import org.shrinq.search.SearchLimit;
import org.shrinq.search.SearchStop;

/** What OptaPlanner's search promises, judged by enumeration of small random problems of every kind. */
class LocalSearchTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void isFeasibleNeverWorseAndRepeatsItself(long seed) {
        for (Problem problem : RandomProblems.all(seed)) {
            Improver search = LocalSearch.of(problem, Hints.none());
            SplittableRandom random = new SplittableRandom(seed);
            for (int t = 0; t < 4; t++) {
                byte[] x = RandomProblems.bits(random, problem.size());
                long calculations = t * 40L;
                SearchLimit limit = SearchLimit.iterations(calculations);
                Improvement r = search.improve(Bits.of(x), new SplittableRandom(seed + t), limit);
                String what = problem.name() + " from " + Bits.of(x) + " " + limit;
                byte[] y = r.solution().toArray();
                assertThat(r.feasible()).as(what).isTrue();
                assertThat(problem.model().isFeasible(y)).as(what).isTrue();
                assertThat(r.objective()).as(what).isEqualTo(problem.objective(y));
                boolean wasFeasible = problem.model().isFeasible(x);
                assertThat(r.objectiveBefore().isPresent()).isEqualTo(wasFeasible);
                if (wasFeasible) {
                    assertThat(problem.sense().isBetter(problem.objective(x), r.objective()))
                            .as("never worse: " + what)
                            .isFalse();
                }
                assertThat(r.iterations()).as(what).isLessThanOrEqualTo(calculations + 10);
                assertThat(search.improve(Bits.of(x), new SplittableRandom(seed + t), limit))
                        .as("again: " + what)
                        .isEqualTo(r);
                assertThat(LocalSearch.of(problem, Hints.none())
                                .improve(Bits.of(x), new SplittableRandom(seed + t), limit))
                        .as("another instance: " + what)
                        .isEqualTo(r);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void findsTheOptimumOfSmallProblems(long seed) {
        for (Problem problem : RandomProblems.all(seed)) {
            if (problem.name().equals("general")) {
                continue; // its feasible points need not be linked by short chains
            }
            double optimum = RandomProblems.optimum(problem);
            Bits start = Bits.of(RandomProblems.bits(new SplittableRandom(seed), problem.size()));
            Improvement r = LocalSearch.of(problem, Hints.none())
                    .improve(
                            start,
                            new SplittableRandom(seed),
                            SearchLimit.iterations(60_000).withTarget(optimum));
            assertThat(r.objective()).as(problem.name()).isEqualTo(optimum);
            assertThat(r.stop()).as(problem.name()).isEqualTo(SearchStop.TARGET);
        }
    }

    @Test
    void endsWhenItIsCancelledWithoutAnyOtherLimit() {
        for (Problem problem : RandomProblems.all(3)) {
            AtomicInteger asked = new AtomicInteger();
            Deadline deadline = Deadline.never().orWhen(() -> asked.incrementAndGet() > 5_000);
            Improvement r = LocalSearch.of(problem, Hints.none())
                    .improve(Bits.zeros(problem.size()), new SplittableRandom(1), SearchLimit.until(deadline));
            assertThat(r.stop()).as(problem.name()).isEqualTo(SearchStop.DEADLINE);
            assertThat(r.iterations()).isPositive();
        }
    }

    /** max 2a + 2b, 6a + 3b ≤ 0 and 7a + 3b = 0: every chain from the only feasible point ends where it began. */
    @Test
    void endsWhereNoMoveIsPossible() {
        List<Constraint> rows = List.of(
                LinearAtMost.of("capacity", new int[] {0, 1}, new double[] {6, 3}, 0),
                LinearEqual.of("balance", new int[] {0, 1}, new double[] {7, 3}, 0));
        Problem problem = maximised("stuck", 2, rows);
        for (SearchLimit limit : List.of(SearchLimit.iterations(1_000_000), SearchLimit.until(Deadline.never()))) {
            Improvement r =
                    LocalSearch.of(problem, Hints.none()).improve(Bits.zeros(2), new SplittableRandom(1), limit);
            assertThat(r.solution()).isEqualTo(Bits.zeros(2));
            assertThat(r.stop()).as("no proof").isEqualTo(SearchStop.ITERATIONS);
        }
    }

    /** The sum of all variables, doubled. */
    private static Problem maximised(String name, int n, List<Constraint> rows) {
        Qubo.Builder twice = Qubo.builder(n);
        for (int v = 0; v < n; v++) {
            twice.addLinear(v, 2);
        }
        return new BinaryQuadraticProgram(name, new BinaryModel(Sense.MAXIMIZE, twice.build(), rows));
    }

    @Test
    void movesASingleVariable() {
        Problem problem = maximised("single", 1, List.of());
        Improvement r = LocalSearch.of(problem, Hints.none())
                .improve(Bits.zeros(1), new SplittableRandom(1), SearchLimit.iterations(100));
        assertThat(r.solution()).isEqualTo(Bits.parse("1"));
        assertThat(r.isProvenOptimal()).isFalse();
    }

    @Test
    void keepsATimeLimit() {
        Problem problem = RandomProblems.maxCut(new SplittableRandom(1), 10);
        Improver search = LocalSearch.of(problem, Hints.none());
        Improvement r =
                search.improve(Bits.zeros(10), new SplittableRandom(1), SearchLimit.until(Deadline.after(0.05)));
        assertThat(r.stop()).isEqualTo(SearchStop.DEADLINE);
        assertThat(search.improve(Bits.zeros(10), new SplittableRandom(1), SearchLimit.until(Deadline.after(0)))
                        .iterations())
                .isZero();
    }

    @Test
    void refusesAStartOfAnotherProblem() {
        Improver search = LocalSearch.of(RandomProblems.maxCut(new SplittableRandom(1), 5), Hints.none());
        assertThatThrownBy(() -> search.improve(Bits.zeros(4), new SplittableRandom(1), SearchLimit.iterations(1)))
                .hasMessageContaining("4 variables");
    }
}
