package org.shrinq.repair.optaplanner;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.optaplanner.core.api.score.director.ScoreDirector;
import org.optaplanner.core.impl.heuristic.move.AbstractMove;

/** Flips several bits at once; its own inverse. */
final class Chain extends AbstractMove<BitPlan> {
    private static final String VALUE = "value";

    private final List<Bit> bits;

    /** Of distinct bits. */
    Chain(List<Bit> bits) {
        this.bits = bits;
    }

    @Override
    public boolean isMoveDoable(ScoreDirector<BitPlan> director) {
        return !bits.isEmpty();
    }

    @Override
    protected AbstractMove<BitPlan> createUndoMove(ScoreDirector<BitPlan> director) {
        return this;
    }

    @Override
    protected void doMoveOnGenuineVariables(ScoreDirector<BitPlan> director) {
        for (Bit bit : bits) {
            director.beforeVariableChanged(bit, VALUE);
            bit.value = 1 - Objects.requireNonNull(bit.value);
            director.afterVariableChanged(bit, VALUE);
        }
    }

    @Override
    public Collection<?> getPlanningEntities() {
        return bits;
    }

    @Override
    public Collection<?> getPlanningValues() {
        return List.of(0, 1);
    }

    @Override
    public String toString() {
        return "flip " + bits;
    }
}
