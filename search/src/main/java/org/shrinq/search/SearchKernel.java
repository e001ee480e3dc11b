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
}
