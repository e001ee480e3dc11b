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

class PropagatorTest {
    private static BinaryModel draw(SplittableRandom random) {
        int n = 3 + random.nextInt(6);
        return Models.draw(random, n, 1 + random.nextInt(6), Models.Kind.values());
    }

    private static List<byte[]> feasible(BinaryModel model) {
        List<byte[]> list = new ArrayList<>();
        Cases.forEachState(model.size(), x -> {
            if (Models.isFeasible(model, x)) {
                list.add(x.clone());
            }
        });
        return list;
    }

    private static List<byte[]> completions(List<byte[]> points, byte[] partial) {
        List<byte[]> list = new ArrayList<>();
        for (byte[] x : points) {
            boolean agrees = true;
            for (int i = 0; i < x.length; i++) {
                agrees &= partial[i] < 0 || partial[i] == x[i];
            }
            if (agrees) {
                list.add(x);
            }
        }
        return list;
    }

    /** A dive of random decisions with undoing: no feasible completion is lost, no contradiction is claimed falsely. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("org.shrinq.qubo.Cases#seeds200")
    void neverRemovesAFeasibleCompletion(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        BinaryModel model = draw(random);
        List<byte[]> points = feasible(model);
        Propagator p = new Propagator(model);
        assertThat(p.model()).isSameAs(model);
        boolean consistent = p.propagateAll();
        if (!points.isEmpty()) {
            assertThat(consistent).isTrue();
        }
        List<byte[]> left = points;
        while (consistent) {
            assertThat(completions(left, p.values())).isEqualTo(left);
            int[] open = open(p, model.size());
            if (open.length == 0) {
                break;
            }
            int v = open[random.nextInt(open.length)];
            int value = random.nextInt(2);
            byte[] asked = p.values();
            asked[v] = (byte) value;
            left = completions(left, asked);
            consistent = p.assign(v, value);
            if (!left.isEmpty()) {
                assertThat(consistent).isTrue();
            }
        }
        if (consistent) {
            assertThat(model.isFeasible(p.values()))
                    .as("a full assignment without contradiction is feasible")
                    .isTrue();
            assertThat(left).hasSize(1);
        }
    }

    private static int[] open(Propagator p, int n) {
        return java.util.stream.IntStream.range(0, n)
                .filter(v -> p.value(v) < 0)
                .toArray();
    }

    /**
     * At every step of a depth-first search over all decisions, undoing gives back the very same partial assignment.
     */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("org.shrinq.qubo.Cases#seeds200")
    void searchWithUndoFindsExactlyTheFeasiblePoints(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        BinaryModel model = draw(random);
        Propagator p = new Propagator(model);
        List<String> found = new ArrayList<>();
        if (p.propagateAll()) {
            search(p, model.size(), found);
        }
        List<String> expected = new ArrayList<>();
        feasible(model).forEach(x -> expected.add(Arrays.toString(x)));
        assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
    }

    private static void search(Propagator p, int n, List<String> found) {
        int[] open = open(p, n);
        if (open.length == 0) {
            found.add(Arrays.toString(p.values()));
            return;
        }
        byte[] before = p.values();
        int assigned = p.assigned();
        for (int value = 0; value < 2; value++) {
            int mark = p.mark();
            assertThat(mark).isEqualTo(assigned);
            if (p.assign(open[0], value)) {
                search(p, n, found);
            }
            for (int k = 0; k < p.assigned(); k++) {
                assertThat(p.value(p.trail(k))).isNotEqualTo(-1);
            }
            p.undo(mark);
            assertThat(p.values()).isEqualTo(before);
            assertThat(p.assigned()).isEqualTo(assigned);
        }
    }

