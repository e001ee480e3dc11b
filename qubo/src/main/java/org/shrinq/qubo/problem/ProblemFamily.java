package org.shrinq.qubo.problem;

/**
 * A family of problems, as one module knows it: a row of that module's table. A module says what a row brings by an
 * interface that extends this one. Rows that come from elsewhere are named in {@code
 * META-INF/services/org.shrinq.qubo.problem.ProblemFamily}; one class may be the row of several tables. Immutable, with
 * a public constructor without parameters where it is found that way.
 *
 * @param <P> the problems
 */
public interface ProblemFamily<P extends Problem> {
    /** The class of the problems. */
    Class<P> type();

    /** Whether this row serves a problem; every one of {@link #type} unless a row says otherwise. */
    default boolean covers(Problem problem) {
        return type().isInstance(problem);
    }
}
