package org.shrinq.solver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shrinq.quantum.Optimizer;
import org.shrinq.qubo.Graph;
import org.shrinq.qubo.problem.MaximumIndependentSet;
import org.shrinq.qubo.problem.Problem;

class ControlsTest {
    private static final SolverOptions WITH_CONTROLS = SolverOptions.defaults()
            .withReduce(SolverOptions.Stage.OFF)
            .withQubits(6)
            .withRounds(1)
            .withControls(SolverOptions.Stage.ON);

    private static Map<String, Control> byName(Solution solution) {
        Map<String, Control> controls = new HashMap<>();
        solution.controls().forEach(c -> controls.put(c.name(), c));
        return controls;
    }

    /** No sampler finds less energy than enumeration of the same QUBO, small or whole. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2})
    void enumerationIsTheLeastEnergyOfItsQubo(long seed) {
        int compared = 0;
        for (Problem problem : TestProblems.small(seed)) {
            Map<String, Control> controls =
                    byName(Shrinq.with(WITH_CONTROLS.withSeed(seed)).run(problem));
            for (String prefix : new String[] {"", "no_shrinking_"}) {
                Control exact = controls.get(prefix + "exact");
                if (exact == null) {
                    continue;
                }
                double least = exact.bestEnergy().orElseThrow();
                for (String other : new String[] {"random_bits", "product_state", "greedy", "annealing"}) {
                    Control c = controls.get(prefix + other);
                    if (c != null) {
                        assertThat(c.bestEnergy().orElseThrow())
                                .as(problem.name() + ", " + c.name())
                                .isGreaterThanOrEqualTo(least - 1e-9 * Math.max(1, Math.abs(least)));
                        compared++;
                    }
                }
            }
            Control whole = controls.get("no_shrinking");
            if (whole != null) {
                Control exact = controls.get("no_shrinking_exact");
                assertThat(whole.strings()).isPositive();
                assertThat(whole.bestEnergy().orElseThrow())
                        .isGreaterThanOrEqualTo(exact.bestEnergy().orElseThrow() - 1e-6);
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(20);
    }

    /** The sentence names every control once, and puts enumeration in its own place under what it equals. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2})
    void theSentenceComparesWithEveryControl(long seed) {
        for (Problem problem : TestProblems.small(seed)) {
            Solution solution = Shrinq.with(WITH_CONTROLS.withSeed(seed)).run(problem);
            String sentence = Verdict.of(solution);
            Trace.Evaluation own = solution.trace().rounds().get(0).evaluation();
            String[] parts = sentence.split(" \\(by ")[0].split("; (what they led to )?|^qaoa ");
            for (Control c : solution.controls()) {
                double sign = problem.sense().factor();
                double best = -sign
                        * (own.best().orElse(problem.sense().worst())
                                - c.repaired().orElse(problem.sense().worst()));
                double mean = own.meanRepaired().isPresent() && c.meanRepaired().isPresent()
                        ? -sign
                                * (own.meanRepaired().getAsDouble()
                                        - c.meanRepaired().getAsDouble())
                        : 0;
                double order = best != 0 && !Double.isNaN(best) ? best : mean;
                // means that differ by rounding alone are equal
                order = Math.abs(order) <= 1e-12 * Math.abs(own.meanRepaired().orElse(0)) ? 0 : order;
                String word = order > 0 ? "was better than" : order == 0 ? "added nothing over" : "was worse than";
                String name = Control.inWords(c.name());
                assertThat(parts)
                        .as("%s: %s in '%s'", problem.name(), name, sentence)
                        .anyMatch(p -> p.startsWith(word)
                                && (", " + p.substring(word.length() + 1) + ", ").contains(", " + name + ", "));
            }
        }
    }

    /** What a training on shots has measured counts: the controls draw as many strings. */
    @Test
    void controlsDrawWhatATrainingOnShotsHasMeasured() {
        Problem problem = TestProblems.small(5).get(0);
        SolverOptions options = WITH_CONTROLS.withQuantum(WITH_CONTROLS
                .quantum()
                .withOptimizer(Optimizer.COBYLA)
                .withShots(50)
                .withMaxEvaluations(9));
        Solution solution = Shrinq.with(options).run(problem);
        int evaluations =
                solution.trace().rounds().get(0).search().run().orElseThrow().evaluations();
        assertThat(evaluations).isPositive();
        assertThat(byName(solution).get("random_bits").strings()).isEqualTo(50L * (1 + evaluations));
        assertThat(byName(solution).get("annealing").strings()).isEqualTo(50L * (1 + evaluations));
        Solution exact = Shrinq.with(options.withQuantum(options.quantum().withOptimizer(Optimizer.LBFGS)))
                .run(problem);
        assertThat(byName(exact).get("random_bits").strings()).isEqualTo(50);
    }

    @Test
    void theMethodItselfAmongItsControlsAddsNothingOverItself() {
        Problem problem = TestProblems.small(5).get(0);
        Solution solution =
                Shrinq.with(WITH_CONTROLS.withMethod(Method.EXACT).withSeed(5)).run(problem);
        assertThat(Verdict.of(solution)).startsWith("exact ").contains("added nothing over");
    }

    @Test
    void whatRepairDidIsTold() {
        for (Problem problem : TestProblems.small(6)) {
            Solution repaired = Shrinq.with(WITH_CONTROLS).run(problem);
            assertThat(Verdict.of(repaired)).containsAnyOf("; repair ", "; without repair");
            Solution raw = Shrinq.with(WITH_CONTROLS.withRepair(SolverOptions.Stage.OFF))
                    .run(problem);
            assertThat(Verdict.of(raw)).doesNotContain("; repair").doesNotContain("without repair");
        }
    }

    /** Reductions decide a path; the circuit gets no qubit, and no credit. */
    @Test
    void aCircuitWithoutQubitsGetsNoCredit() {
        Graph path = Graph.of(4, new int[] {0, 1, 2}, new int[] {1, 2, 3});
        Problem problem = MaximumIndependentSet.of("path", path);
        Solution reduced =
                Shrinq.with(WITH_CONTROLS.withReduce(SolverOptions.Stage.ON)).run(problem);
        assertThat(reduced.trace().rounds().get(0).search().qubits()).isZero();
        assertThat(reduced.origin()).as("known before").hasValue(Origin.CONSTRUCTION);
        assertThat(reduced.trace().known().of(Origin.REDUCTION)).hasValue(2);
        assertThat(Verdict.of(reduced)).startsWith("qaoa had nothing left to search and added nothing");
        Solution whole =
                Shrinq.with(WITH_CONTROLS.withReduce(SolverOptions.Stage.OFF)).run(problem);
        Trace.Round round = whole.trace().rounds().get(0);
        boolean searched = round.search().qubits() > 0;
        assertThat(whole.origin()).hasValue(Origin.CONSTRUCTION);
        assertThat(whole.trace().known().best()).hasValue(2);
        assertThat(Verdict.of(whole).contains("had nothing left to search")).isEqualTo(!searched);
    }

    @Test
    void withoutControlsThereIsNoSentence() {
        Problem problem = TestProblems.small(7).get(0);
        assertThat(Verdict.of(
                        Shrinq.with(SolverOptions.defaults().withRounds(1)).run(problem)))
                .isEmpty();
    }

    @Test
    void namesInWords() {
        assertThat(Control.inWords("random_bits")).isEqualTo("random bits");
        assertThat(Control.inWords("no_shrinking")).isEqualTo("without shrinking");
        assertThat(Control.inWords("no_shrinking_exact")).isEqualTo("exact without shrinking");
    }
}
