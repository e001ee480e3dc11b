package org.shrinq.search;

import java.util.SplittableRandom;

/** The search for one kind of problem. One thread. */
public interface SearchKernel {
    /**
     * Searches from a feasible x until the control says stop.
     *
     * @param x modified: the best point seen, x itself when none is better
     */
    void search(byte[] x, SplittableRandom random, SearchControl control);

    /**
     * Searches for a feasible point from one that is not, until the control says stop; for problems in which that is
     * hard.
     *
     * @param x modified on success only: the feasible point
     * @return true on success; false where the kernel knows no such search
     */
    default boolean construct(byte[] x, SplittableRandom random, SearchControl control) {
        return false;
    }

    /**
     * The same, going on where the last call ended without success, whatever x is.
     *
     * @param x modified on success only
     */
    default boolean resumeConstruction(byte[] x, SplittableRandom random, SearchControl control) {
        return construct(x, random, control);
    }

    /**
     * A {@link #search} with what earlier calls have learned, such as elites and weights, where the kernel keeps any.
     *
     * @param x modified: the best point seen, those of earlier calls among them
     */
    default void resume(byte[] x, SplittableRandom random, SearchControl control) {
        search(x, random, control);
    }
}
