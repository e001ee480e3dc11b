package org.shrinq.shrink.guard;

import java.util.Optional;
import org.shrinq.shrink.contract.Step;

/**
 * What the guard thinks of a proposed step.
 *
 * @param kind the decision
 * @param step the step that will be taken; for {@link Kind#FORCED} the opposite of what was proposed; meaningless for a
 *     veto
 * @param value for {@link Kind#CONVERT} the value of x_j (the surviving representative) in the only state left,
 *     otherwise −1
 * @param risk in [0, 1], see {@link Guard}
 * @param reason present for a veto
 */
public record GuardVerdict(Kind kind, Step step, int value, double risk, Optional<VetoReason> reason) {
    /** The possible decisions. */
    public enum Kind {
        /** Refused. */
        VETO,
        /** Two classes become one; both states remain. */
        MERGE,
        /** The merge leaves one state: the merged class is fixed at once. */
        CONVERT,
        /** The variable is fixed as proposed; the other value was possible too. */
        FIX,
        /** The variable is fixed because its other value contradicts the constraints. */
        FORCED
    }

    static GuardVerdict veto(Step proposed, VetoReason reason) {
        return new GuardVerdict(Kind.VETO, proposed, -1, 1, Optional.of(reason));
    }

    static GuardVerdict of(Kind kind, Step step, int value, double risk) {
        return new GuardVerdict(kind, step, value, risk, Optional.empty());
    }

    /** The verdict where nothing is guarded: the step as proposed. */
    public static GuardVerdict unguarded(Step step) {
        return of(step.isFix() ? Kind.FIX : Kind.MERGE, step, -1, 0);
    }

    public boolean isVeto() {
        return kind == Kind.VETO;
    }
}
