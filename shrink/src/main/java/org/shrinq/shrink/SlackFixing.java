package org.shrinq.shrink;

import org.shrinq.qubo.Bits;
import org.shrinq.shrink.Elimination.Evidence;
import org.shrinq.shrink.Elimination.Proof;
import org.shrinq.shrink.contract.Contraction;
import org.shrinq.shrink.contract.Step;

/**
 * When and how slack bits go. They belong to no variable of the model: the guard does not judge them, and with the
 * model's variables chosen their best values follow, so that they leave last and as the witness has them.
 */
final class SlackFixing {
    private final ShrinkInput input;
    private final int target;

    SlackFixing(ShrinkInput input, int target) {
        this.input = input;
        this.target = target;
    }

    private static int left(ShrinkState state) {
        int[] live = state.contraction().liveVertices();
        int slack = 0;
        while (slack < live.length && state.isSlack(live[live.length - 1 - slack])) {
            slack++;
        }
        return slack;
    }

    /** Slack bits go only when the model's variables have been brought down to half the budget. */
    boolean isNext(ShrinkState state) {
        if (input.slackCount() == 0) {
            return false;
        }
        int slack = left(state);
        return slack > 0 && state.free() - slack <= Math.max(target - slack, (target + 1) / 2);
    }

    /** Fixes the least coupled slack bit as the witness's slack has it. */
    void fix(ShrinkState state) {
        Contraction form = state.contraction();
        int weakest = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int v : form.liveVertices()) {
            if (state.isSlack(v)) {
                double strength = form.strength(v) + Math.abs(form.field(v));
                if (strength < least) {
                    least = strength;
                    weakest = v;
                }
            }
        }
        Bits reference = state.witness().orElseGet(() -> Bits.of(zeroFilled(state.partial())));
        int value = input.complete(reference)[weakest];
        state.applyUnguarded(Step.fix(weakest, value), EliminationRule.SLACK, Evidence.NONE, Proof.HEURISTIC);
    }

    private static byte[] zeroFilled(byte[] partial) {
        byte[] x = partial.clone();
        for (int v = 0; v < x.length; v++) {
            x[v] = (byte) Math.max(0, x[v]);
        }
        return x;
    }
}
