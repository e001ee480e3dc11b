package org.shrinq.shrink.reduce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.Sense;
import org.shrinq.qubo.problem.MultidimensionalKnapsack;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.shrink.RandomModels;

/** Rules that compare a bound with an incumbent: whatever is strictly better survives, and they do apply. */
class IncumbentRulesTest {
    private static final double NONE = Double.NaN;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void knapsackReducedCosts(long seed) {
        SplittableRandom rng = new SplittableRandom(seed);
        int applied = 0;
        for (int trial = 0; trial < 25; trial++) {
            MultidimensionalKnapsack problem = ReducerTest.knapsack(rng);
            applied += check(problem, ReductionRule.MDKP_REDUCED_COST, rng, seed);
        }
        assertThat(applied).isPositive();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void assignmentBounds(long seed) {
        SplittableRandom rng = new SplittableRandom(seed);
        int applied = 0;
        for (int trial = 0; trial < 25; trial++) {
            applied +=
                    check(RandomModels.assignment(rng, rng.nextInt(2, 5)), ReductionRule.QAP_GILMORE_LAWLER, rng, seed);
        }
        assertThat(applied).isPositive();
    }

    private static int check(Problem problem, ReductionRule rule, SplittableRandom rng, long seed) {
        double optimum = best(problem, new byte[0]);
        Sense sense = problem.sense();
        // worse than the optimum by 0 to 3, in the problem's own sense
        double incumbent = optimum + (sense == Sense.MAXIMIZE ? -1 : 1) * rng.nextInt(4);
        int applied = 0;
        for (ReduceOptions options :
                new ReduceOptions[] {ReduceOptions.defaults().withRules(rule), ReduceOptions.defaults()}) {
            Reduced reduced = Reducer.reduce(problem, options.withIncumbent(incumbent), Deadline.never());
            applied += reduced.counts().getOrDefault(rule, 0);
            if (reduced.outcome() == Reduced.Outcome.NOTHING_BETTER) {
                assertThat(sense.isBetter(optimum, incumbent))
                        .as("seed %d", seed)
                        .isFalse();
                applied++;
                continue;
            }
            double rest = best(reduced.problem(), reduced.fixed());
            if (sense.isBetter(optimum, incumbent)) {
                assertThat(rest + reduced.offset())
                        .as("seed %d %s", seed, reduced)
                        .isCloseTo(optimum, within(1e-9));
            }
            for (byte[] x : RandomModels.feasiblePoints(reduced.problem().model())) {
                byte[] lifted = reduced.lift(Bits.of(x)).toArray();
                assertThat(problem.model().isFeasible(lifted)).isTrue();
                assertThat(problem.model().value(lifted))
                        .isCloseTo(reduced.problem().model().value(x) + reduced.offset(), within(1e-9));
            }
        }
        return applied;
    }

    private static double best(Problem problem, byte[] fixed) {
        double best = NONE;
        for (byte[] x : RandomModels.feasiblePoints(problem.model())) {
            boolean agrees = true;
            for (int v = 0; v < fixed.length; v++) {
                agrees &= fixed[v] < 0 || fixed[v] == x[v];
            }
            double value = problem.model().value(x);
            if (agrees && (Double.isNaN(best) || problem.sense().isBetter(value, best))) {
                best = value;
            }
        }
        return best;
    }
}
