package org.shrinq.quantum.qaoa;

import org.shrinq.quantum.Objective;
import org.shrinq.quantum.SampleSet;
import org.shrinq.quantum.statevector.Goal;
import org.shrinq.qubo.Bits;

/** Estimates of an objective from shots. */
final class SampledObjective {
    private SampledObjective() {}

    /** @param scale the scale of the circuit, the unit of the Gibbs temperature */
    static double estimate(Goal goal, SampleSet shots, double scale) {
        SampleSet values = goal.observable()
                .map(o -> shots.withEnergies((Bits b) -> o.valueAt(b.toIndex())))
                .orElse(shots);
        if (goal.objective() == Objective.CVAR) {
            return values.cvar(goal.alpha());
        }
        if (goal.objective() == Objective.GIBBS) {
            double least = values.best().energy();
            double rate = goal.eta() / scale;
            double sum = values.samples().stream()
                    .mapToDouble(s -> s.count() * Math.exp(-rate * (s.energy() - least)))
                    .sum();
            return least - Math.log(sum / values.shots()) / rate;
        }
        return values.expectation();
    }
}
