package org.shrinq.shrink.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.Conflict;
import org.shrinq.qubo.Constraint;
import org.shrinq.qubo.ExactlyOne;
import org.shrinq.qubo.LinearAtMost;
import org.shrinq.qubo.LinearEqual;
import org.shrinq.qubo.Propagator;
import org.shrinq.qubo.Qubo;
import org.shrinq.qubo.Sense;
import org.shrinq.shrink.RandomModels;
import org.shrinq.shrink.contract.LiteralClasses;
import org.shrinq.shrink.contract.Step;
import org.shrinq.shrink.guard.GuardVerdict.Kind;

/** What the guard knows after a start, after probing, and how it measures risk, against enumeration and by hand. */
class GuardStateTest {
    static LongStream seeds() {
        return LongStream.rangeClosed(1, 60);
    }

    private static BinaryModel model(int n, Constraint... rows) {
        return new BinaryModel(Sense.MINIMIZE, Qubo.builder(n).build(), List.of(rows));
    }

    private static byte[] free(int n) {
        byte[] free = new byte[n];
        Arrays.fill(free, (byte) -1);
        return free;
    }

    /**
     * A start from part of a feasible point keeps exactly the points that agree, and takes the first hint that does.
     */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aStartKeepsWhatAgreesWithIt(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        BinaryModel model = RandomModels.model(random, random.nextInt(3, 9));
        List<byte[]> points = RandomModels.feasiblePoints(model);
        byte[] goal = points.get(random.nextInt(points.size()));
        byte[] fixed = free(model.size());
        for (int v = 0; v < fixed.length; v++) {
            fixed[v] = random.nextInt(3) == 0 ? goal[v] : -1;
        }
        List<byte[]> agreeing = points.stream()
                .filter(x -> {
                    for (int v = 0; v < x.length; v++) {
                        if (fixed[v] >= 0 && fixed[v] != x[v]) {
                            return false;
                        }
                    }
                    return true;
                })
                .toList();
        List<Bits> hints = new ArrayList<>();
        for (int k = 0; k < 4; k++) {
            hints.add(Bits.ofIndex(model.size(), random.nextInt(1 << model.size())));
        }
        hints.add(Bits.of(goal));
        Bits first = hints.stream()
                .filter(h -> agreeing.stream().anyMatch(x -> Bits.of(x).equals(h)))
                .findFirst()
                .orElseThrow();

        LiteralClasses classes = new LiteralClasses(model.size());
        Guard guard = Guard.of(model, classes);
        List<Step> out = new ArrayList<>();
        assertThat(guard.start(fixed, hints, out)).isTrue();
        assertThat(guard.isConsistent()).isTrue();
        assertThat(guard.witness()).contains(first);
        assertThat(GuardTest.agreeing(points, classes)).hasSameSizeAs(agreeing);
        assertThat(out).allMatch(Step::isFix);
        assertThat(out).hasSize(model.size() - classes.freeClasses());
        for (int v = 0; v < model.size(); v++) {
            assertThat(guard.witnessValue(v)).isEqualTo(first.toArray()[v]);
            assertThat(guard.value(v)).isEqualTo(classes.value(v));
            if (fixed[v] >= 0) {
                assertThat(guard.value(v)).isEqualTo(fixed[v]);
            }
        }
    }

    /** Probing takes only what all feasible points of the model have in common with the steps before. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void probingLosesNothing(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        BinaryModel model = RandomModels.model(random, random.nextInt(3, 9));
        List<byte[]> points = RandomModels.feasiblePoints(model);
        LiteralClasses classes = new LiteralClasses(model.size());
        Guard guard = Guard.of(model, classes);
        assertThat(guard.start(free(model.size()), List.of(), new ArrayList<>()))
                .isTrue();
        for (int v = 0; v < model.size(); v++) {
            if (classes.root(v) == v) {
                int before = classes.freeClasses();
                List<Step> out = new ArrayList<>();
                guard.probe(v, out);
                assertThat(classes.freeClasses()).isEqualTo(before - out.size());
                assertThat(GuardTest.agreeing(points, classes))
                        .as("seed %d, %s", seed, out)
                        .hasSameSizeAs(points);
            }
        }
        assertThat(guard.isConsistent()).isTrue();
    }

    private static List<Step> probe(int v, BinaryModel model) {
        Guard guard = Guard.of(model, new LiteralClasses(model.size()));
        assertThat(guard.start(free(model.size()), List.of(), new ArrayList<>()))
                .isTrue();
        List<Step> out = new ArrayList<>();
        guard.probe(v, out);
        assertThat(guard.isConsistent()).isTrue();
        return out;
    }

    /** x0 = 1 forces x1 = 1 and x2 = 1, which exclude each other. */
    @Test
    void aContradictionOfOneValueFixesTheOther() {
        LinearAtMost first = LinearAtMost.of("first", new int[] {0, 1}, new double[] {1, -1}, 0);
        LinearAtMost second = LinearAtMost.of("second", new int[] {0, 2}, new double[] {1, -1}, 0);
        assertThat(probe(0, model(3, first, second, new Conflict(1, 2)))).containsExactly(Step.fix(0, 0));
    }

