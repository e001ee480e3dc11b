package org.shrinq.qubo.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.Conflict;
import org.shrinq.qubo.ExactlyOne;
import org.shrinq.qubo.LinearAtMost;
import org.shrinq.qubo.Sense;
import org.shrinq.qubo.problem.BinaryQuadraticProgram;

/** Models by names, whose optimum over values is that of their problem over bits. */
class ModelTest {
    /** A row as numbers: Σ a_i x_i + p x_0 x_1, compared with the bound. */
    private record Row(double[] a, double p, int relation, double bound) {
        boolean holds(long[] x) {
            double sum = p * x[0] * x[1];
            for (int i = 0; i < a.length; i++) {
                sum += a[i] * x[i];
            }
            return relation == 0 ? sum <= bound : relation == 1 ? sum >= bound : sum == bound;
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void theProblemOverBitsHasTheOptimumOfTheModelOverValues(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Model m = random.nextBoolean() ? Model.maximize() : Model.minimize();
        List<Var> vars = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            long low = random.nextInt(-2, 2);
            vars.add(i < 2 ? m.binary("b" + i) : m.integer("n" + i, low, low + random.nextInt(0, 4)));
        }
        double[] linear = random.doubles(4, -5, 5).map(Math::rint).toArray();
        double square = random.nextInt(-2, 3);
        double product = random.nextInt(-3, 4);
        m.objective(Expression.sum(linear, vars)
                .plus(vars.get(2).times(vars.get(3)).times(product))
                .plus(vars.get(2).times(vars.get(2)).times(square))
                .minus(7));
        List<Row> rows = new ArrayList<>();
        for (int r = 0; r < 3; r++) {
            Row row = new Row(
                    random.doubles(4, -3, 4).map(Math::rint).toArray(),
                    r == 2 ? random.nextInt(-2, 3) : 0,
                    r,
                    random.nextInt(-2, 5));
            rows.add(row);
            Expression terms = Expression.sum(row.a(), vars)
                    .plus(vars.get(0).times(vars.get(1)).times(row.p()));
            switch (row.relation()) {
                case 0 -> m.atMost("r" + r, terms, row.bound());
                case 1 -> m.atLeast("r" + r, terms.plus(2), row.bound() + 2);
                default -> m.exactly("r" + r, terms, row.bound());
            }
        }
        BinaryQuadraticProgram problem = m.problem();
        double best = problem.sense().worst();
        for (long z = 0; z < 1L << problem.size(); z++) {
            byte[] x = Bits.ofIndex(problem.size(), z).toArray();
            if (problem.model().isFeasible(x) && problem.sense().isBetter(problem.objective(x), best)) {
                best = problem.objective(x);
            }
        }
        double expected = problem.sense().worst();
        long[] x = vars.stream().mapToLong(Var::low).toArray();
        for (boolean more = true; more; more = next(x, vars)) {
            double value = -7 + product * x[2] * x[3] + square * x[2] * x[2];
            for (int i = 0; i < 4; i++) {
                value += linear[i] * x[i];
            }
            if (rows.stream().allMatch(r -> r.holds(x)) && problem.sense().isBetter(value, expected)) {
                expected = value;
            }
        }
        assertThat(best).as("seed %d%n%s", seed, m).isEqualTo(expected);
    }

    private static boolean next(long[] x, List<Var> vars) {
        for (int i = 0; i < x.length; i++) {
            if (++x[i] <= vars.get(i).high()) {
                return true;
            }
            x[i] = vars.get(i).low();
        }
        return false;
    }

