package org.shrinq.shrink.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.Propagator;
import org.shrinq.qubo.Qubo;
import org.shrinq.qubo.Sense;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.shrink.RandomModels;
import org.shrinq.shrink.contract.LiteralClasses;
import org.shrinq.shrink.contract.Step;

/** Matching anew and the search for a witness, against permutations and the links written down. */
class WitnessSearchTest {
    static LongStream seeds() {
        return LongStream.rangeClosed(1, 80);
    }

    private static boolean permutes(Propagator p, int n, int row, int usedColumns) {
        if (row == n) {
            return true;
        }
        for (int c = 0; c < n; c++) {
            boolean open = (usedColumns >> c & 1) == 0;
            if (open && p.value(row * n + c) != 0 && permutes(p, n, row + 1, usedColumns | 1 << c)) {
                return true;
            }
        }
        return false;
    }

    /**
     * A permutation comes out exactly where one is allowed; allowed permutations, and all that failed, stay as they
     * were.
     */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void matchingAnewGivesAnAllowedPermutation(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int n = random.nextInt(2, 6);
        BinaryModel model = RandomModels.assignment(random, n).model();
        AssignmentRule rule = AssignmentRule.of(model).get(0);
        Propagator p = new Propagator(model);
        for (int round = 0; round < 2 * n; round++) {
            byte[] x = RandomModels.bits(n * n, random.nextLong(1L << (n * n)));
            byte[] before = x.clone();
            boolean possible = permutes(p, n, 0, 0);
            assertThat(rule.rematch(p, x)).as("seed %d", seed).isEqualTo(possible);
            if (possible) {
                boolean allowed = model.isFeasible(before);
                for (int v = 0; v < x.length; v++) {
                    allowed &= before[v] == 0 || p.value(v) != 0;
                    x[v] = p.value(v) >= 0
                            ? (byte) p.value(v)
                            : x[v]; // variables that p has fixed may keep other values
                }
                assertThat(model.isFeasible(x)).as("seed %d", seed).isTrue();
                if (allowed) {
                    assertThat(x).isEqualTo(before);
                }
                byte[] again = x.clone();
                assertThat(rule.rematch(p, again)).isTrue();
                assertThat(again).as("an allowed permutation").isEqualTo(x);
            } else {
                assertThat(x).isEqualTo(before);
            }
            int v = random.nextInt(n * n);
            int mark = p.mark();
            if (p.value(v) < 0 && !p.assign(v, 0)) {
                p.undo(mark);
            }
            if (random.nextInt(3) == 0) {
                rule.compress(p);
            }
        }
    }

    /** What is found keeps every merge; a hint that does so already is found as it is. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatIsFoundIsLinked(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int n = random.nextInt(3, 9);
        BinaryModel model = new BinaryModel(Sense.MINIMIZE, Qubo.builder(n).build(), List.of());
        LiteralClasses classes = new LiteralClasses(n);
        Propagator p = new Propagator(model);
        p.addRule(new Propagator.Rule() {
            @Override
            public boolean onAssign(Propagator by, int variable, int value) {
                if (!classes.isFree(variable)) {
                    return true;
                }
                for (int v = 0; v < n; v++) {
                    if (v != variable && classes.root(v) == classes.root(variable)) {
                        int same = classes.sign(v) == classes.sign(variable) ? value : 1 - value;
                        if (!by.imply(v, same)) {
                            return false;
                        }
                    }
                }
                return true;
            }
        });
        int merges = random.nextInt(1, n - 1);
        for (int k = 0; k < merges; k++) {
            int i = classes.root(random.nextInt(n));
            int j = classes.root(random.nextInt(n));
            if (i != j) {
                classes.apply(Step.merge(i, j, random.nextBoolean() ? 1 : -1));
            }
        }
        WitnessSearch search = new WitnessSearch(model, classes, p, List.of(), 100, Deadline.never());
        for (int t = 0; t < 20; t++) {
            byte[] hint = RandomModels.bits(n, random.nextLong(1L << n));
            Optional<byte[]> found = search.find(hint);
            assertThat(found).isPresent();
            assertThat(links(classes, found.get())).as("seed %d", seed).isTrue();
            if (links(classes, hint)) {
                assertThat(found.get()).isEqualTo(hint);
            }
            assertThat(p.assigned()).as("the propagator is left as it was").isZero();
        }
        assertThat(links(classes, search.find().orElseThrow())).isTrue();
    }

    private static boolean links(LiteralClasses classes, byte[] x) {
        for (int u = 0; u < x.length; u++) {
            for (int v = 0; v < u; v++) {
                if (classes.root(u) == classes.root(v) && (x[u] == x[v]) != (classes.sign(u) == classes.sign(v))) {
                    return false;
                }
            }
        }
        return true;
    }
}