    /** x0 = 0 breaks a row that neither variable breaks alone. */
    @Test
    void aContradictionOfZeroFixesOne() {
        LinearAtMost first = LinearAtMost.of("first", new int[] {0, 1}, new double[] {-1, -1}, -1);
        LinearAtMost second = LinearAtMost.of("second", new int[] {0, 2}, new double[] {-1, -1}, -1);
        assertThat(probe(0, model(3, first, second, new Conflict(1, 2)))).contains(Step.fix(0, 1));
    }

    @Test
    void whatFollowsFromBothValuesIsFixed() {
        LinearAtMost up = LinearAtMost.of("up", new int[] {0, 1}, new double[] {1, -1}, 0);
        LinearAtMost also = LinearAtMost.of("also", new int[] {0, 1}, new double[] {-1, -1}, -1);
        assertThat(probe(0, model(2, up, also))).containsExactly(Step.fix(1, 1));
    }

    @Test
    void whatGoesAlongIsMerged() {
        LinearEqual same = LinearEqual.of("same", new int[] {0, 1}, new double[] {1, -1}, 0);
        assertThat(probe(0, model(2, same))).containsExactly(Step.merge(1, 0, 1));
        ExactlyOne opposite = ExactlyOne.of("opposite", new int[] {0, 1});
        assertThat(probe(0, model(2, opposite))).containsExactly(Step.merge(1, 0, -1));
    }

    @Test
    void aProbeThatContradictsEitherWayEndsTheGuarding() {
        LinearAtMost sum = LinearAtMost.of("sum", new int[] {0, 1, 2}, new double[] {2, 2, 2}, 3);
        LinearAtMost least = LinearAtMost.of("least", new int[] {0, 1, 2}, new double[] {-2, -2, -2}, -3);
        Guard guard = Guard.of(model(3, sum, least), new LiteralClasses(3));
        if (guard.start(free(3), List.of(), new ArrayList<>())) {
            guard.probe(0, new ArrayList<>());
        }
        assertThat(guard.isConsistent()).isFalse();
    }

    /** Either value of x0 contradicts, which propagation sees only when it is tried. */
    @Test
    void whatContradictsEitherWayIsVetoed() {
        LinearAtMost orOne = LinearAtMost.of("0 or 1", new int[] {0, 1}, new double[] {-1, -1}, -1);
        LinearAtMost orTwo = LinearAtMost.of("0 or 2", new int[] {0, 2}, new double[] {-1, -1}, -1);
        LinearAtMost three = LinearAtMost.of("0 needs 3", new int[] {0, 3}, new double[] {1, -1}, 0);
        LinearAtMost four = LinearAtMost.of("0 needs 4", new int[] {0, 4}, new double[] {1, -1}, 0);
        BinaryModel model = model(6, orOne, orTwo, new Conflict(1, 2), three, four, new Conflict(3, 4));
        Guard guard = Guard.of(model, new LiteralClasses(6));
        assertThat(guard.start(free(6), List.of(), new ArrayList<>())).isTrue();
        assertThat(guard.witness()).isEmpty();
        assertThat(guard.judge(Step.fix(0, 1)).isVeto()).isTrue();
        assertThat(guard.judge(Step.fix(0, 0)).isVeto()).isTrue();
        assertThat(guard.judge(Step.merge(0, 5, 1)).isVeto()).isTrue();
        assertThat(guard.judge(Step.merge(0, 5, -1)).isVeto()).isTrue();
        assertThat(guard.judge(Step.fix(5, 1)).kind()).isEqualTo(Kind.FIX);
        guard.probe(0, new ArrayList<>());
        assertThat(guard.isConsistent()).isFalse();
    }

