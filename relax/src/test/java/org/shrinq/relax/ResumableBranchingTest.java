package org.shrinq.relax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.qubo.problem.QuadraticAssignment;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.relax.branch.BranchResult;
import org.shrinq.relax.branch.BranchSearch;
import org.shrinq.relax.branch.ResumableBranching;

class ResumableBranchingTest {
    /** Slices without end. */
    private static final int MOST_SLICES = 100_000;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void slicesOfAnyLengthEndAtTheOptimum(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (Problem problem : SmallProblems.all(seed)) {
            double optimum = SmallProblems.optimum(problem);
            if (!BranchSearch.applies(problem)) {
                continue;
            }
            double[] incumbent = {problem.sense().worst()};
            BranchResult result = null;
            try (ResumableBranching branching =
                    new ResumableBranching(problem, x -> incumbent[0] = better(problem, incumbent[0], x))) {
                for (int k = 0; k < MOST_SLICES && (result == null || !result.finished()); k++) {
                    result = branching.resume(
                            incumbent[0], Double.NaN, Deadline.never().withChecks(random.nextInt(20)));
                    if (random.nextInt(5) == 0 && Double.isFinite(optimum)) {
                        incumbent[0] = optimum; // as if another search had found it
                    }
                }
            }
            assertThat(result.finished())
                    .as("seed %d, %s", seed, problem.name())
                    .isTrue();
            double scale = Math.max(1, Double.isInfinite(optimum) ? 1 : Math.abs(optimum));
            if (Double.isInfinite(optimum)) {
                assertThat(incumbent[0]).isEqualTo(optimum);
            } else {
                assertThat(incumbent[0])
                        .as("seed %d, %s", seed, problem.name())
                        .isCloseTo(optimum, within(2e-9 * scale));
                assertThat(result.bound())
                        .as("seed %d, %s", seed, problem.name())
                        .isCloseTo(optimum, within(2e-9 * scale));
            }
        }
    }

    private static double better(Problem problem, double incumbent, Bits x) {
        byte[] values = x.toArray();
        assertThat(problem.model().isFeasible(values)).isTrue();
        double objective = problem.objective(values);
        assertThat(problem.sense().isBetter(objective, incumbent)).isTrue();
        return objective;
    }

    @Test
    void slicesVisitTheNodesOfOnePiece() {
        QuadraticAssignment problem = SmallProblems.assignment(new SplittableRandom(3), 8, false);
        List<Bits> whole = new ArrayList<>();
        List<Bits> sliced = new ArrayList<>();
        long nodes;
        try (ResumableBranching branching = new ResumableBranching(problem, whole::add)) {
            nodes = branching
                    .resume(Double.POSITIVE_INFINITY, 0, Deadline.never())
                    .nodes();
        }
        BranchResult result;
        try (ResumableBranching branching = new ResumableBranching(problem, sliced::add)) {
            do {
                result = branching.resume(
                        Double.POSITIVE_INFINITY, 0, Deadline.never().withChecks(7));
            } while (!result.finished());
        }
        assertThat(result.nodes()).isEqualTo(nodes);
        assertThat(sliced).isEqualTo(whole);
    }

    @Test
    void aSliceBesideItsCallerIsTheSameSlice() {
        QuadraticAssignment problem = SmallProblems.assignment(new SplittableRandom(3), 8, false);
        List<Bits> waiting = new ArrayList<>();
        List<Bits> beside = new ArrayList<>();
        try (ResumableBranching one = new ResumableBranching(problem, waiting::add);
                ResumableBranching other = new ResumableBranching(problem, beside::add);
                ResumableBranching left = new ResumableBranching(problem, x -> {})) {
            BranchResult expected =
                    one.resume(Double.POSITIVE_INFINITY, -7, Deadline.never().withChecks(100));
            other.begin(Double.POSITIVE_INFINITY, -7, Deadline.never().withChecks(100));
            left.begin(Double.POSITIVE_INFINITY, -7, Deadline.never()); // closed while it runs
            assertThat(other.await()).isEqualTo(expected);
            assertThat(beside).isEqualTo(waiting);
        }
    }

    @Test
    void anUnfinishedTreeLeavesNoThread() throws InterruptedException {
        QuadraticAssignment problem = SmallProblems.assignment(new SplittableRandom(3), 8, false);
        try (ResumableBranching branching = new ResumableBranching(problem, x -> {})) {
            assertThat(branching.resume(0, -7, Deadline.never().withChecks(0)).bound())
                    .isEqualTo(-7);
            assertThat(branches()).isNotEmpty();
        }
        for (Thread t : branches()) {
            t.join();
        }
    }

    private static List<Thread> branches() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(t -> t.getName().startsWith("shrinq-branch-"))
                .toList();
    }

    @Test
    void anInterruptEndsTheSliceAndIsLeftSet() {
        QuadraticAssignment problem = SmallProblems.assignment(new SplittableRandom(3), 8, false);
        try (ResumableBranching branching = new ResumableBranching(problem, x -> {})) {
            Thread.currentThread().interrupt();
            branching.resume(Double.POSITIVE_INFINITY, -7, Deadline.never());
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void whatTheTreeThrowsReachesTheCaller() {
        QuadraticAssignment problem = SmallProblems.assignment(new SplittableRandom(3), 8, false);
        Deadline broken = Deadline.never().orWhen(() -> {
            throw new IllegalStateException("broken clock");
        });
        try (ResumableBranching branching = new ResumableBranching(problem, x -> {})) {
            assertThatThrownBy(() -> branching.resume(Double.POSITIVE_INFINITY, -7, broken))
                    .hasMessage("broken clock");
        }
    }
}
