package org.shrinq.search;

/** Why a search ended. */
public enum SearchStop {
    ITERATIONS,
    DEADLINE,
    /** The target objective was reached. */
    TARGET,
    /** The search space was exhausted: the solution is proven optimal. */
    EXHAUSTED,
    /** No feasible point was found to start from. */
    NO_START
}
