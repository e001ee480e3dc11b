package org.shrinq.qubo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BinaryModelTest {
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("org.shrinq.qubo.Cases#seeds200")
    void feasibilityAndValue(long seed) {
        BinaryModel model = Models.draw(new SplittableRandom(seed), 6, 4, Models.Kind.values());
        assertThat(model.size()).isEqualTo(6);
        Cases.forEachState(6, x -> {
            double total = 0;
            for (Constraint c : model.constraints()) {
                total += Models.violation(c, x);
            }
            assertThat(model.totalViolation(x)).isEqualTo(total);
            assertThat(model.isFeasible(x)).isEqualTo(total == 0);
            assertThat(model.value(x)).isEqualTo(model.objective().energy(x));
        });
    }

    /** Objective and feasibility of every completion survive, and no constraint that always holds is kept. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("org.shrinq.qubo.Cases#seeds200")
    void restrictionKeepsEveryCompletion(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int n = 3 + random.nextInt(5);
        BinaryModel model = Models.draw(random, n, 1 + random.nextInt(6), Models.Kind.values());
        byte[] fixed = Cases.partial(random, n, random.nextInt(n + 1));
        byte[] given = fixed.clone();
        BinaryModel small = model.restrict(fixed);
        assertThat(fixed).isEqualTo(given);
        assertThat(small.sense()).isEqualTo(model.sense());
        assertThat(small.size()).isEqualTo(Cases.countFree(fixed));
        boolean[] everViolated = new boolean[small.constraints().size()];
        Cases.forEachState(small.size(), y -> {
            byte[] x = Cases.complete(fixed, y);
            assertThat(small.value(y)).isEqualTo(model.value(x));
            assertThat(small.isFeasible(y)).isEqualTo(Models.isFeasible(model, x));
            assertThat(small.totalViolation(y)).isEqualTo(model.totalViolation(x));
            for (int c = 0; c < everViolated.length; c++) {
                everViolated[c] |= Models.violation(small.constraints().get(c), y) > 0;
            }
        });
        for (boolean violated : everViolated) {
            assertThat(violated).as("a kept constraint says something").isTrue();
        }
    }

    /** Types survive where they still apply, so that encoders and propagation keep knowing them. */
    @Test
    void typesSurviveRestriction() {
        BinaryModel model = new BinaryModel(
                Sense.MAXIMIZE,
                Qubo.builder(6).build(),
                List.of(
                        new Conflict(0, 5),
                        new Conflict(1, 5),
                        new Conflict(0, 1),
                        AtMostOne.of("pick", 0, 1, 2),
                        ExactlyOne.of("choose", 3, 4, 5),
                        LinearAtMost.of("capacity", new int[] {0, 1, 5}, new double[] {2, 3, 4}, 6),
                        LinearEqual.of("sum", new int[] {0, 1, 5}, new double[] {2, 3, 4}, 6)));
        List<String> zero = texts(model.restrict(new byte[] {-1, -1, -1, -1, -1, 0}));
        assertThat(zero)
                .containsExactly(
                        "edge(1,2): not both",
                        "pick: at most one of [0, 1, 2]",
                        "choose: exactly one of [3, 4]",
                        "sum: 2 x0 + 3 x1 = 6");
        List<String> one = texts(model.restrict(new byte[] {-1, -1, -1, -1, -1, 1}));
        assertThat(one)
                .containsExactly(
                        "edge(1,6): x0 <= 0",
                        "edge(2,6): x1 <= 0",
                        "edge(1,2): not both",
                        "pick: at most one of [0, 1, 2]",
                        "choose: x3 + x4 = 0",
                        "capacity: 2 x0 + 3 x1 <= 2",
                        "sum: 2 x0 + 3 x1 = 2");
        assertThat(texts(model.restrict(new byte[] {0, -1, -1, 0, 0, 1})))
                .containsExactly(
                        "edge(2,6): x0 <= 0", "pick: at most one of [0, 1]", "capacity: 3 x0 <= 2", "sum: 3 x0 = 2");
    }

    /** Contradictions stay visible as rows without variables. */
    @Test
    void contradictionsAreNotHidden() {
        BinaryModel model = new BinaryModel(
                Sense.MINIMIZE,
                Qubo.builder(3).build(),
                List.of(new Conflict(0, 1), ExactlyOne.of("one", 0, 1), AtMostOne.of("most", 0, 1)));
        BinaryModel both = model.restrict(new byte[] {1, 1, -1});
        assertThat(both.constraints()).hasSize(3).allMatch(c -> c.arity() == 0);
        assertThat(both.isFeasible(new byte[] {0})).isFalse();
        assertThat(both.totalViolation(new byte[] {1})).isEqualTo(3);
        BinaryModel none = model.restrict(new byte[] {0, 0, -1});
        assertThat(texts(none)).containsExactly("one: = 1");
        BinaryModel good = model.restrict(new byte[] {0, 1, -1});
        assertThat(good.constraints()).isEmpty();
        assertThat(model.restrict(new byte[] {0, -1, -1}).constraints().get(0))
                .as("one candidate is left")
                .isInstanceOf(ExactlyOne.class);
    }

    /** What is left of a row of fractions after substitution is compared with its tolerance. */
    @Test
    void fractionsThatCancelAreDropped() {
        BinaryModel model = new BinaryModel(
                Sense.MINIMIZE,
                Qubo.builder(4).build(),
                List.of(
                        LinearEqual.of("sum", new int[] {0, 1, 2}, new double[] {0.1, 0.2, 0.3}, 0.6),
                        LinearAtMost.of("most", new int[] {0, 1, 2}, new double[] {0.1, 0.2, 0.3}, 0.6)));
        assertThat(model.restrict(new byte[] {1, 1, 1, -1}).constraints()).isEmpty();
        assertThat(model.restrict(new byte[] {1, 1, -1, -1}).constraints()).hasSize(1);
    }

    @Test
    void whatIsNoModelIsRefused() {
        assertThatThrownBy(
                        () -> new BinaryModel(Sense.MINIMIZE, Ising.builder(2).build(), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        Qubo two = Qubo.builder(2).build();
        assertThatThrownBy(() -> new BinaryModel(Sense.MINIMIZE, two, List.of(new Conflict(1, 2))))
                .hasMessage("constraint edge(2,3) has the index 2, expected 0 to 1");
        List<Constraint> list = new ArrayList<>(List.of(new Conflict(0, 1)));
        BinaryModel model = new BinaryModel(Sense.MINIMIZE, two, list);
        list.clear();
        assertThat(model.constraints()).hasSize(1);
    }

    @Test
    void senses() {
        assertThat(Sense.MINIMIZE.factor()).isEqualTo(1);
        assertThat(Sense.MAXIMIZE.factor()).isEqualTo(-1);
        assertThat(Sense.MINIMIZE.isBetter(1, 2)).isTrue();
        assertThat(Sense.MINIMIZE.isBetter(2, 2)).isFalse();
        assertThat(Sense.MINIMIZE.isBetter(3, 2)).isFalse();
        assertThat(Sense.MAXIMIZE.isBetter(3, 2)).isTrue();
        assertThat(Sense.MAXIMIZE.isBetter(2, 2)).isFalse();
        assertThat(Sense.MAXIMIZE.isBetter(1, 2)).isFalse();
        for (Sense sense : Sense.values()) {
            assertThat(sense.isBetter(1e300, sense.worst())).isTrue();
            assertThat(sense.isBetter(-1e300, sense.worst())).isTrue();
        }
    }

    private static List<String> texts(BinaryModel model) {
        return Arrays.asList(model.constraints().stream().map(Object::toString).toArray(String[]::new));
    }
}
