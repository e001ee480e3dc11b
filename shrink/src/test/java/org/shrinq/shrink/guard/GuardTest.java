package org.shrinq.shrink.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shrinq.qubo.AtMostOne;
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

/** Every verdict on models small enough to see it, and soundness against enumeration. */
class GuardTest {
    private static final class Fixture {
        final LiteralClasses classes;
        final Guard guard;
        final List<Step> taken = new ArrayList<>();

        Fixture(int n, Constraint... constraints) {
            this(new BinaryModel(Sense.MINIMIZE, Qubo.builder(n).build(), List.of(constraints)));
        }

        Fixture(BinaryModel model) {
            classes = new LiteralClasses(model.size());
            guard = Guard.of(model, classes);
            byte[] free = new byte[model.size()];
            Arrays.fill(free, (byte) -1);
            assertThat(guard.start(free, List.of(), taken)).isTrue();
        }

        GuardVerdict judge(Step step) {
            return guard.judge(step);
        }

        boolean accept(Step step) {
            taken.clear();
            return guard.accept(guard.judge(step), taken);
        }
    }

    /** Adjacent vertices with a strong positive correlation both go to 0. */
    @Test
    void positiveMergeOfAConflictIsConvertedToZeros() {
        Fixture f = new Fixture(3, new Conflict(0, 1));
        GuardVerdict v = f.judge(Step.merge(0, 1, 1));
        assertThat(v.kind()).isEqualTo(Kind.CONVERT);
        assertThat(v.value()).isZero();
        assertThat(f.accept(Step.merge(0, 1, 1))).isTrue();
        assertThat(f.classes.value(0)).isZero();
        assertThat(f.classes.value(1)).isZero();
        assertThat(f.classes.isFree(2)).isTrue();
    }

    @Test
    void negativeMergeOfAConflictIsAMerge() {
        Fixture f = new Fixture(3, new Conflict(0, 1));
        assertThat(f.judge(Step.merge(0, 1, -1)).kind()).isEqualTo(Kind.MERGE);
        assertThat(f.accept(Step.merge(0, 1, -1))).isTrue();
        assertThat(f.classes.root(0)).isEqualTo(1);
        assertThat(f.classes.sign(0)).isEqualTo(-1);
    }

    /** x0 + x1 = 1: the two are opposite, so that a positive merge is impossible. */
    @Test
    void mergeAgainstAnEqualityIsVetoed() {
        Fixture f = new Fixture(3, LinearEqual.of("e", new int[] {0, 1}, new double[] {1, 1}, 1));
        GuardVerdict v = f.judge(Step.merge(0, 1, 1));
        assertThat(v.isVeto()).isTrue();
        assertThat(v.reason()).contains(VetoReason.BOTH_STATES_CONTRADICT);
    }

    @Test
    void twoPositionsOfOneFacilityBothGoToZero() {
        Fixture f = new Fixture(3, ExactlyOne.of("row", new int[] {0, 1, 2}));
        assertThat(f.judge(Step.merge(0, 1, 1)).kind()).isEqualTo(Kind.CONVERT);
        assertThat(f.accept(Step.merge(0, 1, 1))).isTrue();
        // the last candidate becomes 1, as a consequence
        assertThat(f.classes.value(2)).isEqualTo(1);
        assertThat(f.taken).hasSize(3);
    }

    @Test
    void itemsThatNoLongerFitGoToZero() {
        Fixture f = new Fixture(3, LinearAtMost.of("c", new int[] {0, 1, 2}, new double[] {5, 2, 3}, 8));
        GuardVerdict v = f.judge(Step.fix(0, 1));
        assertThat(v.kind()).isEqualTo(Kind.FIX);
        assertThat(v.risk()).isZero(); // an optimum fills its rows
        assertThat(f.accept(Step.fix(0, 1))).isTrue();
        assertThat(f.classes.value(0)).isEqualTo(1);
        assertThat(f.classes.isFree(1)).isTrue();
        assertThat(f.accept(Step.fix(1, 0))).isTrue();
    }

