package org.shrinq.solver;

import java.util.function.Consumer;

/**
 * Hears what a run is doing, from the thread that runs it. Every method does nothing by default. One that throws is
 * among the failures of the solution and hears no more of that run, which goes on.
 */
public interface RunListener {
    /** Hears nothing. */
    RunListener NONE = new RunListener() {};

    /** Hands everything on as values. */
    static RunListener of(Consumer<? super RunEvent> events) {
        return new RunListener() {
            @Override
            public void stage(RunStage stage, int round) {
                events.accept(new RunEvent.StageBegan(stage, round));
            }

            @Override
            public void improved(Trace.Improvement improvement) {
                events.accept(new RunEvent.Improved(improvement));
            }

            @Override
            public void bounded(Trace.Tightening tightening) {
                events.accept(new RunEvent.Bounded(tightening));
            }

            @Override
            public void finished(Trace.Round round) {
                events.accept(new RunEvent.RoundEnded(round));
            }
        };
    }

    /**
     * A stage begins.
     *
     * @param round its round counted from 1, or 0 outside rounds
     */
    default void stage(RunStage stage, int round) {}

    /** A better solution was found. */
    default void improved(Trace.Improvement improvement) {}

    /** A better bound was found. */
    default void bounded(Trace.Tightening tightening) {}

    /** A round ended. */
    default void finished(Trace.Round round) {}
}