    /** The fixpoint does not depend on what was tried and undone before: the queue is clean after a contradiction. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("org.shrinq.qubo.Cases#seeds200")
    void undoLeavesNoTrace(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        BinaryModel model = draw(random);
        Propagator used = new Propagator(model);
        for (int t = 0; t < 20; t++) {
            int mark = used.mark();
            for (int k = 0; k < 3; k++) {
                int v = random.nextInt(model.size());
                if (used.value(v) < 0 && !used.assign(v, random.nextInt(2))) {
                    break;
                }
            }
            used.undo(mark);
        }
        int v = random.nextInt(model.size());
        int value = random.nextInt(2);
        Propagator fresh = new Propagator(model);
        assertThat(used.assign(v, value)).isEqualTo(fresh.assign(v, value));
        assertThat(used.values()).isEqualTo(fresh.values());
        assertThat(used.assigned()).isEqualTo(fresh.assigned());
        for (int k = 0; k < fresh.assigned(); k++) {
            assertThat(used.trail(k)).isEqualTo(fresh.trail(k));
        }
    }

    /** Consequences travel through a chain of constraints, back and forth. */
    @Test
    void consequencesTravel() {
        List<Constraint> chain = new ArrayList<>();
        int n = 200;
        for (int i = 0; i + 1 < n; i++) {
            chain.add(ExactlyOne.of("pair " + i, i, i + 1));
        }
        Propagator p =
                new Propagator(new BinaryModel(Sense.MINIMIZE, Qubo.builder(n).build(), chain));
        assertThat(p.propagateAll()).isTrue();
        assertThat(p.assigned()).isZero();
        assertThat(p.assign(n / 2, 1)).isTrue();
        assertThat(p.assigned()).isEqualTo(n);
        assertThat(p.trail(0)).isEqualTo(n / 2);
        for (int i = 0; i < n; i++) {
            assertThat(p.value(i)).isEqualTo(1 - i % 2);
        }
        assertThat(p.assign(0, 1)).as("known already").isTrue();
        assertThat(p.assign(0, 0)).as("the contrary is known").isFalse();
        p.undo(0);
        assertThat(p.assigned()).isZero();
        assertThatThrownBy(() -> p.trail(0)).isInstanceOf(IndexOutOfBoundsException.class);
        p.values()[0] = 1;
        assertThat(p.value(0)).as("values() is a copy").isEqualTo(-1);
    }

    @Test
    void whatFollowsFromNothing() {
        List<Constraint> rows = List.of(
                LinearAtMost.of("too heavy", new int[] {0, 1}, new double[] {9, 2}, 3),
                LinearAtMost.of("needed", new int[] {2, 3}, new double[] {-5, 1}, -4),
                ExactlyOne.of("last", 4));
        Propagator p =
                new Propagator(new BinaryModel(Sense.MINIMIZE, Qubo.builder(6).build(), rows));
        assertThat(p.propagateAll()).isTrue();
        assertThat(p.values()).containsExactly(0, -1, 1, -1, 1, -1);
    }

    /** A rule that keeps x0 = x1 and, when all is quiet, sets x3 once x2 is known. */
    private static final class TwinRule implements Propagator.Rule {
        final List<String> heard = new ArrayList<>();
        int fixpoints;

        @Override
        public boolean onAssign(Propagator p, int variable, int value) {
            heard.add(variable + "=" + value);
            return variable > 1 || p.imply(1 - variable, value);
        }

        @Override
        public boolean onFixpoint(Propagator p) {
            fixpoints++;
            return p.value(2) < 0 || p.imply(3, p.value(2));
        }
    }

    @Test
    void rulesTakePart() {
        BinaryModel model = new BinaryModel(
                Sense.MINIMIZE, Qubo.builder(5).build(), List.of(new Conflict(1, 2), ExactlyOne.of("4", 3, 4)));
        Propagator p = new Propagator(model);
        TwinRule rule = new TwinRule();
        p.addRule(rule);
        p.addRule(new Propagator.Rule() {}); // the defaults do nothing
        assertThat(p.assign(0, 1)).isTrue();
        assertThat(p.values()).containsExactly(1, 1, 0, 0, 1);
        assertThat(rule.heard).containsExactly("0=1", "1=1", "2=0", "3=0", "4=1");
        assertThat(rule.fixpoints).isEqualTo(2);
        p.undo(0);
        assertThat(p.assign(2, 1)).isTrue();
        assertThat(p.values()).containsExactly(0, 0, 1, 1, 0);
        assertThat(p.assign(0, 1)).isFalse();
    }

    @Test
    void rulesCanContradict() {
        BinaryModel model = new BinaryModel(Sense.MINIMIZE, Qubo.builder(3).build(), List.of(new Conflict(0, 1)));
        Propagator onAssign = new Propagator(model);
        onAssign.addRule(new Propagator.Rule() {
            @Override
            public boolean onAssign(Propagator p, int variable, int value) {
                return variable != 1;
            }
        });
        assertThat(onAssign.assign(0, 1)).isFalse();
        onAssign.undo(0);
        assertThat(onAssign.assign(0, 0)).isTrue();
        Propagator onFixpoint = new Propagator(model);
        onFixpoint.addRule(new Propagator.Rule() {
            @Override
            public boolean onFixpoint(Propagator p) {
                return p.value(2) != 1;
            }
        });
        assertThat(onFixpoint.assign(2, 1)).isFalse();
        onFixpoint.undo(0);
        assertThat(onFixpoint.assign(2, 0)).isTrue();
    }
}
