package org.shrinq.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shrinq.instances.generate.AssignmentGenerator;
import org.shrinq.instances.generate.CodeGraph;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.Sense;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.qubo.run.RandomStreams;
import org.shrinq.repair.verify.Verifier;

class ShrinqTest {
    private static final SolverOptions SHORT =
            SolverOptions.defaults().withQubits(8).withRounds(2).withSeed(3);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everyKindOfProblemGetsAVerifiedSolutionWithAValidBound(long seed) {
        for (Problem problem : TestProblems.small(seed)) {
            double optimum = TestProblems.optimum(problem);
            Solution solution =
                    Shrinq.with(SHORT.withControls(SolverOptions.Stage.ON)).run(problem);
            assertThat(solution.isFeasible())
                    .as("seed %d, %s", seed, problem.name())
                    .isEqualTo(Double.isFinite(optimum));
            if (!solution.isFeasible()) {
                assertThat(solution.status()).isIn(Status.UNKNOWN, Status.INFEASIBLE);
                continue;
            }
            byte[] x = solution.x().orElseThrow().toArray();
            assertThat(Verifier.of(problem).isFeasible(x)).isTrue();
            double objective = solution.objective().orElseThrow();
            assertThat(objective).isEqualTo(Verifier.of(problem).objective(x));
            double sign = problem.sense().factor();
            assertThat(sign * solution.bound().best().value())
                    .as("bound of seed %d, %s", seed, problem.name())
                    .isLessThanOrEqualTo(sign * optimum + 1e-6);
            assertThat(sign * objective).isGreaterThanOrEqualTo(sign * optimum - 1e-9);
            if (solution.status() == Status.OPTIMAL) {
                assertThat(objective).isCloseTo(optimum, org.assertj.core.data.Offset.offset(1e-6));
            }
        }
    }

    @Test
    void smallProblemsAreSolvedToOptimality() {
        for (Problem problem : TestProblems.small(11)) {
            Solution solution = Shrinq.with(SHORT.withQubits(12).withRounds(4)).run(problem);
            assertThat(solution.objective().orElse(problem.sense().worst()))
                    .as(problem.name())
                    .isCloseTo(TestProblems.optimum(problem), org.assertj.core.data.Offset.offset(1e-6));
        }
    }

    @Test
    void incumbentsOnlyImprove() {
        Problem problem = AssignmentGenerator.grid("grid", 3, 3, 0.6, new RandomStreams(5));
        List<Double> objectives = new ArrayList<>();
        Shrinq.with(SHORT.withRounds(4))
                .listener(new RunListener() {
                    @Override
                    public void improved(Trace.Improvement improvement) {
                        objectives.add(improvement.objective());
                    }
                })
                .run(problem);
        assertThat(objectives).isNotEmpty().isSortedAccordingTo(java.util.Comparator.reverseOrder());
    }

    @Test
    void threadsDoNotChangeTheResult() {
        Problem problem = CodeGraph.ofId("1dc").orElseThrow().problem(5);
        Solution one = Shrinq.with(SHORT).run(problem);
        Solution two = Shrinq.with(SHORT.withThreads(2)).run(problem);
        assertThat(two.x()).isEqualTo(one.x());
        for (int r = 0; r < one.trace().rounds().size(); r++) {
            assertThat(two.trace().rounds().get(r).search().run().map(q -> q.parameters()))
                    .isEqualTo(one.trace().rounds().get(r).search().run().map(q -> q.parameters()));
            assertThat(two.trace().rounds().get(r).search().run().map(q -> q.samples()))
                    .isEqualTo(one.trace().rounds().get(r).search().run().map(q -> q.samples()));
        }
    }

    /** Its solver is a jar of its own, which is not on the class path of these tests. */
    @Test
    void aMethodWhoseSolverIsMissingIsRefusedWithTheWayToGetIt() {
        Problem set = CodeGraph.ofId("1tc").orElseThrow().problem(4);
        assertThatThrownBy(() -> Shrinq.with(SHORT.withMethod(Method.CP_SAT)).run(set))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("mvn -Pcp-sat");
    }

    @ParameterizedTest
    @EnumSource(value = Method.class, mode = EnumSource.Mode.EXCLUDE, names = "CP_SAT")
    void everyMethodSolvesAShrunkAssignmentAndAnIndependentSet(Method method) {
        SolverOptions options = SHORT.withMethod(method).withQubits(6).withRounds(1);
        options = options.withQuantum(
                options.quantum().withLayers(1).withShots(200).withMaxEvaluations(30));
        Problem set = CodeGraph.ofId("1tc").orElseThrow().problem(4);
        Problem assignment = AssignmentGenerator.uniform("uniform", 4, new RandomStreams(2));
        assertThat(Shrinq.with(options).run(set).objective()).hasValue(TestProblems.optimum(set));
        assertThat(Shrinq.with(options).run(assignment).isFeasible()).isTrue();
    }

    @Test
    void withoutRepairOnlyFeasibleSamplesCount() {
        Problem problem = CodeGraph.ofId("1tc").orElseThrow().problem(5);
        SolverOptions options = SHORT.withRepair(SolverOptions.Stage.OFF)
                .withPolish(Polish.none())
                .withBounds(SolverOptions.Stage.OFF)
                .withRounds(1);
        Solution solution = Shrinq.with(options).run(problem);
        assertThat(solution.origin())
                .hasValueSatisfying(o -> assertThat(o).isIn(Origin.SAMPLE, Origin.REDUCTION, Origin.SHRINKING));
        assertThat(solution.trace().rounds().get(0).evaluation().repaired()).isEmpty();
    }

    @Test
    void cancellationEndsTheRunWithItsBestSoFar() {
        AtomicBoolean cancelled = new AtomicBoolean();
        Problem problem = AssignmentGenerator.grid("grid", 3, 4, 0.6, new RandomStreams(5));
        Solution solution = Shrinq.with(SHORT.withRounds(1_000_000).withBounds(SolverOptions.Stage.OFF))
                .listener(new RunListener() {
                    @Override
                    public void finished(Trace.Round round) {
                        cancelled.set(round.number() == 2);
                    }
                })
                .run(problem, cancelled::get);
        assertThat(solution.trace().rounds()).hasSize(2);
        assertThat(solution.stop()).isEqualTo(Solution.Stop.CANCELLED);
        assertThat(solution.isFeasible()).isTrue();
    }

    @Test
    void preparationKeepsEnergies() {
        Problem problem = CodeGraph.ofId("1dc").orElseThrow().problem(5);
        SmallProblem small = Shrinq.with(SHORT).prepare(problem);
        assertThat(small.qubo().size()).isLessThanOrEqualTo(8);
        for (long z = 0; z < 1L << small.qubo().size(); z++) {
            Bits bits = Bits.ofIndex(small.qubo().size(), z);
            double energy = small.encoding().form().energy(small.expand(bits).toArray());
            assertThat(small.qubo().energy(bits.toArray()))
                    .isCloseTo(energy, org.assertj.core.data.Offset.offset(1e-9));
        }
        assertThat(problem.sense()).isEqualTo(Sense.MAXIMIZE);
    }
}
