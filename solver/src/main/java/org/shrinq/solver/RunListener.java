package org.shrinq.solver;

/**
 * Told what a run is doing, from the thread that runs it. Every method does nothing by default. One that throws is among the failures
 * of the solution and hears no more of that run, which goes on.
 */
public interface RunListener {
    /** Hears nothing. */
    RunListener NONE = new RunListener() {};

    /**
     * A stage begins.
     *
     * @param stage "search", "bounds", "reduce", "round", "polish", "branch" or "controls"
     * @param round its round counted from 1, or 0 outside rounds
     */
    default void stage(String stage, int round) {}

    /** A better solution was found. */
    default void improved(Trace.Improvement improvement) {}

    /** A better bound was found, in the problem's own sense. */
    default void bounded(double bound) {}

    /** A round ended. */
    default void finished(Trace.Round round) {}
}
