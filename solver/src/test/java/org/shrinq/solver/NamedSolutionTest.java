package org.shrinq.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.shrinq.qubo.model.Model;
import org.shrinq.qubo.model.Var;
import org.shrinq.qubo.problem.MultidimensionalKnapsack;

/** Solutions by name, events as values, presets. */
class NamedSolutionTest {
    @Test
    void aModelIsSolvedAndReadByName() {
        Model m = Model.maximize("farm");
        Var cows = m.integer("cows", 0, 9);
        Var pigs = m.integer("pigs", 1, 9);
        Var barn = m.binary("barn");
        m.objective(cows.times(2.5).plus(pigs).minus(barn.times(4)));
        m.atMost("feed", cows.times(2).plus(pigs), 11);
        m.atMost("room", cows.minus(barn.times(9)), 2);
        Solution s = Shrinq.solve(m.problem());
        double best = Double.NEGATIVE_INFINITY;
        for (int c = 0; c <= 9; c++) {
            for (int p = 1; p <= 9; p++) {
                for (int b = 0; b <= 1; b++) {
                    best = 2 * c + p <= 11 && c - 9 * b <= 2 ? Math.max(best, 2.5 * c + p - 4 * b) : best;
                }
            }
        }
        assertThat(s.status()).isEqualTo(Status.OPTIMAL);
        assertThat(s.objective()).hasValue(best);
        assertThat(s.valueOf(cows) * 2.5 + s.valueOf(pigs) - 4 * s.valueOf("barn"))
                .isEqualTo(best);
        assertThat(s.valueOf(cows.times(2).plus(pigs))).isLessThanOrEqualTo(11);
        assertThat(s.values()).containsOnlyKeys("cows", "pigs", "barn").containsEntry("cows", s.valueOf("cows"));
        assertThat(s.toJson()).contains("\"cows\"");
        assertThatThrownBy(() -> s.valueOf("goats")).hasMessage("no variable 'goats' in farm");
        assertThatThrownBy(() -> s.valueOf(Model.minimize().binary("cows2")))
                .hasMessageContaining("no variable 'cows2'");
    }

    @Test
    void whereNothingIsFeasibleThereIsNoValue() {
        Model m = Model.minimize();
        Var x = m.binary("x");
        m.atLeast("a", x, 1).atMost("b", x, 0).objective(x);
        Solution s = Shrinq.solve(m.problem());
        assertThat(s.status()).isEqualTo(Status.INFEASIBLE);
        assertThat(s.selected()).isEmpty();
        assertThat(s.values()).isEmpty();
        assertThatThrownBy(() -> s.valueOf(x))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessage("no solution was found: INFEASIBLE");
    }

    @Test
    void withoutNamesVariablesAreNumbered() {
        Solution s = Shrinq.with(Preset.FAST.options())
                .run(MultidimensionalKnapsack.of(
                        "k", new double[] {3, 1, 5}, new double[][] {{1, 1, 1}}, new double[] {2}));
        assertThat(s.selected()).containsExactly(0, 2);
        assertThat(s.selectedNames()).containsExactly("x1", "x3");
        assertThat(s.valueOf("x3")).isEqualTo(1);
    }

    @Test
    void eventsAreValues() {
        List<RunEvent> events = new ArrayList<>();
        Solution s = Shrinq.with(Preset.BALANCED.options().withQubits(6))
                .listener(RunListener.of(events::add))
                .run(TestProblems.small(5).get(0));
        assertThat(events)
                .contains(new RunEvent.StageBegan(RunStage.ROUND, 1))
                .hasAtLeastOneElementOfType(RunEvent.RoundEnded.class)
                .hasAtLeastOneElementOfType(RunEvent.Bounded.class);
        assertThat(events.stream()
                        .filter(RunEvent.Improved.class::isInstance)
                        .map(e -> ((RunEvent.Improved) e).improvement())
                        .toList())
                .isEqualTo(s.history());
    }

    /** Of the circuit preset only samples and their repair count, and the controls tell what they are worth. */
    @Test
    void presetsDoWhatTheyAreFor() {
        Solution s = Shrinq.with(Preset.CIRCUIT.options().withQubits(6))
                .run(TestProblems.small(5).get(0));
        assertThat(s.trace().rounds()).hasSize(1);
        assertThat(s.trace().rounds().get(0).polish()).isEmpty();
        assertThat(s.trace().searches()).isEmpty();
        assertThat(s.controls()).isNotEmpty();
        assertThat(Preset.BALANCED.options()).isSameAs(SolverOptions.defaults());
    }
}
