package org.shrinq.repair.optaplanner;

import org.jspecify.annotations.Nullable;
import org.optaplanner.core.api.domain.entity.PlanningEntity;
import org.optaplanner.core.api.domain.variable.PlanningVariable;

/** A binary variable, for OptaPlanner. */
@PlanningEntity
public final class Bit {
    int index;

    @PlanningVariable
    @Nullable
    Integer value;

    /** For OptaPlanner, which copies plans. */
    public Bit() {}

    Bit(int index, int value) {
        this.index = index;
        this.value = value;
    }

    @Override
    public String toString() {
        return "x" + index + " = " + value;
    }
}
