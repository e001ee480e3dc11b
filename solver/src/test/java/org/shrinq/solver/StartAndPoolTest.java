package org.shrinq.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shrinq.instances.Instance;
import org.shrinq.instances.Instances;
import org.shrinq.instances.ReadOptions;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.Sense;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.repair.verify.Verifier;
import org.shrinq.solver.result.Replay;
import org.shrinq.solver.result.ResultJson;

/** Runs from a solution of the caller's, and runs that return several. */
class StartAndPoolTest {
    private static final SolverOptions SHORT = SolverOptions.defaults()
            .withQubits(6)
            .withRounds(1)
            .withBounds(SolverOptions.Stage.OFF)
            .withPolish(Polish.none())
            .withQuantum(
                    org.shrinq.quantum.QuantumOptions.defaults().withLayers(1).withMaxEvaluations(5));

    /** The best x, by enumeration. */
    private static Bits optimal(Problem problem) {
        Verifier verifier = Verifier.of(problem);
        Bits best = Bits.zeros(problem.size());
        double value = problem.sense().worst();
        for (long z = 0; z < 1L << problem.size(); z++) {
            byte[] x = Bits.ofIndex(problem.size(), z).toArray();
            if (verifier.isFeasible(x) && problem.sense().isBetter(verifier.objective(x), value)) {
                value = verifier.objective(x);
                best = Bits.of(x);
            }
        }
        return best;
    }

    @ParameterizedTest
    @EnumSource(
            value = Method.class,
            names = {"QAOA", "ANNEALING", "TABU", "LOCAL_SEARCH"})
    void anOptimalStartIsTheFirstIncumbentAndStays(Method method) {
        for (Problem problem : TestProblems.small(3)) {
            if (!Double.isFinite(TestProblems.optimum(problem))) {
                continue;
            }
            Bits start = optimal(problem);
            Solution solution =
                    Shrinq.with(SHORT.withMethod(method).withStart(start)).run(problem);
            assertThat(solution.origin()).as(problem.name()).contains(Origin.START);
            assertThat(solution.x()).as(problem.name()).contains(start);
            assertThat(solution.history()).as(problem.name()).hasSize(1);
            if (!Credit.of(solution).isEmpty()) {
                assertThat(solution.trace().known().first()).contains(Origin.START);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void anyStartIsRepairedAndNeverCostsAnything(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (Problem problem : TestProblems.small(seed)) {
            byte[] x = new byte[problem.size()];
            for (int i = 0; i < x.length; i++) {
                x[i] = (byte) random.nextInt(2);
            }
            Solution solution = Shrinq.with(SHORT.withStart(Bits.of(x))).run(problem);
            Verifier verifier = Verifier.of(problem);
            if (verifier.isFeasible(x)) {
                assertThat(solution.history().get(0).x()).isEqualTo(Bits.of(x));
            }
            assertThat(solution.failures())
                    .as("seed %d, %s", seed, problem.name())
                    .isEmpty();
            assertThat(solution.isFeasible()).isEqualTo(Double.isFinite(TestProblems.optimum(problem)));
        }
    }

    @Test
    void aStartOfAnotherSizeIsRefused() {
        Problem problem = TestProblems.small(1).get(0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Shrinq.with(SHORT.withStart(Bits.zeros(3))).run(problem))
                .withMessage("the start has 3 bits, the problem 14 variables");
    }

    @ParameterizedTest
    @EnumSource(
            value = Method.class,
            names = {"QAOA", "TABU"})
    void aPoolHoldsDifferentFeasibleSolutionsBestFirst(Method method) {
        for (Problem problem : TestProblems.small(6)) {
            Solution solution =
                    Shrinq.with(SHORT.withMethod(method).withPool(6)).run(problem);
            Verifier verifier = Verifier.of(problem);
            List<Double> objectives = new ArrayList<>();
            for (Bits x : solution.solutions()) {
                assertThat(verifier.isFeasible(x.toArray())).isTrue();
                objectives.add(problem.sense().factor() * verifier.objective(x.toArray()));
            }
            String what = problem.name() + " by " + method;
            assertThat(solution.solutions()).as(what).doesNotHaveDuplicates().hasSizeLessThanOrEqualTo(6);
            assertThat(solution.solutions().stream().findFirst()).as(what).isEqualTo(solution.x());
            for (int k = 1; k < objectives.size(); k++) {
                assertThat(objectives.get(k)).as(what).isGreaterThanOrEqualTo(objectives.get(k - 1) - 1e-9);
            }
            int values = levels(problem).size();
            if (values > 6) {
                assertThat(new HashSet<>(objectives))
                        .as(what + ", of " + values + " values")
                        .hasSize(6);
            }
        }
    }

    /** All objective values of feasible solutions. */
    private static Set<Double> levels(Problem problem) {
        Verifier verifier = Verifier.of(problem);
        Set<Double> values = new TreeSet<>();
        for (long z = 0; z < 1L << problem.size(); z++) {
            byte[] x = Bits.ofIndex(problem.size(), z).toArray();
            if (verifier.isFeasible(x)) {
                values.add(verifier.objective(x));
            }
        }
        return values;
    }

    @Test
    void withoutAPoolThereIsTheSolutionAlone() {
        Solution solution = Shrinq.with(SHORT).run(TestProblems.small(2).get(0));
        assertThat(solution.solutions()).containsExactly(solution.x().orElseThrow());
    }

    @Test
    void levelsComeFirstThenWhatIsFarFromTheRest() {
        SolutionPool pool = new SolutionPool(Sense.MAXIMIZE, 4);
        Bits best = Bits.parse("0000");
        pool.add(best, 9);
        pool.add(Bits.parse("1000"), 9);
        pool.add(Bits.parse("1111"), 9);
        pool.add(Bits.parse("1111"), 9);
        pool.add(Bits.parse("0110"), 7);
        assertThat(pool.size()).isEqualTo(4);
        assertThat(pool.select(best)).containsExactly(best, Bits.parse("1111"), Bits.parse("1000"), Bits.parse("0110"));
        for (int k = 1; k < 5; k++) {
            pool.add(Bits.ofIndex(4, k), 8 - 0.1 * k);
        }
        assertThat(pool.levels()).isEqualTo(4);
        assertThat(pool.select(best)).containsExactly(best, Bits.ofIndex(4, 1), Bits.ofIndex(4, 2), Bits.ofIndex(4, 3));
    }

    @Test
    void resultFilesHoldStartAndPoolAndRepeat() {
        Instance instance = Instances.read(Path.of("../instances/data/mis/1tc.32.txt"), ReadOptions.defaults());
        Bits start = Bits.zeros(32).with(3, 1);
        Solution solution = Shrinq.with(SHORT.withStart(start).withPool(5)).run(instance.problem());
        JsonNode result = ResultJson.tree(ResultJson.of(instance, ReadOptions.defaults(), solution, 0));
        assertThat(result.path("solutions")).hasSize(solution.solutions().size());
        assertThat(result.path("solutions").get(0))
                .isEqualTo(result.path("solution").path("x"));
        assertThat(result.path("config").path("pool").asInt()).isEqualTo(5);
        SolverOptions again = Replay.recorded(ResultJson.read(result));
        assertThat(again.start()).contains(start);
        JsonNode second = ResultJson.tree(ResultJson.of(
                instance, ReadOptions.defaults(), Shrinq.with(again).run(instance.problem()), 0));
        assertThat(Replay.differences(result, second)).isEmpty();
    }
}
