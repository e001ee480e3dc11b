package org.shrinq.solver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.shrinq.instances.generate.KnapsackGenerator;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.qubo.run.RandomStreams;
import org.shrinq.qubo.run.Stopwatch;

/** What limits a run: counts by default, time only where it is asked for. */
class TimePlanTest {
    private static final SolverOptions SMALL = SolverOptions.defaults().withQubits(6);
    private static final Problem KNAPSACK = KnapsackGenerator.chuBeasley("knapsack", 30, 3, 0.5, new RandomStreams(4));

    private static TimePlan plan(SolverOptions options, LongSupplier clock) {
        return new TimePlan(options, 100, clock, Stopwatch.started(clock), () -> false);
    }

    /** As on a machine a thousand times slower. */
    @Test
    void defaultsDoNotDependOnTheClock() {
        Solution frozen = Shrinq.with(SMALL).clock(() -> 0).run(KNAPSACK);
        ManualClock slow = new ManualClock();
        Solution slowly = Shrinq.with(SMALL)
                .clock(() -> {
                    long reading = slow.getAsLong();
                    return Math.min(reading, (long) (0.99e9 * TimePlan.SAFETY_SECONDS));
                })
                .run(KNAPSACK);
        assertThat(slowly.seconds()).isGreaterThan(frozen.seconds());
        assertThat(slowly.limitedBy()).isEmpty();
        assertThat(slowly.x()).isEqualTo(frozen.x());
        assertThat(slowly.bound().all()).isEqualTo(frozen.bound().all());
        assertThat(slowly.history().stream().map(Trace.Improvement::x))
                .containsExactlyElementsOf(
                        frozen.history().stream().map(Trace.Improvement::x).toList());
    }

    @Test
    void theFirstSolutionHasItsTimeWhereNoneIsLeft() {
        for (SolverOptions options : List.of(SMALL, SMALL.withTimeLimit(1))) {
            Stopwatch since = Stopwatch.since(-(long) (2e9 * TimePlan.SAFETY_SECONDS), () -> 0);
            TimePlan plan = new TimePlan(options, 100, () -> 0, since, () -> false);
            assertThat(plan.whole().expired()).isTrue();
            assertThat(plan.construct().expired()).isFalse();
        }
    }

    @Test
    void aCircuitAfterTheProofIsMeasuredAndNotWaitedFor() {
        Problem settled = TestProblems.small(1).get(1);
        Solution brief = Shrinq.with(SMALL.withReduce(SolverOptions.Stage.OFF)).run(settled);
        Trace.Search search = brief.trace().rounds().get(0).search();
        assertThat(brief.status()).isEqualTo(Status.OPTIMAL);
        assertThat(search.planned()).isEqualTo(8);
        assertThat(search.run().orElseThrow().evaluations()).isBetween(1, 8);
        for (SolverOptions studied : List.of(
                SMALL.withRounds(1),
                SMALL.withTimeLimit(100).withRounds(1),
                SMALL.withControls(SolverOptions.Stage.ON),
                SMALL.withQuantum(SMALL.quantum().withMaxEvaluations(60)))) {
            assertThat(plan(studied, System::nanoTime).evaluations(true, 6))
                    .isEqualTo(studied.quantum().maxEvaluations());
        }
        assertThat(plan(SMALL.withTimeLimit(100), System::nanoTime).evaluations(true, 6))
                .isEqualTo(8);
        assertThat(plan(SMALL, System::nanoTime).evaluations(false, 6)).isEqualTo(200);
        assertThat(plan(SMALL, System::nanoTime).evaluations(true, 16)).isEqualTo(2);
    }

    @Test
    void theSafetyEndsADefaultRunAndIsReported() {
        ManualClock clock = new ManualClock();
        Solution solution = Shrinq.with(SMALL)
                .clock(clock)
                .listener(new RunListener() {
                    @Override
                    public void stage(RunStage stage, int round) {
                        if (stage == RunStage.ROUND) {
                            clock.advance(TimePlan.SAFETY_SECONDS + 1);
                        }
                    }
                })
                .run(KNAPSACK);
        assertThat(solution.limitedBy()).isEqualTo(Set.of(Solution.Limit.TIME));
        assertThat(solution.trace().rounds()).hasSize(1);
    }

    @Test
    void aTimeLimitThatNeverStruckIsNotReported() {
        Solution solution = Shrinq.with(SMALL.withTimeLimit(1e6).withRounds(1).withPolish(Polish.none()))
                .clock(() -> 0)
                .run(KNAPSACK);
        assertThat(solution.limitedBy()).isEmpty();
    }

    @Test
    void partsOfATimeLimit() {
        ManualClock clock = new ManualClock();
        TimePlan plan = plan(SMALL.withTimeLimit(100), clock);
        assertThat(plan.whole().remainingSeconds()).isBetween(99.9, 100.0);
        assertThat(plan.bounds().remainingSeconds()).isLessThan(20);
        clock.advance(95);
        assertThat(plan.branch().remainingSeconds()).as("no more than is left").isLessThan(5);
        assertThat(plan.isLimitedByTime()).isFalse();
        clock.advance(5);
        assertThat(plan.reduce().expired()).isTrue();
        assertThat(plan.isLimitedByTime()).isTrue();
    }

    @Test
    void afterAProofThereIsAsMuchTimeAsItTook() {
        for (SolverOptions options :
                List.of(SMALL.withTimeLimit(100), SMALL.withTimeLimit(100).withRounds(1))) {
            ManualClock clock = new ManualClock();
            TimePlan plan = plan(options, clock);
            clock.advance(3);
            plan.proved();
            clock.advance(2.9);
            plan.proved();
            assertThat(plan.whole().expired()).isFalse();
            assertThat(plan.isLimitedByTime()).isFalse();
            clock.advance(0.2);
            boolean cut = options.rounds().isEmpty();
            assertThat(plan.whole().expired()).isEqualTo(cut);
            assertThat(plan.isLimitedByTime()).isEqualTo(cut);
        }
    }

    /** Two searches of a very large problem would need twice the memory. */
    @Test
    void aSecondSearchTakesTurnsUpToAMemory() {
        for (double size : new double[] {1e3, 5e6, 6e6}) {
            TimePlan plan = new TimePlan(
                    SMALL.withTimeLimit(10).withThreads(2), size, () -> 0, Stopwatch.started(() -> 0), () -> false);
            assertThat(plan.isSearchedBeside()).isTrue();
            assertThat(plan.searchesTwice()).as("%.0f numbers", size).isEqualTo(size <= 5e6);
        }
    }

    @Test
    void withoutATimeLimitQuestionsAreCounted() {
        TimePlan small = plan(SMALL.withRounds(2), () -> 0);
        TimePlan large = new TimePlan(SMALL, 1e6, () -> 0, Stopwatch.started(() -> 0), () -> false);
        assertThat(small.bounds().hasTimeLimit()).isFalse();
        assertThat(questions(small.bounds())).isEqualTo(3000);
        assertThat(questions(large.bounds())).as("by the size of the data").isEqualTo(30);
        assertThat(small.isLimitedByTime()).isFalse();
    }

    private static int questions(Deadline deadline) {
        int asked = 0;
        while (!deadline.expired()) {
            asked++;
        }
        return asked;
    }
}