    @Test
    void overfullFixIsReversed() {
        Fixture f = new Fixture(2, LinearAtMost.of("c", new int[] {0, 1}, new double[] {5, 4}, 8));
        assertThat(f.accept(Step.fix(0, 1))).isTrue();
        assertThat(f.classes.value(1)).isZero(); // propagated already
        Fixture g = new Fixture(
                3,
                LinearAtMost.of("c", new int[] {0, 1, 2}, new double[] {5, 3, 3}, 8),
                ExactlyOne.of("o", new int[] {1, 2}));
        assertThat(g.accept(Step.merge(1, 0, 1))).isTrue();
        assertThat(g.judge(Step.fix(2, 0)).kind()).isEqualTo(Kind.FIX);
    }

    @Test
    void riskOfAGroupIsTheShareOfCandidatesLost() {
        Fixture f = new Fixture(4, ExactlyOne.of("o", new int[] {0, 1, 2, 3}));
        assertThat(f.judge(Step.fix(0, 0)).risk()).isEqualTo(0.25);
        assertThat(f.judge(Step.fix(0, 1)).risk()).isZero();
    }

    /** Pairwise propagation sees nothing wrong with rows 0 and 1 sharing one column; the matching does. */
    @Test
    void assignmentNeedsAPerfectMatching() {
        BinaryModel model = RandomModels.assignment(new SplittableRandom(1), 3).model();
        Fixture f = new Fixture(model);
        // row 0 may use columns 0, 1; so may row 1: then row 2 has column 2 alone
        assertThat(f.accept(Step.fix(2, 0))).isTrue();
        assertThat(f.accept(Step.fix(5, 0))).isTrue();
        assertThat(f.classes.value(8)).isEqualTo(1);
        assertThat(f.classes.value(6)).isZero();
        // x_00 and x_11 now are equal, as probing finds out
        f.taken.clear();
        f.guard.probe(f.classes.root(0), f.taken);
        assertThat(f.classes.root(4)).isEqualTo(f.classes.root(0));
        assertThat(f.classes.sign(4) * f.classes.sign(0)).isEqualTo(1);
        assertThat(f.classes.freeClasses()).isEqualTo(1);
    }

