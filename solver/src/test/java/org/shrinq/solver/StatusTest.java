package org.shrinq.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.Graph;
import org.shrinq.qubo.LinearEqual;
import org.shrinq.qubo.Qubo;
import org.shrinq.qubo.Sense;
import org.shrinq.qubo.problem.BinaryQuadraticProgram;
import org.shrinq.qubo.problem.MaxCut;
import org.shrinq.qubo.problem.MaximumIndependentSet;
import org.shrinq.qubo.problem.MultidimensionalKnapsack;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.qubo.problem.QuadraticAssignment;
import org.shrinq.relax.Bound;
import org.shrinq.relax.BoundKind;

/** What a status says is true: against enumeration, on problems with odd data. */
class StatusTest {
    private static final SolverOptions SHORT =
            SolverOptions.defaults().withQubits(4).withRounds(1).withPolish(Polish.none());

    static LongStream seeds() {
        return LongStream.range(0, 150);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void statusAndBoundsAgreeWithEnumeration(long seed) {
        for (Problem problem : OddProblems.all(seed)) {
            String what = "seed " + seed + ", " + problem.name();
            double optimum = TestProblems.optimum(problem);
            SolverOptions.Stage reduce = seed % 2 == 0 ? SolverOptions.Stage.ON : SolverOptions.Stage.OFF;
            Solution solution =
                    Shrinq.with(SHORT.withReduce(reduce).withSeed(seed)).run(problem);
            assertThat(solution.failures()).as(what).isEmpty();
            if (Double.isInfinite(optimum)) {
                assertThat(solution.status()).as(what).isEqualTo(Status.INFEASIBLE);
                continue;
            }
            double rounding = 1e-15 * size(problem);
            int sign = problem.sense().factor();
            for (Bound bound : solution.bound().all()) {
                assertThat(sign * bound.value())
                        .as(what + ", " + bound.kind())
                        .isLessThanOrEqualTo(sign * optimum + rounding);
            }
            assertThat(solution.status()).as(what).isIn(Status.OPTIMAL, Status.FEASIBLE);
            if (solution.status() == Status.OPTIMAL) {
                assertThat(sign * solution.objective().orElseThrow())
                        .as(what)
                        .isLessThanOrEqualTo(sign * optimum + rounding);
            }
        }
    }

    /** Sum of the sizes of what objectives are added up from, so far as solutions show it. */
    private static double size(Problem problem) {
        byte[] ones = new byte[problem.size()];
        java.util.Arrays.fill(ones, (byte) 1);
        double size = Math.abs(problem.objective(ones)) + 1;
        for (int i = 0; i < ones.length; i++) {
            byte[] x = new byte[ones.length];
            x[i] = 1;
            size += Math.abs(problem.objective(x));
        }
        return size;
    }

    /** Even sums cannot be odd: no reduction sees it, and a search must. */
    private static Problem odd() {
        Qubo form = Qubo.builder(4).addLinear(0, 1).addLinear(2, 3).build();
        LinearEqual row = LinearEqual.of("odd", new int[] {0, 1, 2, 3}, new double[] {2, 4, 6, 2}, 7);
        return new BinaryQuadraticProgram("odd", new BinaryModel(Sense.MINIMIZE, form, List.of(row)));
    }

    @ParameterizedTest
    @EnumSource(
            value = Method.class,
            names = {"QAOA", "GREEDY", "TABU", "LOCAL_SEARCH"})
    void infeasibilityIsProvenWithoutReductionsToo(Method method) {
        Solution solution = Shrinq.with(
                        SolverOptions.defaults().withMethod(method).withReduce(SolverOptions.Stage.OFF))
                .clock(() -> 0)
                .run(odd());
        assertThat(solution.status()).isEqualTo(Status.INFEASIBLE);
        assertThat(solution.stop()).isEqualTo(Solution.Stop.INFEASIBLE);
        assertThat(solution.bound().best().value()).isFinite();
    }

    /** A bound that is 1 away does not prove anything, however large both are. */
    @Test
    void wholeObjectivesMustBeMetByTheBound() {
        MaxCut cut = MaxCut.of("cut", 3, new int[] {0, 1}, new int[] {1, 2}, new double[] {4e12, 3});
        assertThat(proves(cut, "010", 4e12 + 4)).isFalse();
        assertThat(proves(cut, "010", 4e12 + 3)).isTrue();
        MaxCut fractions = MaxCut.of("cut", 3, new int[] {0, 1}, new int[] {1, 2}, new double[] {40, 0.5});
        assertThat(proves(fractions, "010", 40.5 + 1e-9)).isFalse();
        assertThat(proves(fractions, "010", 40.5 + 1e-13)).isTrue();
    }

    /** Values that differ in their last of 13 digits: no search may take one for the other and call it optimal. */
    @ParameterizedTest
    @EnumSource(names = {"QAOA", "TABU", "LOCAL_SEARCH"})
    void largeValuesAreToldApart(Method method) {
        SplittableRandom random = new SplittableRandom(3);
        for (int trial = 0; trial < 5; trial++) {
            int n = 8;
            double[] values = new double[n];
            double[][] weights = new double[2][n];
            for (int i = 0; i < n; i++) {
                values[i] = 1e12 + random.nextInt(10);
                weights[0][i] = random.nextInt(1, 9);
                weights[1][i] = random.nextInt(1, 9);
            }
            Problem problem = MultidimensionalKnapsack.of("near", values, weights, new double[] {17, 19});
            Solution solution = Shrinq.with(SHORT.withMethod(method)).run(problem);
            assertThat(solution.status()).isEqualTo(Status.OPTIMAL);
            assertThat(solution.objective()).hasValue(TestProblems.optimum(problem));
        }
    }

    private static boolean proves(Problem problem, String x, double bound) {
        Relaxations relaxations = new Relaxations(problem, SolverOptions.defaults(), RunListener.NONE);
        Incumbent incumbent = new Incumbent(problem, 1, () -> 0, improvement -> {});
        incumbent.offer(Bits.parse(x), Origin.SAMPLE);
        relaxations.add(new Bound(BoundKind.SDP, bound));
        return relaxations.proves(incumbent);
    }

    /** Nothing to decide is a mistake of the caller, told at the door. */
    @Test
    void problemsWithoutVariablesAreRefused() {
        Problem nothing = BinaryQuadraticProgram.nothing("n", Sense.MINIMIZE);
        Shrinq shrinq = Shrinq.with(SolverOptions.defaults());
        for (ThrowingCallable call : new ThrowingCallable[] {
            () -> shrinq.run(nothing), () -> shrinq.encode(nothing), () -> shrinq.prepare(nothing)
        }) {
            assertThatIllegalArgumentException()
                    .isThrownBy(call)
                    .withMessage("problem 'n' has no variables, expected at least 1");
        }
    }

    /** Reductions that decide everything leave nothing, of every kind. */
    @Test
    void whatReductionsSolveIsSolved() {
        for (Problem problem : List.of(
                MultidimensionalKnapsack.of("k", new double[] {3, 2}, new double[][] {{1, 1}}, new double[] {5}),
                MaximumIndependentSet.of("s", Graph.of(3, new int[] {0, 1}, new int[] {1, 2})),
                QuadraticAssignment.of("a", new double[][] {{2}}, new double[][] {{3}}))) {
            Solution solution = Shrinq.solve(problem);
            assertThat(solution.status()).as(problem.name()).isEqualTo(Status.OPTIMAL);
            assertThat(solution.objective().orElseThrow()).isEqualTo(TestProblems.optimum(problem));
            assertThat(solution.failures()).isEmpty();
        }
    }
}
