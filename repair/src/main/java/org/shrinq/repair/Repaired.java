package org.shrinq.repair;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import org.shrinq.qubo.Bits;
import org.shrinq.repair.verify.Verifier;

/**
 * What a repair made of one candidate. The changes come in two parts: those that reached feasibility, then those that
 * improved a feasible point. Replayed in this order they lead from the input to the solution exactly. Immutable.
 */
public final class Repaired {
    private final Verifier verifier;
    private final Bits solution;
    private final boolean feasible;
    private final OptionalDouble objectiveBefore;
    private final double objectiveAfter;
    private final ReasonLog.Delta repairs;
    private final ReasonLog.Delta improvements;

    Repaired(
            Verifier verifier,
            Bits solution,
            boolean feasible,
            OptionalDouble objectiveBefore,
            double objectiveAfter,
            ReasonLog.Delta repairs,
            ReasonLog.Delta improvements) {
        this.verifier = verifier;
        this.solution = solution;
        this.feasible = feasible;
        this.objectiveBefore = objectiveBefore;
        this.objectiveAfter = objectiveAfter;
        this.repairs = repairs;
        this.improvements = improvements;
    }

    /** The same repair with its objectives in another unit; amounts in the reasons of changes stay as they are. */
    public Repaired in(DoubleUnaryOperator unit) {
        OptionalDouble before = objectiveBefore.isPresent()
                ? OptionalDouble.of(unit.applyAsDouble(objectiveBefore.getAsDouble()))
                : objectiveBefore;
        return new Repaired(
                verifier, solution, feasible, before, unit.applyAsDouble(objectiveAfter), repairs, improvements);
    }

    public Bits solution() {
        return solution;
    }

    /** Always true for the named problems; a general model may defeat the search for a feasible point. */
    public boolean feasible() {
        return feasible;
    }

    /** Objective of the input in the problem's own sense; empty when the input was infeasible. */
    public OptionalDouble objectiveBefore() {
        return objectiveBefore;
    }

    /** Objective of the solution in the problem's own sense. */
    public double objectiveAfter() {
        return objectiveAfter;
    }

    /** Number of variables changed to reach feasibility; 0 for a feasible input. */
    public int repairDistance() {
        return repairs.size();
    }

    /** Number of variables changed from the first feasible point to the solution. */
    public int improvementDistance() {
        return improvements.size();
    }

    /** Changes that reached feasibility, by variable. */
    public List<Change> repairChanges() {
        return list(repairs);
    }

    /** Changes that improved the feasible point, by variable. */
    public List<Change> improvementChanges() {
        return list(improvements);
    }

    /** {@link #repairChanges}, then {@link #improvementChanges}. */
    public List<Change> changes() {
        List<Change> all = new ArrayList<>(repairChanges());
        all.addAll(improvementChanges());
        return all;
    }

    private List<Change> list(ReasonLog.Delta delta) {
        List<Change> changes = new ArrayList<>(delta.size());
        for (int k = 0; k < delta.size(); k++) {
            changes.add(delta.change(k, verifier));
        }
        return changes;
    }

    @Override
    public String toString() {
        return "Repaired[" + (feasible ? "feasible, objective " + objectiveAfter : "infeasible") + ", "
                + repairDistance() + " + " + improvementDistance() + " changes]";
    }
}