    /** Allowed pairs against enumeration of permutations. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void matchingRuleForbidsExactlyWhatNoPermutationUses(long seed) {
        SplittableRandom rng = new SplittableRandom(seed);
        int n = 4;
        BinaryModel model = RandomModels.assignment(rng, n).model();
        for (int trial = 0; trial < 50; trial++) {
            Propagator p = new Propagator(model);
            AssignmentRule.of(model).forEach(p::addRule);
            boolean[] forbidden = new boolean[n * n];
            for (int k = rng.nextInt(1, 9); k > 0; k--) {
                forbidden[rng.nextInt(n * n)] = true;
            }
            boolean alive = p.propagateAll();
            for (int v = 0; v < n * n && alive; v++) {
                alive = !forbidden[v] || p.assign(v, 0);
            }
            boolean[] used = usable(n, forbidden);
            boolean any = false;
            for (boolean u : used) {
                any |= u;
            }
            assertThat(alive).as("seed %d trial %d", seed, trial).isEqualTo(any);
            for (int v = 0; v < n * n && alive; v++) {
                assertThat(p.value(v) != 0).as("variable %d", v).isEqualTo(used[v]);
            }
        }
    }

    private static boolean[] usable(int n, boolean[] forbidden) {
        boolean[] used = new boolean[n * n];
        permute(n, 0, new int[n], 0, forbidden, used);
        return used;
    }

    private static void permute(int n, int row, int[] column, int taken, boolean[] forbidden, boolean[] used) {
        if (row == n) {
            for (int i = 0; i < n; i++) {
                used[i * n + column[i]] = true;
            }
            return;
        }
        for (int a = 0; a < n; a++) {
            if ((taken >> a & 1) == 0 && !forbidden[row * n + a]) {
                column[row] = a;
                permute(n, row + 1, column, taken | 1 << a, forbidden, used);
            }
        }
    }

    /** Whatever is proposed: vetoes and conversions lose nothing feasible, the witness lives on. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void verdictsAreSound(long seed) {
        SplittableRandom rng = new SplittableRandom(seed);
        for (int trial = 0; trial < 40; trial++) {
            BinaryModel model = RandomModels.model(rng, rng.nextInt(3, 10));
            Fixture f = new Fixture(model);
            List<byte[]> alive = agreeing(RandomModels.feasiblePoints(model), f.classes);
            while (f.classes.freeClasses() > 0) {
                int i = freeRoot(rng, f.classes);
                int j = freeRoot(rng, f.classes);
                int sign = rng.nextBoolean() ? 1 : -1;
                Step step = i == j ? new Step(i, Step.GROUND, sign) : Step.merge(i, j, sign);
                GuardVerdict v = f.judge(step);
                List<byte[]> with = agreeing(alive, step);
                if (v.isVeto()) {
                    assertThat(with).as("seed %d: veto of %s", seed, step).isEmpty();
                    continue;
                }
                if (v.kind() == Kind.FORCED) {
                    assertThat(with).as("seed %d: %s reversed", seed, step).isEmpty();
                }
                if (!f.accept(step)) {
                    continue; // no witness found, allowed but not required
                }
                List<byte[]> expected = v.kind() == Kind.FORCED ? alive : with;
                alive = agreeing(expected, f.classes);
                assertThat(alive).as("seed %d: %s", seed, v).hasSameSizeAs(expected);
                assertThat(alive).isNotEmpty();
                Bits witness = f.guard.witness().orElseThrow();
                assertThat(alive).anyMatch(x -> Bits.of(x).equals(witness));
            }
        }
    }

    private static int freeRoot(SplittableRandom rng, LiteralClasses classes) {
        while (true) {
            int root = classes.root(rng.nextInt(classes.variables()));
            if (root >= 0) {
                return root;
            }
        }
    }

    private static List<byte[]> agreeing(List<byte[]> points, Step step) {
        return points.stream()
                .filter(x ->
                        step.isFix() ? x[step.i()] == step.value() : (x[step.i()] == x[step.j()]) == (step.sign() > 0))
                .toList();
    }

    /** The points that the classes allow. */
    static List<byte[]> agreeing(List<byte[]> points, LiteralClasses classes) {
        return points.stream()
                .filter(x -> {
                    for (int v = 0; v < x.length; v++) {
                        int root = classes.root(v);
                        int value = root < 0 ? classes.value(v) : classes.sign(v) > 0 ? x[root] : 1 - x[root];
                        if (value != x[v]) {
                            return false;
                        }
                    }
                    return true;
                })
                .toList();
    }

    @Test
    void contradictionIsReported() {
        BinaryModel model = new BinaryModel(
                Sense.MINIMIZE,
                Qubo.builder(2).build(),
                List.of(ExactlyOne.of("a", new int[] {0, 1}), AtMostOne.of("b", new int[] {0, 1})));
        LiteralClasses classes = new LiteralClasses(2);
        Guard guard = Guard.of(model, classes);
        assertThat(guard.start(new byte[] {0, 0}, List.of(), new ArrayList<>())).isFalse();
        assertThat(guard.isConsistent()).isFalse();
        assertThat(guard.witness()).isEmpty();
    }

    /** Twos and threes that add up to eight: one three alone is impossible, which no bound of the row shows. */
    private static Fixture twosAndThrees(Constraint... others) {
        List<Constraint> rows = new ArrayList<>(
                List.of(LinearEqual.of("eight", new int[] {0, 1, 2, 3, 4, 5}, new double[] {2, 2, 2, 2, 3, 3}, 8)));
        rows.addAll(List.of(others));
        return new Fixture(new BinaryModel(Sense.MINIMIZE, Qubo.builder(6).build(), rows));
    }

