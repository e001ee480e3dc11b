package org.shrinq.repair;

/** How far a repair goes. */
public enum RepairMode {
    /** Stop at the first feasible point, reached by few and cheap changes; a feasible sample is returned untouched. */
    FEASIBLE_ONLY,
    /** Then improve the objective by local exchanges, without leaving the feasible region. */
    IMPROVE
}
