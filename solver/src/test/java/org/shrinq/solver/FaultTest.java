package org.shrinq.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.shrinq.instances.generate.AssignmentGenerator;
import org.shrinq.instances.generate.CodeGraph;
import org.shrinq.quantum.QuantumMethod;
import org.shrinq.quantum.QuantumOptions;
import org.shrinq.quantum.QuantumRun;
import org.shrinq.quantum.QuantumTask;
import org.shrinq.quantum.qaoa.QaoaMethods;
import org.shrinq.qubo.Ising;
import org.shrinq.qubo.Qubo;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.qubo.run.RandomStreams;
import org.shrinq.shrink.correlate.CorrelationSource;
import org.shrinq.shrink.correlate.CorrelationTask;
import org.shrinq.shrink.correlate.Correlations;

/** Stages that throw or take too long: the best solution survives, and the failure is reported. */
class FaultTest {
    private static final Problem PROBLEM = CodeGraph.ofId("1dc").orElseThrow().problem(5);
    private static final SolverOptions OPTIONS = SolverOptions.defaults()
            .withQubits(6)
            .withRounds(5)
            .withReduce(SolverOptions.Stage.OFF)
            .withPolish(Polish.none())
            .withBounds(SolverOptions.Stage.OFF);

    /** Works for some calls, then throws. */
    private static final class FailingSource implements CorrelationSource {
        private final AtomicInteger callsLeft;

        private FailingSource(int calls) {
            callsLeft = new AtomicInteger(calls);
        }

        @Override
        public String id() {
            return "failing";
        }

        @Override
        public Correlations correlate(CorrelationTask task, RandomStreams random, Deadline deadline) {
            if (callsLeft.getAndDecrement() <= 0) {
                throw new IllegalStateException("injected");
            }
            return CorrelationSource.samples().correlate(task, random, deadline);
        }

        @Override
        public double operations(Ising ising) {
            return 1;
        }
    }

    private static final class FailingMethod implements QuantumMethod {
        private final RuntimeException failure;
        private int runsLeft;

        private FailingMethod(int runs, RuntimeException failure) {
            this.runsLeft = runs;
            this.failure = failure;
        }

        @Override
        public String id() {
            return "failing";
        }

        @Override
        public int qubitsFor(Qubo qubo) {
            return qubo.size();
        }

        @Override
        public long bytesFor(Qubo qubo, QuantumOptions options) {
            return 0;
        }

        @Override
        public QuantumRun run(QuantumTask task) {
            if (runsLeft-- <= 0) {
                throw failure;
            }
            return QaoaMethods.qaoa().run(task);
        }
    }

    @Test
    void aSourceThatFailsFromTheStartLeavesTheGreedySolution() {
        Solution solution =
                Shrinq.with(OPTIONS.withCustomSource(new FailingSource(0))).run(PROBLEM);
        assertThat(solution.isFeasible()).isTrue();
        assertThat(solution.origin()).hasValue(Origin.CONSTRUCTION);
        assertThat(solution.failures())
                .isNotEmpty()
                .allSatisfy(f -> assertThat(f.message()).contains("injected"));
    }

    @Test
    void aMethodThatFailsLaterKeepsWhatWasFound() {
        FailingMethod method = new FailingMethod(1, new IllegalStateException("injected"));
        Problem problem = AssignmentGenerator.uniform("uniform", 7, new RandomStreams(1));
        Solution solution = Shrinq.with(OPTIONS.withCustomMethod(method)).run(problem);
        assertThat(solution.trace().rounds()).hasSize(1);
        assertThat(solution.failures()).hasSize(3);
        assertThat(solution.isFeasible()).isTrue();
        assertThat(solution.trace().rounds().get(0).objective().orElseThrow())
                .isGreaterThanOrEqualTo(solution.objective().orElseThrow());
    }

    @Test
    void aRefusalOfTheFirstRoundIsTold() {
        FailingMethod method = new FailingMethod(0, new IllegalArgumentException("too many strings"));
        assertThatThrownBy(() -> Shrinq.with(OPTIONS.withCustomMethod(method)).run(PROBLEM))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("too many strings");
    }

    @Test
    void anExpiredDeadlineStillGivesASolution() {
        for (Problem problem : TestProblems.small(8)) {
            Solution solution =
                    Shrinq.with(SolverOptions.defaults().withTimeLimit(1e-6)).run(problem);
            double optimum = TestProblems.optimum(problem);
            if (Double.isFinite(optimum) && problem.model().isFeasible(new byte[problem.size()])) {
                assertThat(solution.isFeasible()).as(problem.name()).isTrue();
            }
        }
    }

    /** Whatever it throws at, the run is the one that nobody listens to. */
    @Test
    void aListenerThatThrowsCostsNothing() {
        AtomicInteger heard = new AtomicInteger();
        RunListener broken = new RunListener() {
            @Override
            public void stage(RunStage stage, int round) {
                heard.incrementAndGet();
            }

            @Override
            public void improved(Trace.Improvement improvement) {
                fail();
            }

            @Override
            public void bounded(Trace.Tightening tightening) {
                fail();
            }

            @Override
            public void finished(Trace.Round round) {
                fail();
            }

            private void fail() {
                heard.addAndGet(100);
                throw new IllegalStateException("no display");
            }
        };
        for (SolverOptions options : List.of(OPTIONS, OPTIONS.withBounds(SolverOptions.Stage.ON))) {
            heard.set(0);
            Solution quiet = Shrinq.with(options).run(PROBLEM);
            Solution solution = Shrinq.with(options).listener(broken).run(PROBLEM);
            assertThat(solution.failures())
                    .containsExactly(new Failure("listener", "IllegalStateException: no display"));
            assertThat(solution.x()).isEqualTo(quiet.x());
            assertThat(solution.status()).isEqualTo(quiet.status());
            assertThat(solution.trace().rounds()).hasSameSizeAs(quiet.trace().rounds());
            assertThat(heard.get()).isBetween(100, 105);
        }
    }
}
