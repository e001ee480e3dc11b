package org.shrinq.relax.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.Constraint;
import org.shrinq.qubo.LinearAtMost;
import org.shrinq.qubo.LinearEqual;
import org.shrinq.qubo.QuadraticForm;
import org.shrinq.qubo.Qubo;
import org.shrinq.qubo.Sense;
import org.shrinq.qubo.run.Deadline;

class CycleLpTest {
    static LongStream seeds() {
        return LongStream.range(0, 150);
    }

    /** Any density, fields or none, both domains. */
    @ParameterizedTest
    @MethodSource("seeds")
    void theBoundIsValid(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Qubo form = form(random, random.nextInt(2, 10), random.nextDouble());
        double minimum = minimum(new BinaryModel(Sense.MINIMIZE, form, List.of()));
        QuadraticForm given = random.nextBoolean() ? form : form.toSpin();
        CycleSolution solution = CycleLp.solve(given, Deadline.never()).orElseThrow();
        assertThat(solution.isComplete()).as("seed %d", seed).isTrue();
        assertThat(solution.bound()).as("seed %d", seed).isLessThanOrEqualTo(minimum + 1e-9);
        for (int rounds = 0; rounds < 4; rounds++) {
            assertThat(CycleLp.solve(given, Deadline.never().withChecks(rounds * 3L))
                            .orElseThrow()
                            .bound())
                    .as("seed %d, stopped after %d checks", seed, rounds * 3)
                    .isLessThanOrEqualTo(minimum + 1e-9);
        }
    }

    /**
     * A grid without fields has no K5 minor: the relaxation is exact (Barahona and Mahjoub 1986), its optimal
     * correlations are ±1.
     */
    @ParameterizedTest
    @MethodSource("seeds")
    void gridsAreSolvedExactly(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int height = random.nextInt(2, 5);
        int width = random.nextInt(2, 5);
        Qubo.Builder grid = Qubo.builder(height * width);
        for (int r = 0; r < height; r++) {
            for (int c = 0; c < width; c++) {
                if (c + 1 < width) {
                    product(grid, r * width + c, r * width + c + 1, random.nextDouble(-1, 1));
                }
                if (r + 1 < height) {
                    product(grid, r * width + c, (r + 1) * width + c, random.nextDouble(-1, 1));
                }
            }
        }
        BinaryModel model = new BinaryModel(Sense.MINIMIZE, grid.build(), List.of());
        CycleSolution solution = CycleLp.solve(model, Deadline.never()).orElseThrow();
        assertThat(solution.bound()).as("seed %d", seed).isCloseTo(minimum(model), within(1e-7));
        model.objective()
                .forEachCoupling(
                        (i, j, c) -> assertThat(Math.abs(solution.pair(i, j))).isCloseTo(1, within(1e-6)));
    }

    /** w·z_i·z_j. */
    private static void product(Qubo.Builder form, int i, int j, double w) {
        form.addOffset(w).addLinear(i, -2 * w).addLinear(j, -2 * w).add(i, j, 4 * w);
    }

    /** On the complete graph K5 with antiferromagnetic edges every x_e is ⅔: 10·(1 − 4/3) = −10/3 against −2. */
    @Test
    void theCompleteGraphOfFiveHasItsKnownGap() {
        Qubo.Builder form = Qubo.builder(5);
        for (int i = 0; i < 5; i++) {
            for (int j = 0; j < i; j++) {
                product(form, i, j, 1);
            }
        }
        CycleSolution solution = CycleLp.solve(form.build(), Deadline.never()).orElseThrow();
        assertThat(solution.bound()).isCloseTo(-10 / 3.0, within(1e-9));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void constraintsJoin(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int n = random.nextInt(2, 9);
        int[] all = new int[n];
        double[] weights = new double[n];
        Arrays.setAll(all, i -> i);
        Arrays.setAll(weights, i -> random.nextInt(1, 9));
        List<Constraint> rows = new ArrayList<>();
        rows.add(LinearAtMost.of("cap", all, weights, random.nextInt(0, 3 * n)));
        if (random.nextBoolean()) {
            rows.add(LinearEqual.of("one", new int[] {0, n - 1}, new double[] {1, 1}, 1));
        }
        Sense sense = random.nextBoolean() ? Sense.MAXIMIZE : Sense.MINIMIZE;
        BinaryModel model = new BinaryModel(sense, form(random, n, random.nextDouble()), rows);
        double optimum = minimum(model);
        CycleSolution solution = CycleLp.solve(model, Deadline.never()).orElseThrow();
        assertThat(sense.factor() * solution.bound()).as("seed %d", seed).isLessThanOrEqualTo(optimum + 1e-9);
        double free = CycleLp.solve(new BinaryModel(sense, model.objective(), List.of()), Deadline.never())
                .orElseThrow()
                .bound();
        assertThat(sense.factor() * solution.bound()).isGreaterThanOrEqualTo(sense.factor() * free - 1e-9);
    }

    @Test
    void tooManyEdgesAreRefused() {
        Qubo.Builder form = Qubo.builder(120);
        for (int i = 0; i < 120; i++) {
            for (int j = 0; j < i; j++) {
                form.add(i, j, 1);
            }
        }
        assertThat(CycleLp.solve(form.build(), Deadline.never())).isEmpty();
    }

    private static Qubo form(SplittableRandom random, int n, double density) {
        boolean fields = random.nextBoolean();
        Qubo.Builder form = Qubo.builder(n).addOffset(random.nextInt(-5, 6));
        for (int i = 0; i < n; i++) {
            if (fields) {
                form.addLinear(i, random.nextInt(-9, 10));
            }
            for (int j = 0; j < i; j++) {
                if (random.nextDouble() < density) {
                    product(form, i, j, random.nextInt(-9, 10));
                }
            }
        }
        return form.build();
    }

    /** factor()·(best feasible value), +∞ without any. */
    private static double minimum(BinaryModel model) {
        int n = model.size();
        double best = Double.POSITIVE_INFINITY;
        byte[] x = new byte[n];
        for (long z = 0; z < 1L << n; z++) {
            for (int i = 0; i < n; i++) {
                x[i] = (byte) (z >>> i & 1);
            }
            if (model.isFeasible(x)) {
                best = Math.min(best, model.sense().factor() * model.value(x));
            }
        }
        return best;
    }
}
