package org.shrinq.repair.optaplanner;

import org.jspecify.annotations.Nullable;
import org.optaplanner.core.api.domain.entity.PlanningEntity;
import org.optaplanner.core.api.domain.variable.PlanningVariable;

/** A facility and its location, for OptaPlanner. */
@PlanningEntity
public final class Facility {
    int index;

    @PlanningVariable
    @Nullable
    Integer location;

    /** For OptaPlanner, which copies plans. */
    public Facility() {}

    Facility(int index, int location) {
        this.index = index;
        this.location = location;
    }

    @Override
    public String toString() {
        return "facility " + index + " at " + location;
    }
}