    @Test
    void rowsAreTheConstraintsThatTheyAre() {
        Model m = Model.minimize("rows");
        Var x = m.binary("x");
        Var y = m.binary("y");
        Var z = m.binary("z");
        m.atMost("pair", List.of(y, x), 1)
                .exactly("one", List.of(x, y, z), 1)
                .implies(x, z)
                .atLeast("some", x.plus(y), 1);
        BinaryQuadraticProgram problem = m.problem();
        assertThat(problem.name()).isEqualTo("rows");
        assertThat(problem.sense()).isEqualTo(Sense.MINIMIZE);
        assertThat(problem.model().constraints())
                .satisfiesExactly(
                        c -> assertThat(c).isEqualTo(new Conflict(0, 1)),
                        c -> assertThat(c).isInstanceOf(ExactlyOne.class),
                        c -> assertThat(c.name()).isEqualTo("x implies z"),
                        c -> assertThat(c).isInstanceOf(LinearAtMost.class));
        for (int code = 0; code < 8; code++) {
            byte[] bits = Bits.ofIndex(3, code).toArray();
            boolean implied = bits[0] <= bits[2];
            assertThat(problem.model().constraints().get(2).isSatisfied(bits)).isEqualTo(implied);
        }
    }

    @Test
    void valuesAreReadByName() {
        Model m = Model.maximize();
        Var n = m.integer("n", -1, 5);
        Var fixed = m.integer("fixed", 3, 3);
        Var b = m.binary("b");
        m.objective(n.plus(b).plus(fixed));
        BinaryQuadraticProgram problem = m.problem();
        assertThat(problem.size()).isEqualTo(4); // 6 = 1 + 2 + 3
        byte[] x = {1, 0, 1, 1};
        assertThat(problem.variables().values(x))
                .containsExactly(
                        java.util.Map.entry("n", 3.0),
                        java.util.Map.entry("fixed", 3.0),
                        java.util.Map.entry("b", 1.0));
        assertThat(problem.objective(x)).isEqualTo(7);
        assertThat(n.times(2).minus(b).times(b.plus(1)).value(v -> v == n ? 3 : 1))
                .isEqualTo(10);
    }

    /** 0.1 + 0.2 is 0.3. */
    @Test
    void numbersAreDecimals() {
        Model m = Model.maximize();
        Var x = m.binary("x");
        Var y = m.binary("y");
        m.exactly("third", x.times(0.1).plus(y.times(0.2)).plus(0.1).plus(0.2), 0.6);
        assertThat(m.problem().model().isFeasible(new byte[] {1, 1})).isTrue();
    }

    @Test
    void aModelReadsAsItWasStated() {
        Model m = Model.maximize();
        Var x = m.binary("x");
        Var n = m.integer("n", 0, 9);
        m.objective(x.times(3).minus(n).plus(x.times(n).times(0.5)).minus(2))
                .atMost("room", x.times(4).plus(n), 9);
        assertThat(m).hasToString("maximize 3 x - n + 0.5 x*n - 2\n  room: 4 x + n <= 9\n  0 <= n <= 9");
    }

    @Test
    void whatCannotBeIsToldByName() {
        Model m = Model.maximize();
        assertThatThrownBy(m::problem).hasMessageContaining("no variable to decide");
        Var x = m.binary("x");
        assertThatThrownBy(() -> m.binary("x")).hasMessage("a second variable 'x'");
        assertThatThrownBy(() -> m.integer("n", 3, 2)).hasMessageContaining("'n' from 3 to 2");
        assertThatThrownBy(() -> m.integer("n", 0, 1 << 20)).hasMessageContaining("at most 1048576 values");
        m.atMost("row", x, 1);
        assertThatThrownBy(() -> m.atMost("row", x, 1)).hasMessage("a second row 'row'");
        assertThatThrownBy(() -> m.atMost("other", x, Double.NaN))
                .hasMessageContaining("row 'other' has the bound NaN");
        Var other = Model.minimize().binary("x");
        assertThatThrownBy(() -> m.objective(other)).hasMessageContaining("another model");
        assertThatThrownBy(() -> x.plus(other)).hasMessageContaining("two models");
        assertThatThrownBy(() -> x.times(x).times(x)).hasMessageContaining("more than two variables");
        assertThatThrownBy(() -> m.implies(x, m.integer("k", 0, 3))).hasMessageContaining("'k' goes from 0 to 3");
        assertThatThrownBy(() -> m.variable("y")).hasMessage("no variable 'y' in the model");
    }
}
