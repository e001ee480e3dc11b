package org.shrinq.solver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shrinq.instances.generate.CodeGraph;
import org.shrinq.instances.generate.KnapsackGenerator;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.qubo.run.RandomStreams;
import org.shrinq.repair.verify.Verifier;

/** Credit goes to whoever had a solution first. */
class CreditTest {
    private static final SolverOptions SHORT = SolverOptions.defaults()
            .withQubits(6)
            .withRounds(2)
            .withCorrelations(CorrelationChoice.SAMPLES)
            .withBounds(SolverOptions.Stage.OFF);

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void samplesHaveTheCreditOnlyForWhatNobodyHadBefore(long seed) {
        for (Problem problem : TestProblems.small(seed)) {
            for (Polish polish : List.of(Polish.none(), Polish.auto())) {
                Solution solution =
                        Shrinq.with(SHORT.withSeed(seed).withPolish(polish)).run(problem);
                Trace.Known known = solution.trace().known();
                String what = "seed " + seed + ", " + problem.name() + ", polish " + polish;
                for (Trace.Improvement i : solution.history()) {
                    if (Credit.isOfSamples(i.origin()) && known.best().isPresent()) {
                        assertThat(problem.sense()
                                        .isBetter(i.objective(), known.best().getAsDouble()))
                                .as(what)
                                .isTrue();
                    }
                }
                if (known.best().isPresent() && known.best().equals(solution.objective())) {
                    assertThat(solution.origin()).as(what).isEqualTo(known.first());
                }
                if (known.best().isPresent()) {
                    Trace.Improvement last = solution.history().stream()
                            .filter(i -> known.objectives().containsKey(i.origin()))
                            .filter(i -> i.objective() == known.best().getAsDouble())
                            .findFirst()
                            .orElseThrow();
                    assertThat(last.origin()).as(what).isEqualTo(known.first().orElseThrow());
                }
                sentence(solution, what);
            }
        }
    }

    /** The sentence against the numbers of the account. */
    private static void sentence(Solution solution, String what) {
        if (solution.trace().rounds().isEmpty()
                || solution.trace().rounds().get(0).search().qubits() == 0) {
            assertThat(Credit.of(solution)).as(what).startsWith("No circuit ran");
            return;
        }
        OptionalDouble own = solution.trace().rounds().get(0).evaluation().best();
        OptionalDouble known = solution.trace().known().best();
        String sentence = Credit.of(solution);
        if (own.isEmpty()) {
            assertThat(sentence).as(what).contains("nothing feasible");
        } else if (known.isEmpty() || solution.problem().sense().isBetter(own.getAsDouble(), known.getAsDouble())) {
            assertThat(sentence).as(what).contains("what nobody had before it");
        } else {
            assertThat(sentence)
                    .as(what)
                    .contains(own.equals(known) ? "found again what" : "nothing as good as what")
                    .contains(solution.trace().known().holder());
        }
    }

    /** All three kinds of run say what was known before a circuit ran, and that none ran where none did. */
    @ParameterizedTest
    @EnumSource(names = {"TABU", "LOCAL_SEARCH", "QAOA"})
    void runsWithoutACircuitSaySo(Method method) {
        Problem problem = CodeGraph.ONE_DELETION.problem(5);
        SolverOptions options =
                SolverOptions.defaults().withMethod(method).withSeed(3).withRounds(1);
        Solution solution = Shrinq.with(options).run(problem);
        Trace.Known known = solution.trace().known();
        assertThat(known.of(Origin.CONSTRUCTION)).isPresent();
        assertThat(known.best()).isPresent();
        if (Credit.isSearched(solution)) {
            assertThat(method).isEqualTo(Method.QAOA);
            return;
        }
        assertThat(known.best()).isEqualTo(solution.objective());
        assertThat(solution.origin()).isEqualTo(known.first());
        assertThat(Credit.of(solution))
                .startsWith("No circuit ran")
                .contains(
                        "the solution is by " + solution.origin().orElseThrow().words());
        assertThat(Credit.isOfSamples(solution)).isFalse();
    }

    /** Without search and polish the pool of annealing is what is left to have everything first. */
    @Test
    void annealingBehindTheCorrelationsHasItsCredit() {
        Problem problem = CodeGraph.ONE_DELETION.problem(6);
        Solution solution = Shrinq.with(SHORT.withQubits(8).withReduce(SolverOptions.Stage.OFF))
                .run(problem);
        Trace.Known known = solution.trace().known();
        assertThat(known.pool()).contains("annealing");
        assertThat(known.of(Origin.CONSTRUCTION)).isPresent();
        assertThat(known.of(Origin.POOL)).isPresent();
        Trace.Search search = solution.trace().rounds().get(0).search();
        assertThat(known.poolEnergy().orElseThrow()).isLessThanOrEqualTo(search.bestEnergy() + 1e-9);
        assertThat(Credit.of(solution)).startsWith("The circuit found again what ");
        assertThat(Credit.isOfSamples(solution)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = {"SDP", "LP", "RANDOM"})
    void sourcesThatLookAtNothingHaveNoPool(CorrelationChoice choice) {
        Problem problem = KnapsackGenerator.chuBeasley("knapsack", 14, 2, 0.5, new RandomStreams(4));
        Solution solution = Shrinq.with(SHORT.withCorrelations(choice)).run(problem);
        assertThat(solution.trace().known().pool()).isEmpty();
        assertThat(solution.trace().known().poolEnergy()).isEmpty();
        solution.trace()
                .rounds()
                .get(0)
                .shrink()
                .ifPresent(s -> assertThat(s.shrunk().seen().states()).isEmpty());
    }

    /** Without repair only samples count, but what was known is told all the same. */
    @Test
    void withoutRepairWhatWasKnownIsNotedOnly() {
        Problem problem = KnapsackGenerator.chuBeasley("knapsack", 14, 2, 0.5, new RandomStreams(4));
        Solution solution =
                Shrinq.with(SHORT.withRepair(SolverOptions.Stage.OFF)).run(problem);
        assertThat(solution.trace().known().of(Origin.CONSTRUCTION)).isPresent();
        solution.history().forEach(i -> assertThat(i.origin()).isNotIn(Origin.CONSTRUCTION, Origin.POOL));
    }

    @ParameterizedTest
    @EnumSource(
            value = Method.class,
            names = {"QAOA", "ANNEALING", "TABU", "GREEDY"})
    void listenersHearEveryIncumbentAsItIsFound(Method method) {
        for (Problem problem : TestProblems.small(5)) {
            List<Trace.Improvement> heard = new ArrayList<>();
            Solution solution = Shrinq.with(SHORT.withMethod(method))
                    .listener(new RunListener() {
                        @Override
                        public void improved(Trace.Improvement improvement) {
                            byte[] x = improvement.x().toArray();
                            assertThat(Verifier.of(problem).isFeasible(x)).isTrue();
                            assertThat(Verifier.of(problem).objective(x))
                                    .isCloseTo(improvement.objective(), Percentage.withPercentage(1e-10));
                            heard.add(improvement);
                        }
                    })
                    .run(problem);
            assertThat(solution.failures()).isEmpty();
            assertThat(heard).as(problem.name()).isEqualTo(solution.history());
            assertThat(heard.stream().reduce((a, b) -> b).map(Trace.Improvement::x))
                    .isEqualTo(solution.x());
        }
    }
}
