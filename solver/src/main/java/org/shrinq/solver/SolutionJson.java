package org.shrinq.solver;

/**
 * How a solution becomes JSON: found by {@link java.util.ServiceLoader}, since the layout of results stands on this
 * package.
 */
public interface SolutionJson {
    /** The result as JSON text of the published schema. */
    String text(Solution solution);
}
