package org.shrinq.solver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.shrinq.instances.generate.AssignmentGenerator;
import org.shrinq.instances.generate.CutGenerator;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.problem.MultidimensionalKnapsack;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.qubo.run.RandomStreams;
import org.shrinq.relax.branch.BranchSearch;

/** With a time limit alone the family's search goes on in a thread of its own beside the stages. */
class BesideSearchTest {
    private static final SolverOptions TIMED =
            SolverOptions.defaults().withQubits(6).withTimeLimit(1).withThreads(2);
    private static final Problem CUT = CutGenerator.signedGnp("cut", 410, 0.03, new RandomStreams(3));

    private static boolean isSearch(Thread thread) {
        return thread.getName().startsWith("shrinq-search-");
    }

    private static void assertNoneIsLeft() {
        assertThat(Thread.getAllStackTraces().keySet().stream().filter(BesideSearchTest::isSearch))
                .isEmpty();
    }

    @Test
    void itSearchesBesideTheStages() {
        Solution solution =
                Shrinq.with(TIMED.withTimeLimit(4)).clock(new ManualClock()).run(CUT);
        assertThat(solution.failures()).isEmpty();
        assertThat(solution.trace().rounds()).isNotEmpty();
        Trace.Polished search = solution.trace().searches().get(0);
        assertThat(search.engine()).isEqualTo("tabu");
        assertThat(search.after()).isGreaterThan(search.before());
        assertThat(solution.history()).anyMatch(h -> h.origin() == Origin.SEARCH);
        assertThat(solution.history().stream().map(Trace.Improvement::seconds)).isSorted();
        assertThat(solution.limitedBy()).contains(Solution.Limit.TIME);
        assertNoneIsLeft();
    }

    @Test
    void countedRunsHaveNoSuchThread() {
        for (SolverOptions counted :
                List.of(TIMED.withAutomaticTimeLimit(), TIMED.withRounds(1), TIMED.withThreads(1))) {
            Shrinq.with(counted.withQuantum(counted.quantum().withMaxEvaluations(5)))
                    .clock(() -> 0)
                    .run(TestProblems.small(1).get(0), () -> {
                        assertThat(isSearch(Thread.currentThread())).isFalse();
                        return false;
                    });
        }
    }

    @Test
    void threadsAreChosenByTheLimits() {
        SolverOptions free = SolverOptions.defaults();
        int two = Math.min(2, Runtime.getRuntime().availableProcessors());
        assertThat(free.threads()).isEqualTo(1);
        assertThat(free.withTimeLimit(1).threads()).isEqualTo(two);
        assertThat(free.withTimeLimit(1).withRounds(2).threads()).isEqualTo(1);
        assertThat(TIMED.withThreads(5).threads()).isEqualTo(5);
        assertThat(TIMED.withAutomaticThreads().chosenThreads()).isEmpty();
    }

    /** Too large to be settled at once; once the search is at rest its thread goes on with the tree. */
    @Test
    void theTreeEndsBesideTheRun() {
        Problem assignment = AssignmentGenerator.uniform("uniform", 9, new RandomStreams(8));
        Solution solution =
                Shrinq.with(TIMED.withTimeLimit(400)).clock(new ManualClock()).run(assignment);
        assertThat(solution.status()).isEqualTo(Status.OPTIMAL);
        assertThat(solution.objective()).hasValue(optimum(assignment));
        assertNoneIsLeft();
    }

    /** Rows of 17 digits are searched rounded outwards: to find nothing more proves nothing, and the tree goes on. */
    @Test
    void theTreeGoesOnWhereTheSearchCannotProve() {
        SplittableRandom random = new SplittableRandom(4);
        double[] values = random.ints(24, 20, 80).asDoubleStream().toArray();
        double[][] weights = new double[3][24];
        double[] capacities = new double[3];
        for (int k = 0; k < 3; k++) {
            for (int i = 0; i < 24; i++) {
                weights[k][i] = 1 + random.nextDouble();
                capacities[k] += weights[k][i] / 2;
            }
        }
        Problem knapsack = MultidimensionalKnapsack.of("digits", values, weights, capacities);
        assertThat(knapsack.normalForm().problem().model().isWhole()).isFalse();
        Solution solution =
                Shrinq.with(TIMED.withTimeLimit(400)).clock(new ManualClock()).run(knapsack);
        assertThat(solution.status()).isEqualTo(Status.OPTIMAL);
    }

    private static double optimum(Problem problem) {
        return BranchSearch.search(
                        problem,
                        Double.POSITIVE_INFINITY,
                        Double.NEGATIVE_INFINITY,
                        org.shrinq.qubo.run.Deadline.never())
                .orElseThrow()
                .bound();
    }

    @Test
    void aSearchThatFailsCostsItselfAlone() {
        Solution solution = Shrinq.with(TIMED).clock(new ManualClock()).run(CUT, () -> {
            if (isSearch(Thread.currentThread())) {
                throw new IllegalStateException("injected");
            }
            return false;
        });
        assertThat(solution.failures())
                .anySatisfy(f -> assertThat(f.message()).isEqualTo("IllegalStateException: injected"));
        assertThat(solution.status()).isEqualTo(Status.FEASIBLE);
        assertThat(solution.trace().rounds()).isNotEmpty();
        assertNoneIsLeft();
    }

    @Test
    void whatIsPostedIsTakenOverAndNotCountedAsOffered() throws InterruptedException {
        Problem problem = TestProblems.small(2).get(4);
        Incumbent incumbent = new Incumbent(problem, 1, () -> 0, improvement -> {});
        Bits zero = Bits.zeros(problem.size());
        assertThat(incumbent.offer(zero, Origin.CONSTRUCTION)).isTrue();
        byte[] x = new byte[problem.size()];
        for (int i = 0; i < x.length; i++) {
            x[i] = 1;
            if (problem.objective(x) > 0) {
                break;
            }
        }
        Bits better = Bits.of(x);
        Thread other = new Thread(() -> incumbent.post(better, problem.objective(better.toArray()), Origin.SEARCH));
        other.start();
        other.join();
        assertThat(incumbent.latest()).hasValue(better);
        assertThat(incumbent.objective()).isEqualTo(problem.objective(x)).isEqualTo(incumbent.latestObjective());
        assertThat(incumbent.origin()).hasValue(Origin.SEARCH);
        assertThat(incumbent.offered()).isEqualTo(1);
        assertThat(incumbent.offer(zero, Origin.SAMPLE)).isFalse();
        assertThat(incumbent.latest()).hasValue(better);
    }
}
