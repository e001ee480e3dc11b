package org.shrinq.solver;

/** What a {@link RunListener} hears, as a value: for queues, streams and {@code switch}. */
public sealed interface RunEvent {
    /**
     * A stage begins.
     *
     * @param round its round counted from 1, or 0 outside rounds
     */
    record StageBegan(RunStage stage, int round) implements RunEvent {}

    /** A better solution was found. */
    record Improved(Trace.Improvement improvement) implements RunEvent {}

    /** A better bound was found. */
    record Bounded(Trace.Tightening tightening) implements RunEvent {}

    /** A round ended. */
    record RoundEnded(Trace.Round round) implements RunEvent {}
}
