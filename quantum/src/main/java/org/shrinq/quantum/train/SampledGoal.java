package org.shrinq.quantum.train;

import java.util.HashMap;
import java.util.Map;
import org.shrinq.quantum.Objective;
import org.shrinq.quantum.Observable;
import org.shrinq.quantum.statevector.Goal;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.SampleSet;

/** Estimates of an objective from shots; asks an observable once per distinct string. */
public final class SampledGoal {
    private final Goal goal;
    private final Map<Bits, Double> known = new HashMap<>();

    public SampledGoal(Goal goal) {
        this.goal = goal;
    }

    /** The goal's value by shots. @param scale the scale of the circuit, the unit of the Gibbs temperature */
    public double estimate(SampleSet shots, double scale) {
        SampleSet values = goal.observable()
                .map(o -> shots.withEnergies(b -> valueOf(o, b)))
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

    private double valueOf(Observable observable, Bits bits) {
        return known.computeIfAbsent(bits, b -> observable.valueAt(b.toIndex()));
    }
}