    @Test
    void aStepThatLeavesNoWitnessIsNotTaken() {
        Fixture merge = twosAndThrees();
        assertThat(merge.judge(Step.merge(4, 5, -1)).kind()).isEqualTo(Kind.MERGE);
        assertThat(merge.accept(Step.merge(4, 5, -1))).isFalse();
        assertThat(merge.classes.freeClasses()).isEqualTo(6);
        assertThat(merge.accept(Step.merge(4, 5, 1))).isTrue();

        Step conversion = Step.merge(4, 5, -1);
        Fixture convert = twosAndThrees(LinearAtMost.of("order", new int[] {5, 4}, new double[] {5, -5}, 0));
        assertThat(convert.judge(conversion).kind()).isEqualTo(Kind.CONVERT);
        assertThat(convert.accept(conversion)).isFalse();
        assertThat(convert.guard.witness()).isPresent();

        Fixture fix =
                new Fixture(5, LinearEqual.of("eight", new int[] {0, 1, 2, 3, 4}, new double[] {2, 2, 2, 2, 3}, 8));
        assertThat(fix.judge(Step.fix(4, 1)).kind()).isEqualTo(Kind.FIX);
        assertThat(fix.accept(Step.fix(4, 1))).isFalse();
        assertThat(fix.accept(Step.fix(4, 0))).isTrue();
    }

    @Test
    void withoutAWitnessNothingIsKept() {
        int[] variables = {0, 1, 2, 3, 4, 5, 6};
        double[] twos = {2, 2, 2, 2, 2, 2, 2};
        Fixture odd = new Fixture(7, LinearEqual.of("odd", variables, twos, 7));
        assertThat(odd.guard.witness()).isEmpty();
        assertThat(odd.accept(Step.fix(0, 1))).isTrue();
        assertThat(odd.classes.value(0)).isEqualTo(1);
    }

    /** x0 = 1 leads to x1 = 0, x2 = 1 and back to x0 = 0. */
    @Test
    void whatContradictsItselfIsReversed() {
        Fixture f = new Fixture(4, new Conflict(0, 1), ExactlyOne.of("one", new int[] {1, 2}), new Conflict(0, 2));
        GuardVerdict v = f.judge(Step.fix(0, 1));
        assertThat(v.kind()).isEqualTo(Kind.FORCED);
        assertThat(v.risk()).isZero();
        assertThat(f.guard.reach(v)).isEqualTo(1);
        assertThat(f.accept(Step.fix(0, 1))).isTrue();
        assertThat(f.classes.value(0)).isZero();
    }

    /** What a step takes away is foretold, for every kind of verdict, and asking changes nothing. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void reachIsWhatVanishes(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int n = 12;
        List<Constraint> rows = new ArrayList<>();
        for (int k = 0; k < 8; k++) {
            int i = random.nextInt(n);
            rows.add(new Conflict(i, (i + 1 + random.nextInt(n - 1)) % n));
        }
        rows.add(ExactlyOne.of("one", new int[] {0, 3, 5, 7}));
        Fixture f = new Fixture(new BinaryModel(Sense.MINIMIZE, Qubo.builder(n).build(), rows));
        for (int k = 0; k < 200 && f.classes.freeClasses() > 1; k++) {
            int i = f.classes.root(random.nextInt(n));
            int j = random.nextBoolean() ? Step.GROUND : f.classes.root(random.nextInt(n));
            if (i == Step.GROUND || i == j) {
                continue;
            }
            GuardVerdict verdict = f.judge(new Step(i, j, random.nextBoolean() ? 1 : -1));
            if (verdict.isVeto()) {
                continue;
            }
            int before = f.classes.freeClasses();
            int reach = f.guard.reach(verdict);
            assertThat(f.classes.freeClasses()).isEqualTo(before);
            f.taken.clear();
            if (f.guard.accept(verdict, f.taken)) {
                assertThat(before - f.classes.freeClasses())
                        .as("seed " + seed + ", " + verdict)
                        .isEqualTo(reach);
            }
        }
    }
}
