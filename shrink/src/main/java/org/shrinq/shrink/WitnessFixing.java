package org.shrinq.shrink;

import org.jspecify.annotations.Nullable;
import org.shrinq.shrink.Elimination.Evidence;
import org.shrinq.shrink.Elimination.Proof;
import org.shrinq.shrink.contract.Step;
import org.shrinq.shrink.guard.GuardVerdict;

/**
 * The step that the budget demands and no candidate offers: the most certain variable is set as in the witness, one of
 * those after which the budget is still used where there is one.
 */
final class WitnessFixing {
    private final ShrinkState state;
    private final int target;
    private final @Nullable CarriedCorrelations correlations;

    WitnessFixing(ShrinkState state, int target, @Nullable CarriedCorrelations correlations) {
        this.state = state;
        this.target = target;
        this.correlations = correlations;
    }

    /** Sets one variable. */
    void run() {
        int best = -1;
        int bestLeft = -1;
        double bestX = -1;
        for (int v : state.contraction().liveVertices()) {
            double x = Math.abs(single(v));
            if (state.isSlack(v) || (x <= bestX && bestLeft >= target)) {
                continue;
            }
            GuardVerdict verdict = state.judge(Step.fix(v, value(v)));
            int left = Math.min(target, state.free() - (verdict.isVeto() ? 1 : state.reach(verdict)));
            if (left > bestLeft || (left == bestLeft && x > bestX)) {
                best = v;
                bestX = x;
                bestLeft = left;
            }
        }
        int v = best;
        Step step = Step.fix(v, value(v));
        GuardVerdict verdict = state.judge(step);
        Evidence evidence = new Evidence(single(v), 0, 0);
        if (!state.accept(verdict, EliminationRule.WITNESS, evidence, Proof.HEURISTIC)) {
            // Neither value can be completed: there is nothing left to guard.
            state.declareContradictory();
            state.applyUnguarded(step, EliminationRule.WITNESS, evidence, Proof.HEURISTIC);
        }
    }

    private int value(int v) {
        int witness = state.guard().map(g -> g.witnessValue(v)).orElse(-1);
        return witness >= 0 ? witness : single(v) < 0 ? 1 : 0;
    }

    private double single(int v) {
        return correlations == null ? 0 : correlations.single(v);
    }
}
