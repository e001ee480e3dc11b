package org.shrinq.bench.shrinking;

import java.util.List;
import org.shrinq.bench.suite.BenchInstance;
import org.shrinq.shrink.ShrinkReport;
import org.shrinq.shrink.calibrate.Structure;
import org.shrinq.solver.SolverOptions;

/**
 * One shrinking of a study.
 *
 * @param instance what was shrunk
 * @param structure of its model
 * @param method the suite's name of the settings
 * @param options the settings, seed among them
 * @param report of the shrinking
 * @param qubits that are left
 * @param feasible whether a feasible solution is left
 * @param kept whether an optimal one is
 * @param union where several shrinkings were made, whether an optimal one is left in any of those that get shots; else
 *     as {@code kept}
 * @param steps the judged steps of the source; empty where the optima are too many to list
 */
public record Shrinking(
        BenchInstance instance,
        Structure structure,
        String method,
        SolverOptions options,
        ShrinkReport report,
        int qubits,
        boolean feasible,
        boolean kept,
        boolean union,
        List<StepLabels.Label> steps) {
    public Shrinking {
        steps = List.copyOf(steps);
    }
}
