package org.shrinq.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shrinq.instances.generate.KnapsackGenerator;
import org.shrinq.quantum.Optimizer;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.problem.MultidimensionalKnapsack;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.qubo.run.RandomStreams;
import org.shrinq.repair.CustomRepair;
import org.shrinq.repair.RepairMode;
import org.shrinq.repair.Repairs;
import org.shrinq.repair.verify.Verifier;
import org.shrinq.search.Hints;
import org.shrinq.shrink.Shrunk;
import org.shrinq.shrink.reduce.ReduceOptions;
import org.shrinq.shrink.reduce.Reducer;

/** Training for what strings are worth after repair. */
class RepairedObjectiveTest {
    private static final SolverOptions REPAIRED = SolverOptions.defaults()
            .withTrainingTarget(SolverOptions.TrainingTarget.REPAIRED)
            .withReduce(SolverOptions.Stage.OFF)
            .withPolish(Polish.none())
            .withBounds(SolverOptions.Stage.OFF)
            .withRounds(1);

    private static MultidimensionalKnapsack knapsack(int items) {
        return KnapsackGenerator.chuBeasley("knapsack", items, 3, 0.5, new RandomStreams(5));
    }

    private static RepairedObjective objective(Problem problem) {
        Shrinq solver = Shrinq.with(SolverOptions.defaults().withShrink(SolverOptions.Stage.OFF));
        SmallProblem small = solver.prepare(problem);
        byte[] free = new byte[problem.size()];
        Arrays.fill(free, (byte) -1);
        Expansion expansion = new Expansion(
                small.encoding().form(),
                Shrunk.nothing(small.encoding().form()),
                Subproblem.whole(problem.model(), free),
                Reducer.reduce(problem, ReduceOptions.defaults().withRules(), Deadline.never()));
        return new RepairedObjective(
                problem,
                Repairs.forProblem(problem, Hints.none(), RepairMode.IMPROVE),
                expansion,
                new RandomStreams(3),
                Deadline.never());
    }

    /** Takes its time to leave x as it is. */
    private record SlowRepair(ManualClock clock) implements CustomRepair {
        @Override
        public String id() {
            return "slow";
        }

        @Override
        public void makeFeasible(Problem problem, byte[] x, SplittableRandom random, Deadline deadline) {
            clock.advance(0.003);
        }
    }

    /**
     * Feasible strings are worth no less than themselves, none is worth more than the optimum, in any order of asking.
     */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void valuesAreThoseOfFeasiblePointsAndDoNotDependOnTheOrder(long seed) {
        for (Problem problem : TestProblems.small(seed)) {
            String what = "seed " + seed + ", " + problem.name();
            double optimum = TestProblems.optimum(problem);
            if (Double.isInfinite(optimum)) {
                continue;
            }
            RepairedObjective upwards = objective(problem);
            RepairedObjective downwards = objective(problem);
            Verifier verifier = Verifier.of(problem);
            int sign = problem.sense().factor();
            long strings = Math.min(256, 1L << problem.size());
            double[] values = new double[(int) strings];
            for (int z = 0; z < strings; z++) {
                values[z] = upwards.valueAt(z);
                assertThat(values[z]).as(what).isGreaterThanOrEqualTo(sign * optimum - 1e-9);
                byte[] x = Bits.ofIndex(problem.size(), z).toArray();
                if (verifier.isFeasible(x)) {
                    assertThat(values[z]).as(what).isLessThanOrEqualTo(sign * verifier.objective(x) + 1e-9);
                }
            }
            for (int z = (int) strings - 1; z >= 0; z--) {
                assertThat(downwards.valueAt(z)).as(what + ", string " + z).isEqualTo(values[z]);
            }
            assertThat(upwards.asked()).isEqualTo(strings);
        }
    }

    @Test
    void aSlowRepairDoesNotCostTheTimeLimit() {
        MultidimensionalKnapsack problem = knapsack(30);
        ManualClock clock = new ManualClock();
        Solution solution = Shrinq.with(
                        REPAIRED.withQubits(12).withTimeLimit(1).withCustomRepair(new SlowRepair(clock)))
                .clock(clock)
                .run(problem);
        assertThat(solution.seconds()).isBetween(0.5, 1.05);
        assertThat(solution.isFeasible()).isTrue();
        assertThat(solution.failures())
                .singleElement()
                .satisfies(f -> assertThat(f.message()).contains("too little time to repair all 4096 strings"));
    }

    @Test
    void shotsAskForMeasuredStringsAloneAndGradientsForAll() {
        SolverOptions options = REPAIRED.withQubits(18);
        assertThatThrownBy(() -> Shrinq.with(options).run(knapsack(20)))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("at most 16 qubits, these are 18")
                .hasMessageContaining("cobyla");
        Solution solution = Shrinq.with(options.withQuantum(options.quantum()
                        .withOptimizer(Optimizer.COBYLA)
                        .withShots(64)
                        .withMaxEvaluations(6)))
                .run(knapsack(20));
        assertThat(solution.failures()).isEmpty();
        assertThat(solution.isFeasible()).isTrue();
        assertThat(solution.trace().rounds().get(0).search().run().orElseThrow().evaluations())
                .isPositive();
    }
}
