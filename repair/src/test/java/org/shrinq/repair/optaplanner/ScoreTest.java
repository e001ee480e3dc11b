package org.shrinq.repair.optaplanner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.optaplanner.core.api.score.buildin.hardsoftlong.HardSoftLongScore;
import org.optaplanner.core.api.score.buildin.simplelong.SimpleLongScore;
import org.shrinq.qubo.problem.MarketShare;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.qubo.problem.QuadraticAssignment;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.repair.RandomProblems;

/** The incremental scores against the problems' own objective and violation. */
class ScoreTest {
    private static Watch watch() {
        return new Watch(Deadline.never(), Long.MAX_VALUE, Double.NEGATIVE_INFINITY);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void aSwapInTwoChangesScoresTheNewPermutation(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        QuadraticAssignment problem = RandomProblems.assignment(random, 7, seed % 2 == 0);
        int[] location = {3, 1, 0, 2, 6, 5, 4};
        AssignmentPlan plan = new AssignmentPlan(new AssignmentCosts(problem), location, watch());
        AssignmentScore score = new AssignmentScore();
        score.resetWorkingSolution(plan);
        for (int t = 0; t < 50; t++) {
            int i = random.nextInt(7);
            int j = random.nextInt(7);
            int keep = location[i];
            location[i] = location[j];
            location[j] = keep;
            for (int f : new int[] {i, j}) {
                score.beforeVariableChanged(plan.facilities.get(f), "location");
                plan.facilities.get(f).location = location[f];
                score.afterVariableChanged(plan.facilities.get(f), "location");
            }
            assertThat(score.calculateScore())
                    .as("swap " + t + " of " + i + " and " + j)
                    .isEqualTo(SimpleLongScore.of(-(long) problem.cost(location)));
        }
    }

    @Test
    void fractionalCostsAreStretched() {
        QuadraticAssignment problem = QuadraticAssignment.of(
                "f",
                new double[][] {{0.25, 0.5, 0}, {1.5, 0, 0.125}, {0, 2, 0}},
                new double[][] {{0, 3, 1}, {1, 0.5, 2}, {4, 1, 0}},
                new double[][] {{0.1, 0, 0}, {0, 0.2, 0}, {0, 0, 0.3}});
        AssignmentCosts costs = new AssignmentCosts(problem);
        assertThat(costs.scale).isGreaterThan(1e9);
        int[][] all = {{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}};
        for (int[] location : all) {
            AssignmentScore score = new AssignmentScore();
            score.resetWorkingSolution(new AssignmentPlan(costs, location, watch()));
            double cost = -score.calculateScore().score() / costs.scale;
            assertThat(cost).isCloseTo(problem.cost(location), within(1e-9));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void aFlipScoresViolationAndObjective(long seed) {
        for (Problem problem : RandomProblems.all(seed)) {
            SplittableRandom random = new SplittableRandom(seed);
            byte[] x = RandomProblems.bits(random, problem.size());
            BitCosts costs = costs(problem);
            BitPlan plan = new BitPlan(costs, x, watch());
            BitScore score = new BitScore();
            score.resetWorkingSolution(plan);
            for (int t = 0; t < 60; t++) {
                Bit bit = plan.bits.get(random.nextInt(x.length));
                x[bit.index] ^= 1;
                score.beforeVariableChanged(bit, "value");
                bit.value = (int) x[bit.index];
                score.afterVariableChanged(bit, "value");
                HardSoftLongScore is = score.calculateScore();
                String what = problem.name() + " flip " + t;
                assertThat(is.hardScore() == 0)
                        .as(what)
                        .isEqualTo(problem.model().isFeasible(x));
                assertThat(-is.hardScore() / costs.violationScale())
                        .as(what)
                        .isCloseTo(problem.model().totalViolation(x), within(1e-6));
                if (is.hardScore() == 0) {
                    assertThat(-is.softScore()
                                    / costs.costScale()
                                    * problem.sense().factor())
                            .as(what)
                            .isCloseTo(problem.objective(x), within(1e-6));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void aChainLeadsFromOneFeasiblePointToAnother(long seed) {
        for (Problem problem : RandomProblems.all(seed)) {
            BitCosts costs = costs(problem);
            Random random = new Random(seed);
            byte[] x = RandomProblems.optimalPoint(problem);
            int found = 0;
            for (int t = 0; t < 40; t++) {
                costs.load(x);
                double cost = costs.cost();
                int first = random.nextInt(x.length);
                int[] chain = costs.chain(first, random);
                assertThat(costs.cost()).isEqualTo(cost);
                assertThat(costs.violation()).isZero();
                Set<Integer> distinct = new HashSet<>();
                for (int v : chain) {
                    assertThat(distinct.add(v)).as(problem.name()).isTrue();
                    x[v] ^= 1;
                }
                assertThat(problem.model().isFeasible(x)).as(problem.name()).isTrue();
                assertThat(chain.length == 0 || chain[0] == first).isTrue();
                found += chain.length == 0 ? 0 : 1;
            }
            // equations may leave a general model without a way from its optimum
            assertThat(found > 0 || problem.name().equals("general"))
                    .as(problem.name())
                    .isTrue();
        }
    }

    @Test
    void theWatchStopsAtItsCountAtTheTargetAndAtTheDeadline() {
        int[] stops = {0};
        Watch count = new Watch(Deadline.never(), 3, Double.NEGATIVE_INFINITY);
        count.guard(() -> stops[0]++);
        for (double cost : List.of(5.0, 4.0, Double.POSITIVE_INFINITY)) {
            assertThat(stops[0]).isZero();
            count.calculated(cost);
        }
        assertThat(stops[0]).isEqualTo(1);
        assertThat(count.left()).isZero();
        assertThat(count.reachedTarget()).isFalse();

        Watch target = new Watch(Deadline.never(), 100, 4);
        target.guard(() -> stops[0]++);
        target.calculated(4.5);
        assertThat(stops[0]).isEqualTo(1);
        target.calculated(4);
        assertThat(stops[0]).isEqualTo(2);
        assertThat(target.reachedTarget()).isTrue();

        Watch late = new Watch(Deadline.after(0), 1000, Double.NEGATIVE_INFINITY);
        late.guard(() -> stops[0]++);
        for (int k = 0; k < 64; k++) {
            late.calculated(1);
        }
        assertThat(stops[0]).isEqualTo(3);
    }

    private static BitCosts costs(Problem problem) {
        return problem instanceof MarketShare p ? new DeviationCosts(p) : new ModelCosts(problem);
    }
}
