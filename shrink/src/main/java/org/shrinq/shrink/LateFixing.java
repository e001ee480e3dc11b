package org.shrinq.shrink;

import java.util.Arrays;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.shrinq.shrink.Elimination.Evidence;
import org.shrinq.shrink.Elimination.Proof;
import org.shrinq.shrink.contract.Step;
import org.shrinq.shrink.guard.GuardVerdict;

/**
 * Brings a form down to its budget when no time is left to choose: the witness is moved to a feasible point near the
 * rounding of the correlations, or of the fields where there are none, and variables are set as in that, its ones first
 * since most follows from them, the most certain ones first among these. A step from which so much follows that fewer
 * variables than the budget would be left is put off, and taken only where every step is such a one, the one that
 * leaves most first. Near-linear in the size of the form.
 */
final class LateFixing {
    private final ShrinkState state;
    private final int target;
    private final @Nullable CarriedCorrelations correlations;

    LateFixing(ShrinkState state, int target, @Nullable CarriedCorrelations correlations) {
        this.state = state;
        this.target = target;
        this.correlations = correlations;
    }

    /** Fixes until no more than the budget is left, or nothing can be fixed. */
    void run() {
        int[] live = state.contraction().liveVertices();
        double[] single = new double[state.classes().variables()];
        for (int v : live) {
            single[v] = correlations == null ? 0 : correlations.single(v);
        }
        double[] preferred = preferred(live, single);
        state.approach(v -> preferred[v]);
        int[] value = new int[single.length];
        for (int v : live) {
            int witness = state.guard().map(g -> g.witnessValue(v)).orElse(-1);
            value[v] = witness >= 0 ? witness : single[v] < 0 ? 1 : 0;
        }
        int[] order = Arrays.stream(live)
                .filter(v -> !state.isSlack(v))
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(v -> -value[v])
                        .thenComparingDouble(v -> -Math.abs(single[v]))
                        .thenComparingInt(v -> v))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int v : order) {
            if (state.free() <= target) {
                return;
            }
            if (isOpen(v) && left(v, value[v]) >= target) {
                fix(v, value[v], single[v]);
            }
        }
        overshoot(order, value, single);
    }

    /** X_0i, or the pull of the field where nothing is known of a variable. */
    private double[] preferred(int[] live, double[] single) {
        double[] preferred = single.clone();
        for (int v : live) {
            if (preferred[v] == 0) {
                preferred[v] = -Math.signum(state.contraction().field(v));
            }
        }
        return preferred;
    }

    private boolean isOpen(int v) {
        return state.contraction().isLive(v);
    }

    /** Free variables after a fix. */
    private int left(int v, int value) {
        GuardVerdict verdict = state.judge(Step.fix(v, value));
        return state.free() - (verdict.isVeto() ? 1 : state.reach(verdict));
    }

    private void overshoot(int[] order, int[] value, double[] single) {
        while (state.free() > target) {
            int best = -1;
            int most = -1;
            for (int v : order) {
                int left = isOpen(v) ? left(v, value[v]) : -1;
                if (left > most) {
                    most = left;
                    best = v;
                }
            }
            if (best < 0) {
                return;
            }
            fix(best, value[best], single[best]);
        }
    }

    private void fix(int v, int value, double x) {
        Step step = Step.fix(v, value);
        Evidence evidence = new Evidence(x, 0, 0);
        if (!state.accept(state.judge(step), EliminationRule.WITNESS, evidence, Proof.HEURISTIC)) {
            // neither value can be completed: there is nothing left to guard
            state.declareContradictory();
            state.applyUnguarded(step, EliminationRule.WITNESS, evidence, Proof.HEURISTIC);
        }
    }
}
