package org.shrinq.solver;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.shrinq.quantum.Evaluation;
import org.shrinq.quantum.Objective;
import org.shrinq.quantum.Optimizer;
import org.shrinq.quantum.QuantumOptions;

final class CircuitTaskTest {
    private static boolean measures(Evaluation evaluation, Objective objective, Optimizer optimizer) {
        QuantumOptions quantum = QuantumOptions.defaults()
                .withEvaluation(evaluation)
                .withObjective(objective)
                .withOptimizer(optimizer);
        return CircuitTask.trainsOnShots(SolverOptions.defaults().withQuantum(quantum));
    }

    /** Controls draw as many strings as a training has measured: energies that are computed are none. */
    @Test
    void whatIsComputedIsNotMeasured() {
        assertThat(measures(Evaluation.STATE, Objective.EXPECTATION, Optimizer.SPSA))
                .isTrue();
        assertThat(measures(Evaluation.STATE, Objective.EXPECTATION, Optimizer.LBFGS))
                .isFalse();
        assertThat(measures(Evaluation.MATRIX_PRODUCT, Objective.EXPECTATION, Optimizer.SPSA))
                .isFalse();
        assertThat(measures(Evaluation.MATRIX_PRODUCT, Objective.CVAR, Optimizer.SPSA))
                .isTrue();
        assertThat(measures(Evaluation.LIGHT_CONE, Objective.EXPECTATION, Optimizer.COBYLA))
                .isFalse();
        assertThat(CircuitTask.trainsOnShots(SolverOptions.defaults()
                        .withMethod(Method.ANNEALING)
                        .withQuantum(QuantumOptions.defaults().withOptimizer(Optimizer.SPSA))))
                .isFalse();
    }
}
