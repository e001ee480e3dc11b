package org.shrinq.relax.lagrange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.Qubo;
import org.shrinq.qubo.Sense;
import org.shrinq.qubo.problem.MultidimensionalKnapsack;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.relax.lp.ModelLp;

class LagrangianBoundTest {
    private static MultidimensionalKnapsack knapsack(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int n = 40;
        int m = 5;
        double[] values = random.doubles(n, 10, 100).toArray();
        double[][] weights = new double[m][n];
        double[] capacities = new double[m];
        for (int i = 0; i < m; i++) {
            weights[i] = random.doubles(n, 1, 50).toArray();
            capacities[i] = Arrays.stream(weights[i]).sum() / 2;
        }
        return MultidimensionalKnapsack.of("random", values, weights, capacities);
    }

    /** Between the bound without multipliers and that of the linear relaxation, close to the latter. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void approachesTheLinearRelaxation(long seed) {
        BinaryModel model = knapsack(seed).model();
        double bound = LagrangianBound.of(model, Deadline.never()).value();
        double relaxed = ModelLp.solve(model, Deadline.never()).orElseThrow().bound();
        assertThat(bound).isLessThanOrEqualTo(relaxed + 1e-6 * Math.abs(relaxed));
        assertThat(bound).isGreaterThan(relaxed - 0.01 * Math.abs(relaxed));
    }

    /** L written out at the multipliers is the bound. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void multipliersProveTheBound(long seed) {
        MultidimensionalKnapsack problem = knapsack(seed);
        LagrangianBound bound = LagrangianBound.of(problem.model(), Deadline.never());
        double[] u = bound.multipliers();
        double dual = 0;
        for (int k = 0; k < problem.rows(); k++) {
            assertThat(u[k]).isNotNegative();
            dual += u[k] * problem.capacity(k);
        }
        for (int i = 0; i < problem.items(); i++) {
            double gain = problem.value(i);
            for (int k = 0; k < problem.rows(); k++) {
                gain -= u[k] * problem.weight(k, i);
            }
            dual += Math.max(0, gain);
        }
        assertThat(-bound.value()).isCloseTo(dual, within(1e-6 * dual));
    }

    /** Stopped after one round it is L(0), the sum of all values. */
    @Test
    void isValidWheneverItIsStopped() {
        MultidimensionalKnapsack problem = knapsack(6);
        double sum = 0;
        for (int i = 0; i < problem.items(); i++) {
            sum += problem.value(i);
        }
        double first = LagrangianBound.of(problem.model(), Deadline.after(0)).value();
        assertThat(-first).isBetween(sum, sum * (1 + 1e-9));
    }

    @Test
    void quadraticObjectivesAreRefused() {
        Qubo qubo = Qubo.builder(2).add(0, 1, 1).build();
        BinaryModel model = new BinaryModel(Sense.MINIMIZE, qubo, List.of());
        assertThatThrownBy(() -> LagrangianBound.of(model, Deadline.never()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
