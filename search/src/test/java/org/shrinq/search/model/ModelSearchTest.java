package org.shrinq.search.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.Constraint;
import org.shrinq.qubo.ExactlyOne;
import org.shrinq.qubo.LinearAtMost;
import org.shrinq.qubo.LinearEqual;
import org.shrinq.qubo.Qubo;
import org.shrinq.qubo.Sense;
import org.shrinq.qubo.problem.BinaryQuadraticProgram;
import org.shrinq.search.SearchControl;
import org.shrinq.search.SearchLimit;
import org.shrinq.search.SearchStop;

/** The weighted local search on any model against enumeration. */
class ModelSearchTest {
    private static final int N = 14;

    @Test
    void smallModelsAreSolvedAsEnumerationSolvesThem() {
        for (long seed = 1; seed <= 120; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            byte[] start = new byte[N];
            BinaryModel model = random(random, start);
            double optimum = optimum(model);
            BinaryQuadraticProgram problem = new BinaryQuadraticProgram("random", model);
            SearchControl control = new SearchControl(SearchLimit.iterations(6_000), model.sense());
            byte[] x = start.clone();
            new ModelSearch(problem).search(x, random, control);
            assertThat(model.isFeasible(x)).as("seed " + seed).isTrue();
            assertThat(model.value(x)).as("seed " + seed).isEqualTo(optimum);
            if (control.stop() == SearchStop.EXHAUSTED) {
                assertThat(control.iterations()).as("seed " + seed).isLessThan(6_000);
            }
        }
    }

    /** Rows of all kinds and signs that the start satisfies, and an objective with or without products, up or down. */
    private static BinaryModel random(SplittableRandom random, byte[] start) {
        for (int v = 0; v < N; v++) {
            start[v] = (byte) random.nextInt(2);
        }
        List<Constraint> rows = new ArrayList<>();
        for (int c = 0; c < 1 + random.nextInt(6); c++) {
            int length = 2 + random.nextInt(6);
            int[] variables = random.ints(0, N).distinct().limit(length).toArray();
            double[] coefficients = new double[length];
            double activity = 0;
            for (int k = 0; k < length; k++) {
                coefficients[k] = random.nextInt(-9, 10) * (random.nextBoolean() ? 1 : 0.5);
                coefficients[k] = coefficients[k] == 0 ? 1 : coefficients[k];
                activity += start[variables[k]] * coefficients[k];
            }
            int kind = random.nextInt(5);
            int ones = Arrays.stream(variables).map(v -> start[v]).sum();
            if (kind == 0) {
                rows.add(LinearEqual.of("e" + c, variables, coefficients, activity));
            } else if (kind == 1 && ones == 1) {
                rows.add(ExactlyOne.of("o" + c, variables));
            } else {
                rows.add(LinearAtMost.of("a" + c, variables, coefficients, activity + random.nextInt(5)));
            }
        }
        Qubo.Builder objective = Qubo.builder(N);
        for (int v = 0; v < N; v++) {
            objective.addLinear(v, random.nextInt(-20, 21));
        }
        int products = random.nextBoolean() ? 0 : 20;
        for (int k = 0; k < products; k++) {
            int u = random.nextInt(N);
            int v = random.nextInt(N);
            if (u != v) {
                objective.add(u, v, random.nextInt(-15, 16));
            }
        }
        return new BinaryModel(random.nextBoolean() ? Sense.MINIMIZE : Sense.MAXIMIZE, objective.build(), rows);
    }

    private static double optimum(BinaryModel model) {
        double best = model.sense().worst();
        byte[] x = new byte[N];
        for (int code = 0; code < 1 << N; code++) {
            for (int v = 0; v < N; v++) {
                x[v] = (byte) (code >>> v & 1);
            }
            double value = model.value(x);
            if (model.sense().isBetter(value, best) && model.isFeasible(x)) {
                best = value;
            }
        }
        return best;
    }

    @Test
    void slicesComeAsFarAsOneInAPieceAndNeverLoseTheBest() {
        SplittableRandom random = new SplittableRandom(5);
        byte[] x = new byte[N];
        BinaryModel model = random(random, x);
        ModelSearch search = new ModelSearch(new BinaryQuadraticProgram("random", model));
        double before = model.value(x);
        for (int slice = 0; slice < 60; slice++) {
            SearchControl control = new SearchControl(SearchLimit.iterations(100), model.sense());
            search.resume(x, random, control);
            assertThat(model.isFeasible(x)).isTrue();
            assertThat(model.sense().isBetter(before, model.value(x))).isFalse();
            before = model.value(x);
        }
        assertThat(before).isEqualTo(optimum(model));
    }

    @Test
    void anObjectiveThatNoFlipImprovesIsProvenWhereItIsLinear() {
        BinaryModel model = new BinaryModel(
                Sense.MAXIMIZE,
                Qubo.builder(3).addLinear(0, 2).addLinear(1, -1).build(),
                List.of(LinearAtMost.of("a", new int[] {0, 2}, new double[] {1, 1}, 1)));
        byte[] x = {0, 1, 0};
        SearchControl control = new SearchControl(SearchLimit.iterations(100), Sense.MAXIMIZE);
        new ModelSearch(new BinaryQuadraticProgram("small", model)).search(x, new SplittableRandom(1), control);
        assertThat(x[0]).isEqualTo((byte) 1);
        assertThat(x[1]).isEqualTo((byte) 0);
        assertThat(control.stop()).isEqualTo(SearchStop.EXHAUSTED);
    }
}
