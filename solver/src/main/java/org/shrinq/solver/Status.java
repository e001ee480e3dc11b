package org.shrinq.solver;

/** What is known of a solution. */
public enum Status {
    /** Feasible, and a valid bound meets its objective. */
    OPTIMAL,
    /** Feasible. */
    FEASIBLE,
    /** It is proven that no feasible solution exists. */
    INFEASIBLE,
    /** No feasible solution was found, and none was excluded. */
    UNKNOWN
}
