package org.shrinq.solver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.shrinq.quantum.QuantumMethod;
import org.shrinq.quantum.registry.QuantumMethods;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.search.sampler.Sampler;

/** What the names of methods stand for is there, and what is there has a name. */
class MethodTest {
    private static List<String> ids(Method.Role role) {
        return Arrays.stream(Method.values())
                .filter(m -> m.role() == role)
                .map(Method::id)
                .toList();
    }

    @Test
    void everyCircuitOfTheQuantumModuleHasAName() {
        for (Method method : Method.values()) {
            assertThat(method.circuit().isPresent()).isEqualTo(method.role() == Method.Role.CIRCUIT);
            method.circuit()
                    .ifPresent(c -> assertThat(QuantumMethods.byId(c.id())).hasSameClassAs(c));
        }
        assertThat(ids(Method.Role.CIRCUIT))
                .containsAll(
                        QuantumMethods.all().stream().map(QuantumMethod::id).toList());
    }

    @Test
    void everySamplerHasAName() {
        for (String id : ids(Method.Role.SAMPLER)) {
            assertThat(Sampler.byId(id).id()).isEqualTo(id);
        }
        // tabu has the role of a baseline on the whole problem
        assertThat(Method.ids())
                .containsAll(Sampler.all().stream().map(Sampler::id).toList());
    }

    /** Bounds may take long: the user of a search has an answer before them. */
    @ParameterizedTest
    @EnumSource(
            value = Method.class,
            names = {"TABU", "LOCAL_SEARCH"})
    void aSearchBeginsBeforeItsBounds(Method method) {
        for (Problem problem : TestProblems.small(7)) {
            List<String> stages = new ArrayList<>();
            RunListener listener = new RunListener() {
                @Override
                public void stage(RunStage stage, int round) {
                    stages.add(stage.toString());
                }
            };
            Solution solution = Shrinq.with(SolverOptions.defaults().withMethod(method))
                    .listener(listener)
                    .run(problem);
            assertThat(stages).as(problem.name()).startsWith("search", "bounds");
            assertThat(solution.objective().orElse(problem.sense().worst()))
                    .as(problem.name())
                    .isEqualTo(TestProblems.optimum(problem));
        }
    }
}
