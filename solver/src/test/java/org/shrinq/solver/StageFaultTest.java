package org.shrinq.solver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.BooleanSupplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.shrinq.instances.generate.AssignmentGenerator;
import org.shrinq.instances.generate.KnapsackGenerator;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.qubo.run.RandomStreams;

/**
 * Every stage throws in its midst, or uses up all of the time. All stages ask the cancellation signal while they work;
 * the signal here looks at the stack to see who asks, so that the fault happens in the stage's own code.
 */
class StageFaultTest {
    /** Too large to be settled by a few nodes before the stages begin. */
    private static final Problem ASSIGNMENT = AssignmentGenerator.uniform("assignment", 15, new RandomStreams(1));

    private static final Problem KNAPSACK = KnapsackGenerator.chuBeasley("knapsack", 60, 5, 0.5, new RandomStreams(2));
    private static final SolverOptions OPTIONS = SolverOptions.defaults().withQubits(8);
    /** On a clock that reading alone moves. */
    private static final double LIMIT = 1;
    /** How often the clock may be read once time is up. */
    private static final int READINGS_AFTER = 2_000;

    /** A stage, by a class that is on the stack while it runs, and a run in which it does. */
    enum Stage {
        BOUNDS("org.shrinq.relax.assignment.", "org.shrinq.relax.Bounds", ASSIGNMENT, OPTIONS),
        LINEAR_BOUNDS("org.shrinq.relax.", "org.shrinq.relax.Bounds", KNAPSACK, OPTIONS),
        CONSTRUCTION("org.shrinq.repair.", "org.shrinq.repair.Construct", ASSIGNMENT, OPTIONS),
        REDUCE("org.shrinq.shrink.reduce.", "org.shrinq.shrink.reduce.Reducer", KNAPSACK, OPTIONS),
        CORRELATIONS(
                "org.shrinq.search.sampler.",
                "org.shrinq.shrink.correlate.",
                ASSIGNMENT,
                OPTIONS.withCorrelations(CorrelationChoice.SAMPLES)),
        SHRINK("org.shrinq.shrink.", "org.shrinq.shrink.ShrinkRun", ASSIGNMENT, OPTIONS),
        TRAINING("org.shrinq.quantum.train.", "org.shrinq.quantum.qaoa.", ASSIGNMENT, OPTIONS),
        SAMPLING(
                "org.shrinq.search.sampler.",
                "org.shrinq.solver.RoundRunner",
                KNAPSACK,
                OPTIONS.withMethod(Method.ANNEALING)),
        REPAIR("org.shrinq.repair.", "org.shrinq.solver.Evaluator", ASSIGNMENT, OPTIONS),
        CONTROLS(
                "org.shrinq.search.sampler.",
                "org.shrinq.solver.Controls",
                ASSIGNMENT,
                OPTIONS.withControls(SolverOptions.Stage.ON)),
        LEARNING("org.shrinq.repair.", "org.shrinq.solver.InnerPool", ASSIGNMENT, OPTIONS),
        TABU_POLISH("org.shrinq.search.assignment.AssignmentSearch", "org.shrinq.solver.Polisher", ASSIGNMENT, OPTIONS),
        LOCAL_SEARCH_POLISH("org.shrinq.repair.optaplanner.", "org.shrinq.solver.Polisher", ASSIGNMENT, OPTIONS),
        BRANCHING("org.shrinq.relax.branch.", "org.shrinq.relax.branch.ResumableBranching", KNAPSACK, OPTIONS),
        TABU(
                "org.shrinq.search.assignment.AssignmentSearch",
                "org.shrinq.solver.SearchRun",
                ASSIGNMENT,
                OPTIONS.withMethod(Method.TABU)),
        LOCAL_SEARCH(
                "org.shrinq.repair.optaplanner.",
                "org.shrinq.solver.SearchRun",
                ASSIGNMENT,
                OPTIONS.withMethod(Method.LOCAL_SEARCH));

        private final String asking;
        private final String within;
        private final Problem problem;
        private final SolverOptions options;

        Stage(String asking, String within, Problem problem, SolverOptions options) {
            this.asking = asking;
            this.within = within;
            this.problem = problem;
            this.options = options;
        }
    }

    /** Does something at the first question that comes from the stage. */
    private static final class Fault implements BooleanSupplier {
        private final Stage stage;
        private final Runnable fault;
        private boolean done;

        private Fault(Stage stage, Runnable fault) {
            this.stage = stage;
            this.fault = fault;
        }

        @Override
        public boolean getAsBoolean() {
            if (!done && isAskedByTheStage()) {
                done = true;
                fault.run();
            }
            return false;
        }

        private boolean isAskedByTheStage() {
            boolean[] asking = {false};
            return StackWalker.getInstance()
                    .walk(frames -> frames.anyMatch(frame -> {
                        String name = frame.getClassName();
                        asking[0] |= name.startsWith(stage.asking);
                        return asking[0] && name.startsWith(stage.within);
                    }));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aStageThatThrowsCostsItselfAlone(Stage stage) {
        Fault fault = new Fault(stage, () -> {
            throw new IllegalStateException("injected");
        });
        Solution solution = Shrinq.with(stage.options.withRounds(1).withTimeLimit(LIMIT))
                .clock(new ManualClock())
                .run(stage.problem, fault);
        assertThat(fault.done).as("the stage was reached").isTrue();
        assertThat(solution.failures())
                .anySatisfy(f -> assertThat(f.message()).isEqualTo("IllegalStateException: injected"));
        assertBestOfAll(solution);
    }

    @ParameterizedTest
    @EnumSource
    void aStageThatUsesUpTheTimeLeavesTheBestSolution(Stage stage) {
        ManualClock clock = new ManualClock();
        Fault fault = new Fault(stage, () -> clock.advance(Math.max(0, LIMIT - clock.seconds())));
        Solution solution =
                Shrinq.with(stage.options.withTimeLimit(LIMIT)).clock(clock).run(stage.problem, fault);
        assertThat(fault.done).as("the stage was reached").isTrue();
        assertThat(solution.seconds()).isBetween(LIMIT, LIMIT + READINGS_AFTER * 200e-6);
        assertThat(solution.failures()).isEmpty();
        assertBestOfAll(solution);
    }

    /** What is returned is feasible and the best that any stage has seen. */
    private static void assertBestOfAll(Solution solution) {
        assertThat(solution.verification().orElseThrow().feasible()).isTrue();
        double best = solution.objective().orElseThrow();
        for (Trace.Improvement i : solution.history()) {
            assertThat(solution.problem().sense().isBetter(i.objective(), best)).isFalse();
        }
        for (Trace.Round r : solution.trace().rounds()) {
            for (Trace.Polished p : r.polish()) {
                assertThat(solution.problem().sense().isBetter(p.after(), best)).isFalse();
            }
        }
    }
}
