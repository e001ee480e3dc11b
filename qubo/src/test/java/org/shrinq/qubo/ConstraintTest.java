package org.shrinq.qubo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ConstraintTest {
    @ParameterizedTest
    @EnumSource(Models.Kind.class)
    void violationByDefinition(Models.Kind kind) {
        for (int seed = 0; seed < 60; seed++) {
            int n = 6;
            Constraint c = Models.constraint(new SplittableRandom(seed), n, kind, seed);
            Cases.forEachState(n, x -> {
                byte[] given = x.clone();
                double expected = Models.violation(c, x);
                assertThat(c.violation(x)).as("%s", c).isEqualTo(expected);
                assertThat(c.isSatisfied(x)).isEqualTo(expected == 0);
                double activity = 0;
                for (int k = 0; k < c.arity(); k++) {
                    activity += c.coefficient(k) * x[c.variable(k)];
                }
                assertThat(c.activity(x)).isEqualTo(activity);
                assertThat(x).isEqualTo(given);
            });
        }
    }

    /** The propagation of one constraint alone is as strong as can be for every type but a general equality. */
    @ParameterizedTest
    @EnumSource(Models.Kind.class)
    void propagationIsSoundAndForAllButEqualitiesComplete(Models.Kind kind) {
        for (int seed = 0; seed < 100; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int n = 5;
            Constraint c = Models.constraint(random, n, kind, seed);
            BinaryModel model = new BinaryModel(Sense.MINIMIZE, Qubo.builder(n).build(), List.of(c));
            byte[] fixed = Cases.partial(random, n, 3);
            Propagator p = new Propagator(model);
            for (int i = 0; i < n; i++) {
                if (fixed[i] >= 0) {
                    p.imply(i, fixed[i]);
                }
            }
            boolean[][] possible = new boolean[n][2];
            boolean[] any = {false};
            Cases.forEachState(Cases.countFree(fixed), y -> {
                byte[] x = Cases.complete(fixed, y);
                if (Models.violation(c, x) == 0) {
                    any[0] = true;
                    for (int i = 0; i < n; i++) {
                        possible[i][x[i]] = true;
                    }
                }
            });
            boolean ok = c.propagate(p);
            if (any[0]) {
                assertThat(ok)
                        .as("seed %d, %s from %s", seed, c, Arrays.toString(fixed))
                        .isTrue();
            } else if (kind != Models.Kind.EQUAL) {
                assertThat(ok)
                        .as("seed %d, %s from %s", seed, c, Arrays.toString(fixed))
                        .isFalse();
            }
            for (int i = 0; i < n && any[0]; i++) {
                String where = "seed " + seed + ", " + c + " from " + Arrays.toString(fixed) + " at " + i;
                if (p.value(i) >= 0) {
                    assertThat(possible[i][1 - p.value(i)]).as(where).isFalse();
                } else if (kind != Models.Kind.EQUAL) {
                    assertThat(possible[i][0] && possible[i][1]).as(where).isTrue();
                }
            }
        }
    }

    @Test
    void boundsAndKinds() {
        byte[] x = {1, 1, 0};
        LinearAtMost atMost = LinearAtMost.of("capacity", new int[] {0, 1, 2}, new double[] {3, 4, 5}, 6);
        assertThat(atMost.activity(x)).isEqualTo(7);
        assertThat(atMost.violation(x)).isEqualTo(1);
        assertThat(atMost.isEquality()).isFalse();
        assertThat(atMost.bound()).isEqualTo(6);
        assertThat(atMost.name()).isEqualTo("capacity");
        assertThat(atMost).hasToString("capacity: 3 x0 + 4 x1 + 5 x2 <= 6");
        LinearEqual equal = LinearEqual.of("sum", new int[] {0, 2}, new double[] {3, -5}, 6);
        assertThat(equal.violation(x)).isEqualTo(3);
        assertThat(equal.isEquality()).isTrue();
        assertThat(equal).hasToString("sum: 3 x0 - 5 x2 = 6");
        assertThat(equal.name()).isEqualTo("sum");
        AtMostOne one = AtMostOne.of("pick", 0, 1, 2);
        assertThat(one.violation(x)).isEqualTo(1);
        assertThat(one.isEquality()).isFalse();
        assertThat(one.name()).isEqualTo("pick");
        assertThat(one).hasToString("pick: at most one of [0, 1, 2]");
        ExactlyOne exactly = ExactlyOne.of("choose", 0, 1);
        assertThat(exactly.violation(x)).isEqualTo(1);
        assertThat(exactly.violation(new byte[3])).isEqualTo(1);
        assertThat(exactly.isEquality()).isTrue();
        assertThat(exactly.name()).isEqualTo("choose");
        assertThat(exactly).hasToString("choose: exactly one of [0, 1]");
        Conflict edge = new Conflict(1, 0);
        assertThat(edge.violation(x)).isEqualTo(1);
        assertThat(edge.name()).isEqualTo("edge(2,1)");
        assertThat(edge.isEquality()).isFalse();
    }

    @Test
    void zeroCoefficientsAreDroppedAndArraysCopied() {
        int[] variables = {2, 0, 2};
        double[] coefficients = {1, 5, 0};
        LinearAtMost row = LinearAtMost.of("row", variables, coefficients, 1);
        assertThat(row.arity()).as("the second mention of x2 has coefficient 0").isEqualTo(2);
        variables[0] = 9;
        coefficients[0] = 9;
        assertThat(row.variable(0)).isEqualTo(2);
        assertThat(row.coefficient(0)).isEqualTo(1);
        int[] group = {0, 1};
        AtMostOne one = AtMostOne.of("one", group);
        ExactlyOne exactly = ExactlyOne.of("one", group);
        group[0] = 7;
        assertThat(one.variable(0)).isZero();
        assertThat(exactly.variable(0)).isZero();
    }

    /** Ten times 0.1 is not 1 in doubles; rows add up the decimal numbers that their doubles stand for. */
    @Test
    void fractionsAreComparedExactly() {
        int[] all = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
        double[] tenths = new double[10];
        Arrays.fill(tenths, 0.1);
        byte[] ones = new byte[10];
        Arrays.fill(ones, (byte) 1);
        LinearEqual equal = LinearEqual.of("tenths", all, tenths, 1);
        assertThat(equal.activity(ones)).isEqualTo(1);
        assertThat(equal.violation(ones)).isZero();
        assertThat(equal.isSatisfied(ones)).isTrue();
        assertThat(equal.tolerance()).isZero();
        LinearAtMost tight = LinearAtMost.of("thirds", new int[] {0, 1, 2}, new double[] {0.1, 0.2, 0.3}, 0.6);
        assertThat(tight.activity(ones)).isEqualTo(0.6);
        assertThat(tight.isSatisfied(ones)).isTrue();
        LinearAtMost large = LinearAtMost.of("large", new int[] {0, 1}, new double[] {1e12, 500}, 1e12 + 0.5);
        assertThat(large.violation(new byte[] {1, 1})).isEqualTo(499.5);
        LinearAtMost huge = LinearAtMost.of("huge", new int[] {0, 1}, new double[] {-1e160, -1}, -1);
        assertThat(huge.isSatisfied(new byte[] {1, 0})).isTrue();
        assertThat(huge.isSatisfied(new byte[] {0, 1})).isTrue();
        assertThat(huge.violation(new byte[] {0, 0})).isEqualTo(1);
    }

    /** A tolerance is an option, and never lets a whole coefficient pass. */
    @Test
    void tolerancesAreCut() {
        LinearAtMost row = LinearAtMost.of("r", new int[] {0, 1}, new double[] {4, 6}, 9);
        assertThat(row.isSatisfied(new byte[] {1, 1})).isFalse();
        assertThat(row.withTolerance(0.5).isSatisfied(new byte[] {1, 1})).isFalse();
        assertThat(row.withTolerance(5).tolerance()).isEqualTo(1);
        assertThat(row.withTolerance(5).isSatisfied(new byte[] {1, 1})).isTrue();
        assertThatThrownBy(() -> row.withTolerance(-1)).hasMessageContaining("-1");
    }

    @Test
    void whatIsNoConstraintIsRefused() {
        assertThatThrownBy(() -> LinearAtMost.of("row", new int[] {0, 1}, new double[] {1}, 1))
                .hasMessage("row: 2 variables but 1 coefficients");
        assertThatThrownBy(() -> LinearAtMost.of("row", new int[] {0, 1}, new double[] {1, Double.NaN}, 1))
                .hasMessage("row: coefficient 1 is NaN");
        assertThatThrownBy(() -> LinearEqual.of("row", new int[] {0}, new double[] {Double.POSITIVE_INFINITY}, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> LinearEqual.of("row", new int[] {3, 0, 3}, new double[] {1, 1, 1}, 1))
                .hasMessage("row: variable 3 stands twice");
        assertThatThrownBy(() -> AtMostOne.of("group", 1, 1)).hasMessage("group: variable 1 stands twice");
        assertThatThrownBy(() -> ExactlyOne.of("group", 1, -1)).hasMessage("group: variable -1 is negative");
        assertThatThrownBy(() -> new Conflict(1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Conflict(-1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Conflict(0, -1)).isInstanceOf(IllegalArgumentException.class);
        assertThat(new Conflict(0, 1)).isNotNull();
    }

    /** Rows without variables are decided by their bound. */
    @ParameterizedTest(name = "bound {0}")
    @MethodSource("bounds")
    void emptyRows(double bound) {
        LinearAtMost atMost = LinearAtMost.of("empty", new int[0], new double[0], bound);
        LinearEqual equal = LinearEqual.of("empty", new int[0], new double[0], bound);
        byte[] x = {};
        assertThat(atMost.isSatisfied(x)).isEqualTo(bound >= 0);
        assertThat(equal.isSatisfied(x)).isEqualTo(bound == 0);
        for (Constraint c : List.of(atMost, equal)) {
            Propagator p = new Propagator(
                    new BinaryModel(Sense.MINIMIZE, Qubo.builder(0).build(), List.of(c)));
            assertThat(p.propagateAll()).isEqualTo(c.isSatisfied(x));
        }
    }

    @Test
    void rowsAreReadable() {
        assertThat(LinearAtMost.of("c1", new int[] {0, 1, 2}, new double[] {-1, 2.5, -3}, 4))
                .hasToString("c1: -x0 + 2.5 x1 - 3 x2 <= 4");
        assertThat(LinearEqual.of("c2", new int[] {4}, new double[] {7}, 1e15)).hasToString("c2: 7 x4 = 1.0E15");
        assertThat(LinearAtMost.of("c3", new int[] {4}, new double[] {7}, 1e15 - 1))
                .hasToString("c3: 7 x4 <= 999999999999999");
        int[] many = new int[13];
        double[] ones = new double[13];
        Arrays.setAll(many, k -> k);
        Arrays.fill(ones, 1);
        assertThat(LinearAtMost.of("c4", many, ones, 2).toString()).endsWith(" + x11 + … 1 more <= 2");
        assertThat(LinearAtMost.of("c5", Arrays.copyOf(many, 12), Arrays.copyOf(ones, 12), 2)
                        .toString())
                .endsWith(" + x10 + x11 <= 2");
    }

    @Test
    void wholeRowsSayThatTheyAre() {
        assertThat(LinearAtMost.of("whole", new int[] {0, 1}, new double[] {2, 3}, 4)
                        .isWhole())
                .isTrue();
        assertThat(LinearAtMost.of("tenths", new int[] {0, 1}, new double[] {0.1, 3}, 4)
                        .isWhole())
                .isFalse();
    }

    @Test
    void aToleranceIsCutToAQuarterOfTheSmallestCoefficient() {
        LinearAtMost row = LinearAtMost.of("row", new int[] {0, 1}, new double[] {2, 8}, 1.625);
        byte[] x = {1, 0};
        assertThat(row.withTolerance(0)).isSameAs(row);
        assertThat(row.withTolerance(0.25).isSatisfied(x)).isFalse();
        assertThat(row.withTolerance(0.5).isSatisfied(x)).isTrue();
        LinearAtMost tighter = LinearAtMost.of("row", new int[] {0, 1}, new double[] {2, 8}, 1.375);
        assertThat(tighter.withTolerance(100).isSatisfied(x)).isFalse();
    }

    /** A second 1 in a group, or at both ends of a conflict, is found whichever comes first. */
    @Test
    void twoChosenOfAGroupAreFound() {
        Constraint[] groups = {AtMostOne.of("group", 0, 1, 2), ExactlyOne.of("group", 0, 1, 2), new Conflict(1, 2)};
        for (Constraint c : groups) {
            for (boolean late : new boolean[] {false, true}) {
                Propagator p = new Propagator(
                        new BinaryModel(Sense.MINIMIZE, Qubo.builder(3).build(), List.of(c)));
                boolean first = p.assign(1, 1) && (late || p.propagateAll());
                assertThat(first && p.assign(2, 1) && p.propagateAll())
                        .as("%s", c)
                        .isFalse();
            }
        }
    }

    static double[] bounds() {
        return new double[] {-1, 0, 1};
    }
}
