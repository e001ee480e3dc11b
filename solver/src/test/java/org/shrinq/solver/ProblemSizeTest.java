package org.shrinq.solver;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.shrinq.instances.generate.AssignmentGenerator;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.qubo.run.RandomStreams;

class ProblemSizeTest {
    /** An assignment is kept as flows and distances, not as its n⁴ products. */
    @Test
    void implicitFormsAreAsLargeAsTheirData() {
        Problem problem = AssignmentGenerator.uniform("large", 60, new RandomStreams(1));
        assertThat(problem.model().objective().couplings()).isGreaterThan(1_000_000);
        assertThat(ProblemSize.numbers(problem)).isLessThan(6 * 3600);
    }

    @Test
    void encodingsHaveNoMoreCouplingsThanForetold() {
        for (Problem problem : TestProblems.small(3)) {
            SmallProblem small = Shrinq.with(SolverOptions.defaults().withShrink(SolverOptions.Stage.OFF))
                    .prepare(problem);
            assertThat((double) small.encoding().form().couplings())
                    .as(problem.name())
                    .isLessThanOrEqualTo(ProblemSize.encodedCouplings(problem.model()));
        }
    }

    /** Many variables without a number of rounds: a neighbourhood from the first round on. */
    @Test
    void aFirstRoundOnALargeProblemIsANeighbourhood() {
        Problem problem = AssignmentGenerator.uniform("large", 60, new RandomStreams(1));
        SolverOptions options = SolverOptions.defaults().withQubits(9).withBounds(SolverOptions.Stage.OFF);
        ManualClock clock = new ManualClock();
        Solution solution = Shrinq.with(options.withTimeLimit(0.5).withThreads(1))
                .clock(clock)
                .run(problem);
        assertThat(solution.trace().rounds().get(0).variables()).isEqualTo(36);
        assertThat(solution.trace().rounds().get(0).search().qubits()).isEqualTo(9);
        assertThat(solution.isFeasible()).isTrue();
    }
}
