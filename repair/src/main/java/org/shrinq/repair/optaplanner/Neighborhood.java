package org.shrinq.repair.optaplanner;

import java.util.SplittableRandom;

/** The moves on the solutions of one problem, and how they are handed to OptaPlanner. One thread. */
interface Neighborhood {
    /** Whether there can be more than one feasible point. */
    boolean hasMoves();

    /**
     * Anneals once.
     *
     * @param x a feasible point; not modified
     * @param calculations number of score calculations over which to cool
     * @return the best point seen
     */
    byte[] anneal(byte[] x, SplittableRandom random, long calculations, Watch watch);
}
