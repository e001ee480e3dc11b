package org.shrinq.shrink;

import java.util.function.Consumer;
import org.shrinq.qubo.text.Brief;

/** Choices of a shrinking. Immutable; start from {@link #defaults} and change what differs. */
public final class ShrinkOptions {
    /** Whether the guard is used. */
    public enum Awareness {
        CONSTRAINT_AWARE,
        UNAWARE
    }

    /** Whether proven rules of the quadratic form are used. */
    public enum Reductions {
        ON,
        OFF
    }

    /** Whether variables are probed. */
    public enum Probing {
        ON,
        OFF
    }

    private static final ShrinkOptions DEFAULTS = new ShrinkOptions(new Draft());

    private final Draft values;

    private ShrinkOptions(Draft values) {
        this.values = values;
    }

    /** What a wither changes before it becomes a new instance; never changed afterwards. */
    private static final class Draft implements Cloneable {
        private Awareness awareness = Awareness.CONSTRAINT_AWARE;
        private Threshold threshold = Threshold.of(Threshold.Kind.PROPORTIONAL);
        private Recalculation recalculation = Recalculation.auto();
        private StopRule stop = StopRule.size();
        private StopRule.Budget budget = StopRule.Budget.ENFORCED;
        private double similarityWeight = 0;
        private double riskWeight = 0.1;
        private Reductions reductions = Reductions.ON;
        private Probing probing = Probing.ON;
        private int backtracks = 0;
        private int explicitLimit = 1000;
        private AssignmentCode assignmentCode = AssignmentCode.ONE_HOT;

        private Draft copy() {
            try {
                return (Draft) clone();
            } catch (CloneNotSupportedException impossible) {
                throw new AssertionError(impossible);
            }
        }
    }

    /** Guarded, proportional threshold 0.8, automatic recalculation, to the budget. */
    public static ShrinkOptions defaults() {
        return DEFAULTS;
    }

    private ShrinkOptions change(Consumer<Draft> change) {
        Draft copy = values.copy();
        change.accept(copy);
        return new ShrinkOptions(copy);
    }

    private static void require(boolean holds, String what, int least) {
        if (!holds) {
            throw new IllegalArgumentException(what + ", expected at least " + least);
        }
    }

    /** Whether the constraints guard the steps. */
    public Awareness awareness() {
        return values.awareness;
    }

    public ShrinkOptions withAwareness(Awareness value) {
        return change(d -> d.awareness = value);
    }

    /** Which candidates are eligible. */
    public Threshold threshold() {
        return values.threshold;
    }

    public ShrinkOptions withThreshold(Threshold value) {
        return change(d -> d.threshold = value);
    }

    /** When correlations are computed anew. */
    public Recalculation recalculation() {
        return values.recalculation;
    }

    public ShrinkOptions withRecalculation(Recalculation value) {
        return change(d -> d.recalculation = value);
    }

    /** When shrinking ends. */
    public StopRule stop() {
        return values.stop;
    }

    public ShrinkOptions withStop(StopRule value, StopRule.Budget budgetRule) {
        return change(d -> {
            d.stop = value;
            d.budget = budgetRule;
        });
    }

    /** Whether the qubit budget wins over {@link #stop}. */
    public StopRule.Budget budget() {
        return values.budget;
    }

    /** How much the structural similarity of two vertices raises their score; 0 for not at all. */
    public double similarityWeight() {
        return values.similarityWeight;
    }

    /** At least 0. */
    public ShrinkOptions withSimilarityWeight(double value) {
        require(value >= 0, "a weight of similarity of " + value, 0);
        return change(d -> d.similarityWeight = value);
    }

    /** How much the guard's risk lowers a score. */
    public double riskWeight() {
        return values.riskWeight;
    }

    /** At least 0. */
    public ShrinkOptions withRiskWeight(double value) {
        require(value >= 0, "a weight of risk of " + value, 0);
        return change(d -> d.riskWeight = value);
    }

    /** Whether persistency and dominance of the contracted form are used between heuristic steps. */
    public Reductions reductions() {
        return values.reductions;
    }

    public ShrinkOptions withReductions(Reductions value) {
        return change(d -> d.reductions = value);
    }

    /** Whether both values of the remaining variables are tried once few are left. */
    public Probing probing() {
        return values.probing;
    }

    public ShrinkOptions withProbing(Probing value) {
        return change(d -> d.probing = value);
    }

    /** How many merges may be undone when the bound shows that they lost the incumbent. */
    public int backtracks() {
        return values.backtracks;
    }

    /** At least 0. */
    public ShrinkOptions withBacktracks(int value) {
        require(value >= 0, value + " backtracks", 0);
        return change(d -> d.backtracks = value);
    }

    /** An implicit form with more free variables is first reduced by marginals alone until it has no more. */
    public int explicitLimit() {
        return values.explicitLimit;
    }

    /** At least 1. */
    public ShrinkOptions withExplicitLimit(int value) {
        require(value >= 1, "an explicit limit of " + value, 1);
        return change(d -> d.explicitLimit = value);
    }

    /** How qubits stand for what is left of a guarded assignment; other problems have no such code. */
    public AssignmentCode assignmentCode() {
        return values.assignmentCode;
    }

    public ShrinkOptions withAssignmentCode(AssignmentCode value) {
        return change(d -> d.assignmentCode = value);
    }

    @Override
    public String toString() {
        return Brief.of(
                this,
                "awareness",
                values.awareness,
                "threshold",
                values.threshold,
                "recalculation",
                values.recalculation,
                "stop",
                values.stop,
                "budget",
                values.budget,
                "assignmentCode",
                values.assignmentCode.id());
    }
}
