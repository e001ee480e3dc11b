package org.shrinq.relax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shrinq.qubo.Graph;
import org.shrinq.qubo.problem.MaximumIndependentSet;
import org.shrinq.qubo.problem.MultidimensionalKnapsack;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.qubo.problem.QuadraticAssignment;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.relax.assignment.DualAscent;
import org.shrinq.relax.assignment.GilmoreLawler;
import org.shrinq.relax.assignment.LinearAssignment;
import org.shrinq.relax.branch.BranchResult;
import org.shrinq.relax.branch.BranchSearch;
import org.shrinq.relax.clique.CliqueCover;
import org.shrinq.relax.lp.ModelLp;

class BoundsTest {
    static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    /** Every bound of every kind of problem against enumeration, as it is reported. */
    @ParameterizedTest
    @MethodSource("seeds")
    void everyBoundIsValid(long seed) {
        for (Problem problem : SmallProblems.all(seed)) {
            double optimum = SmallProblems.optimum(problem);
            int sign = problem.sense().factor();
            BoundReport report = Bounds.of(problem, Deadline.never());
            for (Bound bound : report.all()) {
                assertThat(sign * bound.value())
                        .as("seed %d, %s of %s", seed, bound.kind(), problem.name())
                        .isLessThanOrEqualTo(sign * optimum + 1e-9 * Math.max(1, Math.abs(optimum)));
            }
            assertThat(report.all())
                    .allSatisfy(b -> assertThat(sign * report.best().value()).isGreaterThanOrEqualTo(sign * b.value()));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void branchingFindsTheOptimumFromAnyIncumbent(long seed) {
        for (Problem problem : SmallProblems.all(seed)) {
            double optimum = SmallProblems.optimum(problem);
            double worst = problem.sense().worst();
            Optional<BranchResult> fromNothing = BranchSearch.search(problem, worst, 0, Deadline.never());
            assertThat(fromNothing.isPresent()).isEqualTo(BranchSearch.applies(problem));
            if (fromNothing.isEmpty()) {
                continue;
            }
            assertThat(fromNothing.get().finished()).isTrue();
            if (Double.isInfinite(optimum)) {
                assertThat(fromNothing.get().better()).isEmpty();
                continue;
            }
            assertThat(fromNothing.get().bound())
                    .as("seed %d, %s", seed, problem.name())
                    .isCloseTo(optimum, within(2e-9 * Math.max(1, Math.abs(optimum))));
            byte[] x = fromNothing.get().better().orElseThrow().toArray();
            assertThat(problem.model().isFeasible(x)).isTrue();
            assertThat(problem.objective(x)).isCloseTo(optimum, within(2e-9 * Math.max(1, Math.abs(optimum))));
            BranchResult fromOptimum =
                    BranchSearch.search(problem, optimum, 0, Deadline.never()).orElseThrow();
            assertThat(fromOptimum.better())
                    .as("seed %d, %s", seed, problem.name())
                    .isEmpty();
            assertThat(fromOptimum.bound()).isCloseTo(optimum, within(2e-9 * Math.max(1, Math.abs(optimum))));
        }
    }

    @Test
    void aStoppedBranchingReturnsTheRootBound() {
        SplittableRandom random = new SplittableRandom(3);
        QuadraticAssignment problem = SmallProblems.assignment(random, 8, false);
        BranchResult result = BranchSearch.search(problem, Double.POSITIVE_INFINITY, -7, Deadline.after(0))
                .orElseThrow();
        assertThat(result.finished()).isFalse();
        assertThat(result.bound()).isEqualTo(-7);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void reducedCostsBoundWhatAPlacementCosts(long seed) {
        QuadraticAssignment problem = SmallProblems.assignment(new SplittableRandom(seed), 4, seed % 2 == 0);
        GilmoreLawler.Result simple = GilmoreLawler.bound(problem);
        DualAscent.Result ascent = DualAscent.run(problem, 50, Double.POSITIVE_INFINITY, Deadline.never());
        assertThat(ascent.bound())
                .isGreaterThanOrEqualTo(simple.bound() - 1e-6 * Math.max(1, Math.abs(simple.bound())));
        int n = problem.order();
        double[] least = new double[n * n];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        permute(new int[n], new boolean[n], 0, problem, least);
        for (int k = 0; k < n * n; k++) {
            assertThat(simple.bound() + simple.reducedCosts()[k]).isLessThanOrEqualTo(least[k] + 1e-6);
            assertThat(ascent.bound() + ascent.reducedCosts()[k]).isLessThanOrEqualTo(least[k] + 1e-6);
        }
    }

    private static void permute(int[] at, boolean[] used, int i, QuadraticAssignment problem, double[] least) {
        if (i == at.length) {
            double cost = problem.cost(at);
            for (int f = 0; f < at.length; f++) {
                least[f * at.length + at[f]] = Math.min(least[f * at.length + at[f]], cost);
            }
            return;
        }
        for (int a = 0; a < at.length; a++) {
            if (!used[a]) {
                used[a] = true;
                at[i] = a;
                permute(at, used, i + 1, problem, least);
                used[a] = false;
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void linearAssignmentsAreOptimalWithFeasiblePotentials(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int n = random.nextInt(1, 7);
        double[] cost = random.doubles((long) n * n, -10, 10).toArray();
        LinearAssignment assignment = new LinearAssignment(n);
        double value = assignment.solve(cost, 0, n);
        double potentials = 0;
        boolean[] used = new boolean[n];
        for (int i = 0; i < n; i++) {
            potentials += assignment.rowPotential(i) + assignment.columnPotential(i);
            assertThat(used[assignment.column(i)]).isFalse();
            used[assignment.column(i)] = true;
            for (int j = 0; j < n; j++) {
                assertThat(assignment.rowPotential(i) + assignment.columnPotential(j))
                        .isLessThanOrEqualTo(cost[i * n + j] + 1e-9);
            }
        }
        assertThat(potentials).isCloseTo(value, within(1e-9));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void coversArePartitionsIntoCliques(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Graph graph = SmallProblems.graph(random, random.nextInt(1, 20), random.nextDouble());
        double[] ones = new double[graph.vertices()];
        Arrays.fill(ones, 1);
        for (int[] cover : new int[][] {
            CliqueCover.greedy(graph, ones, Deadline.never()), CliqueCover.dsatur(graph, Deadline.never())
        }) {
            for (int u = 0; u < cover.length; u++) {
                for (int v = 0; v < u; v++) {
                    assertThat(cover[u] != cover[v] || graph.hasEdge(u, v)).isTrue();
                }
            }
        }
    }

    /** LP of a knapsack with one row: the greedy fractional solution is optimal (Dantzig 1957). */
    @Test
    void theLinearRelaxationOfOneRowIsDantzigs() {
        MultidimensionalKnapsack problem = MultidimensionalKnapsack.of(
                "one", new double[] {60, 100, 120}, new double[][] {{10, 20, 30}}, new double[] {50});
        ModelLp.Result lp = ModelLp.solve(problem.model(), Deadline.never()).orElseThrow();
        assertThat(-lp.bound()).isCloseTo(240, within(1e-8));
        assertThat(lp.x()).containsExactly(new double[] {1, 1, 2 / 3.0}, within(1e-9));
        assertThat(lp.multipliers()[0]).isCloseTo(4, within(1e-9));
        assertThat(lp.reducedCosts()).containsExactly(new double[] {-20, -20, 0}, within(1e-8));
    }

    /** A cycle of five: two vertices at most, three cliques in any cover. */
    @Test
    void theCycleOfFiveIsProvedByBranchingOnly() {
        Graph cycle = Graph.of(5, new int[] {0, 1, 2, 3, 0}, new int[] {1, 2, 3, 4, 4});
        MaximumIndependentSet problem = MaximumIndependentSet.of("c5", cycle);
        assertThat(CliqueCover.bound(cycle, new double[] {1, 1, 1, 1, 1}, Deadline.never()))
                .isEqualTo(3);
        assertThat(CliqueCover.greedy(cycle, new double[] {1, 1, 1, 1, 1}, Deadline.after(0)))
                .as("a cover, if late")
                .hasSize(5);
        assertThat(BranchSearch.search(problem, 0, 3, Deadline.never())
                        .orElseThrow()
                        .bound())
                .isEqualTo(2);
    }
}
