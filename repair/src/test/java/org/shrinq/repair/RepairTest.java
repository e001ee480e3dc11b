package org.shrinq.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.Graph;
import org.shrinq.qubo.problem.MaximumIndependentSet;
import org.shrinq.qubo.problem.MultidimensionalKnapsack;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.qubo.problem.QuadraticAssignment;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.qubo.run.RandomStreams;
import org.shrinq.repair.verify.Verifier;
import org.shrinq.search.Hints;

/** What every repair promises, on small random problems of every kind. */
class RepairTest {
    static List<Long> seeds() {
        List<Long> seeds = new ArrayList<>();
        for (long s = 1; s <= 60; s++) {
            seeds.add(s);
        }
        return seeds;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void keepsItsPromises(long seed) {
        for (Problem problem : RandomProblems.all(seed)) {
            for (RepairMode mode : RepairMode.values()) {
                Repair repair = Repairs.forProblem(problem, Hints.none(), mode);
                SplittableRandom random = new SplittableRandom(seed);
                for (int t = 0; t < 12; t++) {
                    byte[] x = RandomProblems.bits(random, problem.size());
                    check(problem, repair, mode, x, seed + t);
                }
                check(problem, repair, mode, new byte[problem.size()], seed);
            }
        }
    }

    private static void check(Problem problem, Repair repair, RepairMode mode, byte[] x, long seed) {
        String what = problem.name() + " " + mode + " from " + Bits.of(x);
        Verifier verifier = Verifier.of(problem);
        byte[] input = x.clone();
        Repaired r = repair.repair(input, new SplittableRandom(seed), Deadline.never());
        assertThat(input).as("input untouched").isEqualTo(x);
        byte[] y = r.solution().toArray();

        assertThat(r.feasible()).as(what).isTrue();
        assertThat(problem.model().isFeasible(y)).as(what).isTrue();
        assertThat(r.objectiveAfter()).as(what).isEqualTo(problem.objective(y));

        boolean wasFeasible = problem.model().isFeasible(x);
        assertThat(r.objectiveBefore().isPresent()).as(what).isEqualTo(wasFeasible);
        if (wasFeasible) {
            assertThat(r.repairDistance()).as(what).isZero();
            assertThat(r.objectiveBefore()).hasValue(problem.objective(x));
            assertThat(problem.sense().isBetter(problem.objective(x), r.objectiveAfter()))
                    .as("never worse: " + what)
                    .isFalse();
        } else {
            assertThat(r.repairDistance()).as(what).isPositive();
        }
        if (mode == RepairMode.FEASIBLE_ONLY) {
            assertThat(r.improvementDistance()).as(what).isZero();
        }

        assertThat(Change.replay(Bits.of(x), r.changes())).as(what).isEqualTo(r.solution());
        Bits between = Change.replay(Bits.of(x), r.repairChanges());
        assertThat(verifier.isFeasible(between.toArray())).as(what).isTrue();
        assertThat(between.hammingDistance(Bits.of(x))).isEqualTo(r.repairDistance());
        assertThat(between.hammingDistance(r.solution())).isEqualTo(r.improvementDistance());
        assertThat(r.changes()).allSatisfy(c -> {
            assertThat(c.reason()).isNotBlank().doesNotContain("{");
            assertThat(c.to()).isEqualTo(1 - c.from());
        });

        Repaired again = repair.repair(x, new SplittableRandom(seed), Deadline.never());
        assertThat(again.solution()).as("same stream, same result: " + what).isEqualTo(r.solution());
        assertThat(again.changes()).as(what).isEqualTo(r.changes());
        Repaired forked = repair.fork().repair(x, new SplittableRandom(seed), Deadline.never());
        assertThat(forked.solution()).as("fork: " + what).isEqualTo(r.solution());
        byte[] inPlace = x.clone();
        assertThat(repair.repairInPlace(inPlace, new SplittableRandom(seed), Deadline.never()))
                .isTrue();
        assertThat(Bits.of(inPlace)).as("in place: " + what).isEqualTo(r.solution());

        Repaired late = repair.repair(x, new SplittableRandom(seed), Deadline.after(0));
        assertThat(verifier.isFeasible(late.solution().toArray()))
                .as("after the deadline: " + what)
                .isEqualTo(late.feasible());
    }

    /** No flip, and with constraints no pair of flips, leads to a better feasible point. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void endsInALocalOptimum(long seed) {
        for (Problem problem : RandomProblems.all(seed)) {
            Repair repair = Repairs.forProblem(problem, Hints.none());
            byte[] x = RandomProblems.bits(new SplittableRandom(seed), problem.size());
            Repaired r = repair.repair(x, new SplittableRandom(seed), Deadline.never());
            byte[] y = r.solution().toArray();
            int n = y.length;
            for (int i = 0; i < n; i++) {
                for (int j = i; j < (problem.model().constraints().isEmpty() ? i + 1 : n); j++) {
                    y[i] ^= 1;
                    y[j] ^= i == j ? 0 : 1;
                    if (problem.model().isFeasible(y)) {
                        assertThat(problem.sense().isBetter(problem.objective(y), r.objectiveAfter()))
                                .as(problem.name() + " with " + i + " and " + j + " flipped")
                                .isFalse();
                    }
                    y[i] ^= 1;
                    y[j] ^= i == j ? 0 : 1;
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void assignmentRepairFindsTheClosestPermutation(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        QuadraticAssignment problem = RandomProblems.assignment(random, 4, seed % 2 == 0);
        Repair repair = Repairs.forProblem(problem, Hints.none(), RepairMode.FEASIBLE_ONLY);
        for (int t = 0; t < 30; t++) {
            byte[] x = new byte[16];
            for (int v = 0; v < 16; v++) {
                x[v] = (byte) (random.nextInt(3) == 0 ? 1 : 0);
            }
            int closest = Integer.MAX_VALUE;
            for (long index = 0; index < 1 << 16; index++) {
                if (Long.bitCount(index) == 4) {
                    Bits y = Bits.ofIndex(16, index);
                    if (y.hammingDistance(Bits.of(x)) < closest
                            && problem.model().isFeasible(y.toArray())) {
                        closest = y.hammingDistance(Bits.of(x));
                    }
                }
            }
            Repaired r = repair.repair(x, random.split(), Deadline.never());
            assertThat(r.repairDistance()).as("from " + Bits.of(x)).isEqualTo(closest);
        }
    }

    @Test
    void multipliersDecideWhatLeavesAKnapsack() {
        MultidimensionalKnapsack p = MultidimensionalKnapsack.of(
                "k", new double[] {10, 11}, new double[][] {{5, 5}, {1, 3}}, new double[] {9, 9});
        byte[] both = {1, 1};
        Repair byFirst =
                Repairs.forProblem(p, Hints.none().withMultipliers(new double[] {1, 0}), RepairMode.FEASIBLE_ONLY);
        Repair bySecond =
                Repairs.forProblem(p, Hints.none().withMultipliers(new double[] {0, 1}), RepairMode.FEASIBLE_ONLY);
        assertThat(byFirst.repair(both, new SplittableRandom(1), Deadline.never())
                        .changes())
                .containsExactly(new Change(0, 1, 0, "c1 exceeded by 1"));
        assertThat(bySecond.repair(both, new SplittableRandom(1), Deadline.never())
                        .changes())
                .containsExactly(new Change(1, 1, 0, "c1 exceeded by 1"));
    }

    @Test
    void marginalsDecideBetweenEquallyGoodAssignments() {
        QuadraticAssignment flat = QuadraticAssignment.of(
                "q", new double[3][3], new double[3][3], new double[][] {{0, 0, 0}, {1e-3, 0, 0}, {0, 0, 0}});
        double[] marginals = {0, 0, 1, 0, 0, 0, 1, 0, 0};
        Repair repair = Repairs.forProblem(flat, Hints.none().withMarginals(marginals), RepairMode.FEASIBLE_ONLY);
        assertThat(repair.repair(new byte[9], new SplittableRandom(1), Deadline.never())
                        .solution())
                .isEqualTo(Bits.parse("001010100"));
    }

    @Test
    void conflictsLeaveMostEntangledFirst() {
        Graph star = Graph.of(4, new int[] {0, 0, 0}, new int[] {1, 2, 3});
        Repaired r = Repairs.forProblem(MaximumIndependentSet.of("star", star), Hints.none(), RepairMode.FEASIBLE_ONLY)
                .repair(new byte[] {1, 1, 1, 1}, new SplittableRandom(1), Deadline.never());
        assertThat(r.changes()).containsExactly(new Change(0, 1, 0, "in conflict with 3 chosen neighbours"));
    }

    @Test
    void manySamplesAreRepairedIndependentlyOfEachOther() {
        Problem problem = RandomProblems.general(new SplittableRandom(5), 12);
        SplittableRandom random = new SplittableRandom(6);
        List<Bits> samples = new ArrayList<>();
        for (int k = 0; k < 20; k++) {
            samples.add(Bits.of(RandomProblems.bits(random, 12)));
        }
        RandomStreams streams = new RandomStreams(7);
        Repair repair = Repairs.forProblem(problem, Hints.none());
        List<Repaired> all = repair.repairAll(samples, streams, Deadline.never());
        assertThat(all).hasSize(20);
        Repaired alone = repair.fork()
                .repair(samples.get(13).toArray(), streams.child("sample", 13).stream("repair"), Deadline.never());
        assertThat(all.get(13).solution()).isEqualTo(alone.solution());
        assertThat(repair.repairAll(samples, streams, Deadline.after(0))).hasSize(1);
    }

    @Test
    void refusesHintsOfAnotherProblem() {
        Problem problem = RandomProblems.knapsack(new SplittableRandom(1), 5, 2);
        assertThatThrownBy(() -> Repairs.forProblem(problem, Hints.none().withMultipliers(new double[3])))
                .hasMessageContaining("3 multipliers");
        assertThatThrownBy(() -> Repairs.forProblem(problem, Hints.none().withMarginals(new double[4])))
                .hasMessageContaining("4 marginals");
        assertThatThrownBy(() -> Hints.none().withMarginals(new double[] {1.5})).hasMessageContaining("1.5");
    }
}