    @Test
    void vetoesCannotBeAccepted() {
        ExactlyOne group = ExactlyOne.of("group", new int[] {0, 1});
        Guard guard = Guard.of(model(2, group), new LiteralClasses(2));
        assertThat(guard.start(free(2), List.of(), new ArrayList<>())).isTrue();
        GuardVerdict veto = guard.judge(Step.merge(0, 1, 1));
        assertThat(veto.isVeto()).isTrue();
        assertThat(veto.reason().orElseThrow().id()).isEqualTo("both-states-contradict");
        assertThatThrownBy(() -> guard.accept(veto, new ArrayList<>())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void withoutAGuardStepsAreTakenAsTheyAre() {
        GuardVerdict fix = GuardVerdict.unguarded(Step.fix(2, 1));
        assertThat(fix.kind()).isEqualTo(Kind.FIX);
        assertThat(fix.step()).isEqualTo(Step.fix(2, 1));
        GuardVerdict merge = GuardVerdict.unguarded(Step.merge(0, 1, -1));
        assertThat(merge.kind()).isEqualTo(Kind.MERGE);
        assertThat(merge.isVeto()).isFalse();
        assertThat(merge.risk()).isZero();
    }

    @Test
    void withoutAWitnessThereIsNoValueOfIt() {
        BinaryModel model = model(2, ExactlyOne.of("a", new int[] {0, 1}), new Conflict(0, 1));
        Guard guard = Guard.of(model, new LiteralClasses(2));
        assertThat(guard.witnessValue(0)).isEqualTo(-1);
        assertThat(guard.start(new byte[] {1, 1}, List.of(), new ArrayList<>())).isFalse();
        assertThat(guard.witness()).isEmpty();
        assertThat(guard.witnessValue(1)).isEqualTo(-1);
    }

    /**
     * The share of candidates that a group loses by a step, the largest over the groups; capacity rows do not count.
     */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void riskIsTheLargestShareOfAGroupLost(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int n = 6;
        List<Constraint> rows = new ArrayList<>();
        for (int r = 0; r < 3; r++) {
            int[] variables = random.ints(0, n).distinct().limit(4).toArray();
            double[] weights = random.ints(4, 1, 6).asDoubleStream().toArray();
            if (random.nextInt(4) == 0) {
                weights[0] = -weights[0];
            }
            rows.add(LinearAtMost.of("r" + r, variables, weights, random.nextInt(8, 14)));
        }
        rows.add(ExactlyOne.of("one", random.ints(0, n).distinct().limit(3).toArray()));
        rows.add(ExactlyOne.of("other", random.ints(0, n).distinct().limit(4).toArray()));
        BinaryModel model = model(n, rows.toArray(Constraint[]::new));
        Propagator propagator = new Propagator(model);
        RiskMeter meter = new RiskMeter(model);
        if (!propagator.propagateAll()) {
            return;
        }
        for (int step = 0; step < 4; step++) {
            int mark = propagator.mark();
            int v = random.nextInt(n);
            if (propagator.value(v) >= 0 || !propagator.assign(v, random.nextInt(2))) {
                propagator.undo(mark);
                continue;
            }
            double expected = 0;
            for (Constraint row : rows) {
                expected = Math.max(expected, risk(row, propagator, mark));
            }
            assertThat(meter.since(propagator, mark)).isEqualTo(Math.min(1, expected));
        }
    }

    private static double risk(Constraint row, Propagator p, int mark) {
        boolean[] fresh = new boolean[6];
        for (int k = mark; k < p.assigned(); k++) {
            fresh[p.trail(k)] = true;
        }
        int open = 0;
        int lost = 0;
        boolean chosen = false;
        for (int k = 0; k < row.arity(); k++) {
            int v = row.variable(k);
            open += p.value(v) < 0 ? 1 : 0;
            lost += p.value(v) == 0 && fresh[v] ? 1 : 0;
            chosen |= p.value(v) == 1;
        }
        return !(row instanceof ExactlyOne) || chosen || lost == 0 ? 0 : (double) lost / (lost + open);
    }
}
