package org.shrinq.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shrinq.qubo.QuadraticForm;
import org.shrinq.qubo.problem.Problem;

/** Several shrinkings in a round. */
class ShrinkingsTest {
    private static final SolverOptions OPTIONS = SolverOptions.defaults()
            .withReduce(SolverOptions.Stage.OFF)
            .withQubits(5)
            .withRounds(1)
            .withPolish(Polish.none())
            .withControls(SolverOptions.Stage.ON);

    @Test
    void theFirstIsTheOneThatIsMadeAloneAndOthersDiffer() {
        for (Problem problem : TestProblems.small(1)) {
            SmallProblem alone = Shrinq.with(OPTIONS).prepare(problem);
            List<SmallProblem> several = Shrinq.with(OPTIONS.withShrinkings(5)).prepareAll(problem);
            assertThat(several.get(0).shrunk().log()).isEqualTo(alone.shrunk().log());
            // the first one gets shots in any case, beside the best two others
            assertThat(several).hasSize(4);
            assertThat(several.get(1).shrunk().log()).isEqualTo(alone.shrunk().log());
            assertThat(several).allMatch(s -> s.shrunk().size() <= 5);
            // auto looks on dense forms without constraints alone, and then the others may
            QuadraticForm objective = problem.model().objective();
            boolean dense = problem.model().constraints().isEmpty() && objective.couplings() > 4 * objective.size();
            assertThat(alone.shrunk().report().looked()).as(problem.name()).isEqualTo(dense);
            assertThat(several).allMatch(s -> dense || !s.shrunk().report().looked());
        }
    }

    @Test
    void shotsAreSharedAndTheUnionHoldsNothingWorse() {
        for (Problem problem : TestProblems.small(2)) {
            Solution solution =
                    Shrinq.with(OPTIONS.withShrinkings(4).withSeed(2)).run(problem);
            Trace.Round round = solution.trace().rounds().get(0);
            List<Trace.Alternative> all = round.shrink().orElseThrow().alternatives();
            assertThat(all).hasSize(4);
            assertThat(all.get(0).rank()).isEqualTo(1);
            assertThat(all.stream().filter(a -> a.rank() > 0)).hasSize(2);
            assertThat(round.search().shots()).isEqualTo((OPTIONS.quantum().shots() + 1) / 2);
            Map<String, Control> controls = new HashMap<>();
            solution.controls().forEach(c -> controls.put(c.name(), c));
            Control exact = controls.get("exact");
            Control union = controls.get("exact_union");
            if (exact != null && exact.raw().isPresent()) {
                assertThat(union).as(problem.name()).isNotNull();
                assertThat(problem.sense()
                                .isBetter(exact.raw().getAsDouble(), union.raw().getAsDouble()))
                        .isFalse();
            }
        }
    }

    @Test
    void theNumberIsChecked() {
        assertThatThrownBy(() -> OPTIONS.withShrinkings(0)).hasMessageContaining("1 to 16");
        assertThat(OPTIONS.withShrinkings(3).shrinkings()).isEqualTo(3);
    }
}
