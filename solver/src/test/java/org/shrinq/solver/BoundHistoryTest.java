package org.shrinq.solver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shrinq.qubo.problem.MultidimensionalKnapsack;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.relax.BoundKind;
import org.shrinq.relax.Bounds;

/** Every better bound is recorded and told as it comes, in the problem's own unit. */
class BoundHistoryTest {
    private static Problem knapsack(double unit) {
        SplittableRandom random = new SplittableRandom(5);
        double[] values = new double[150];
        double[][] weights = new double[10][150];
        for (int i = 0; i < 150; i++) {
            // values near the weights, so that branch and bound does not settle it before any other bound
            int value = random.nextInt(0, 200);
            for (double[] row : weights) {
                row[i] = random.nextInt(5, 60);
                value += (int) row[i];
            }
            values[i] = unit * value;
        }
        double[] capacities = new double[10];
        Arrays.fill(capacities, 1600);
        return MultidimensionalKnapsack.of("bounds", values, weights, capacities);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 0.001})
    void theHistoryIsWhatListenersHearAndEndsAtTheBound(double unit) {
        List<Trace.Tightening> heard = new ArrayList<>();
        RunListener listener = RunListener.of(event -> {
            if (event instanceof RunEvent.Bounded bounded) {
                heard.add(bounded.tightening());
            }
        });
        Problem problem = knapsack(unit);
        Solution solution = Shrinq.with(SolverOptions.defaults().withSeed(3).withMethod(Method.TABU))
                .listener(listener)
                .run(problem);
        List<Trace.Tightening> history = solution.boundHistory();
        assertThat(history).hasSizeGreaterThan(1).isEqualTo(heard);
        assertThat(history).isSortedAccordingTo(Comparator.comparingDouble(Trace.Tightening::seconds));
        for (int k = 1; k < history.size(); k++) {
            assertThat(history.get(k).bound().value())
                    .isLessThan(history.get(k - 1).bound().value());
        }
        Trace.Tightening last = history.get(history.size() - 1);
        assertThat(last.bound()).isEqualTo(solution.bound().best());
        double most = Bounds.of(problem, Deadline.never()).all().stream()
                .filter(b -> b.kind() == BoundKind.LP)
                .findFirst()
                .orElseThrow()
                .value();
        assertThat(history).anyMatch(t -> t.bound().value() == most && t.bound().kind() == BoundKind.LP);
        assertThat(last)
                .hasToString(last.bound() + String.format(java.util.Locale.ROOT, " after %.2f s", last.seconds()));
    }
}
