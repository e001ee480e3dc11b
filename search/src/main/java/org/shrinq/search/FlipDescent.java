package org.shrinq.search;

import org.shrinq.qubo.run.Deadline;

/** Descent by flips for a family in which every x is feasible. Has a workspace; one thread. */
public interface FlipDescent {
    /**
     * Descends to a point that no move improves, or until the deadline passes.
     *
     * @param x modified
     * @param log hears of every flip
     */
    void run(byte[] x, Deadline deadline, FlipLog log);

    /** Another one for the same problem, with its own workspace. */
    FlipDescent fork();
}
