package org.shrinq.repair;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.problem.MaximumIndependentSet;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.search.Hints;

/**
 * How close the heuristic repairs come to the closest feasible point by enumeration, over 800 random strings of each
 * kind. (Assignments are repaired to the closest permutation exactly: see RepairTest.)
 */
class ClosestRepairTest {
    private static final int N = 12;

    /** What a change costs: one a bit, or the weight of a vertex of a weighted graph. */
    private static double cost(Problem problem, byte[] x, byte[] y) {
        double cost = 0;
        for (int i = 0; i < x.length; i++) {
            cost += x[i] == y[i] ? 0 : problem instanceof MaximumIndependentSet mis && x[i] != 0 ? mis.weight(i) : 1;
        }
        return cost;
    }

    private static double least(Problem problem, byte[] x) {
        byte[] y = new byte[x.length];
        double best = Double.POSITIVE_INFINITY;
        for (int index = 0; index < 1 << x.length; index++) {
            for (int i = 0; i < x.length; i++) {
                y[i] = (byte) (index >> i & 1);
            }
            double cost = cost(problem, x, y);
            if (cost < best && problem.model().isFeasible(y)) {
                best = cost;
            }
        }
        return best;
    }

    private static Function<SplittableRandom, Problem> family(String kind) {
        return switch (kind) {
            case "set" -> random -> RandomProblems.independentSet(random, N, false);
            case "weighted set" -> random -> RandomProblems.independentSet(random, N, true);
            case "knapsack" -> random -> RandomProblems.knapsack(random, N, 3);
            default -> random -> RandomProblems.general(random, N);
        };
    }

    @ParameterizedTest
    @CsvSource({"set, 1.03, 0.95", "weighted set, 1.1, 0.7", "knapsack, 1.08, 0.9", "any model, 1.05, 0.93"})
    void staysNearTheCheapestChange(String kind, double mostRatio, double leastExact) {
        double own = 0;
        double cheapest = 0;
        int exact = 0;
        int count = 0;
        for (long seed = 1; seed <= 40; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Problem problem = family(kind).apply(random);
            Repair repair = Repairs.forProblem(problem, Hints.none(), RepairMode.FEASIBLE_ONLY);
            for (int t = 0; t < 20; t++) {
                byte[] x = RandomProblems.bits(random, N);
                Bits repaired =
                        repair.repair(x, random.split(), Deadline.never()).solution();
                double cost = cost(problem, x, repaired.toArray());
                double least = least(problem, x);
                assertThat(cost)
                        .as("%s, seed %d, from %s", kind, seed, Bits.of(x))
                        .isGreaterThanOrEqualTo(least - 1e-9);
                own += cost;
                cheapest += least;
                exact += cost < least + 1e-9 ? 1 : 0;
                count++;
            }
        }
        assertThat(own).isLessThanOrEqualTo(mostRatio * cheapest);
        assertThat(exact).isGreaterThanOrEqualTo((int) (leastExact * count));
    }
}
