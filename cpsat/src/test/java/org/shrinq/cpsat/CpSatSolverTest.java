package org.shrinq.cpsat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shrinq.qubo.AtMostOne;
import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.Conflict;
import org.shrinq.qubo.Constraint;
import org.shrinq.qubo.ExactlyOne;
import org.shrinq.qubo.LinearAtMost;
import org.shrinq.qubo.LinearEqual;
import org.shrinq.qubo.Qubo;
import org.shrinq.qubo.Sense;
import org.shrinq.qubo.problem.BinaryQuadraticProgram;
import org.shrinq.qubo.problem.MarketShare;
import org.shrinq.solver.Method;
import org.shrinq.solver.RefusedException;
import org.shrinq.solver.Shrinq;
import org.shrinq.solver.Solution;
import org.shrinq.solver.SolverOptions;
import org.shrinq.solver.Status;

class CpSatSolverTest {
    private static final int N = 10;
    private static final SolverOptions CP_SAT =
            SolverOptions.defaults().withMethod(Method.CP_SAT).withTimeLimit(20);

    /**
     * Quadratic objectives in both senses, decimals, rows of every type: the optimum is that of enumeration, or there
     * is none.
     */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void findsAndProvesTheOptimum(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        BinaryModel model = randomModel(random);
        double best = Double.NaN;
        byte[] x = new byte[N];
        for (int code = 0; code < 1 << N; code++) {
            for (int i = 0; i < N; i++) {
                x[i] = (byte) (code >> i & 1);
            }
            if (model.isFeasible(x)
                    && !(model.sense().factor() * model.value(x)
                            >= model.sense().factor() * best)) {
                best = model.value(x);
            }
        }
        Solution solution = Shrinq.with(CP_SAT).run(new BinaryQuadraticProgram("random", model));
        assertThat(solution.failures()).isEmpty();
        if (Double.isNaN(best)) {
            assertThat(solution.status()).isEqualTo(Status.INFEASIBLE);
        } else {
            assertThat(solution.status()).isEqualTo(Status.OPTIMAL);
            assertThat(solution.objective().orElseThrow()).isCloseTo(best, within(1e-9));
            assertThat(solution.bound().best().value()).isCloseTo(best, within(1e-6));
        }
    }

    private static BinaryModel randomModel(SplittableRandom random) {
        Qubo.Builder objective = Qubo.builder(N).addOffset(random.nextInt(-100, 100) / 8.0);
        int[] all = new int[N];
        double[] weights = new double[N];
        for (int i = 0; i < N; i++) {
            all[i] = i;
            weights[i] = random.nextInt(1, 60) / 4.0;
            objective.addLinear(i, random.nextInt(-200, 200) / 100.0);
            for (int j = i + 1; j < N; j++) {
                objective.add(i, j, random.nextInt(-200, 200) / 100.0);
            }
        }
        List<Constraint> rows = List.of(
                LinearAtMost.of("capacity", all, weights, random.nextInt(20, 60) + 0.1),
                LinearEqual.of("count", all, ones(), random.nextInt(1, 6)),
                AtMostOne.of("slot", new int[] {0, 1, 2}),
                new Conflict(3, 4),
                ExactlyOne.of("choice", new int[] {5, 6, 7}));
        return new BinaryModel(random.nextBoolean() ? Sense.MAXIMIZE : Sense.MINIMIZE, objective.build(), rows);
    }

    private static double[] ones() {
        double[] ones = new double[N];
        java.util.Arrays.fill(ones, 1);
        return ones;
    }

    @Test
    void coefficientsThatNoPowerOfTenMakesWholeAreRefused() {
        Qubo objective = Qubo.builder(2).addLinear(0, Math.PI).add(0, 1, 1).build();
        BinaryModel model = new BinaryModel(Sense.MAXIMIZE, objective, List.of());
        assertThatThrownBy(() -> Shrinq.with(CP_SAT).run(new BinaryQuadraticProgram("pi", model)))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("whole numbers");
    }

    /** Its model has squares where the problem has absolute values. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void theDeviationOfAMarketShareIsMinimised(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] demands = new double[3][N];
        double[] targets = new double[3];
        for (int k = 0; k < 3; k++) {
            for (int j = 0; j < N; j++) {
                demands[k][j] = random.nextInt(100) / 2.0;
                targets[k] += demands[k][j];
            }
            targets[k] = Math.floor(targets[k] / 2);
        }
        MarketShare problem = MarketShare.of("share", demands, targets);
        double best = Double.POSITIVE_INFINITY;
        byte[] x = new byte[N];
        for (int code = 0; code < 1 << N; code++) {
            for (int i = 0; i < N; i++) {
                x[i] = (byte) (code >> i & 1);
            }
            best = Math.min(best, problem.objective(x));
        }
        Solution solution = Shrinq.with(CP_SAT).run(problem);
        assertThat(solution.status()).isEqualTo(Status.OPTIMAL);
        assertThat(solution.objective().orElseThrow()).isCloseTo(best, within(1e-9));
        assertThat(solution.bound().best().value()).isCloseTo(best, within(1e-6));
    }

    @Test
    void aRunThatIsCutKeepsItsSolutionAndProvesNothing() {
        SplittableRandom random = new SplittableRandom(1);
        Qubo.Builder objective = Qubo.builder(150);
        for (int i = 0; i < 150; i++) {
            for (int j = i + 1; j < 150; j++) {
                objective.add(i, j, random.nextInt(-50, 51));
            }
        }
        BinaryModel model = new BinaryModel(Sense.MINIMIZE, objective.build(), List.of());
        Solution solution = Shrinq.with(CP_SAT.withTimeLimit(1)).run(new BinaryQuadraticProgram("dense", model));
        assertThat(solution.status()).isEqualTo(Status.FEASIBLE);
        assertThat(solution.bound().best().value())
                .isLessThan(solution.objective().orElseThrow());
    }
}
