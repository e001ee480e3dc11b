package org.shrinq.solver;

import java.util.function.Consumer;
import org.slf4j.LoggerFactory;

/** Hands on to a listener until it throws, which is reported once and costs the run nothing. One run, one thread. */
final class SafeListener implements RunListener {
    private final Consumer<RuntimeException> failed;
    private RunListener listener;

    /** @param failed receives what the listener threw */
    SafeListener(RunListener listener, Consumer<RuntimeException> failed) {
        this.listener = listener;
        this.failed = failed;
    }

    private void tell(Consumer<RunListener> what) {
        try {
            what.accept(listener);
        } catch (RuntimeException e) {
            listener = NONE;
            LoggerFactory.getLogger(SafeListener.class).warn("the listener failed and hears no more", e);
            failed.accept(e);
        }
    }

    @Override
    public void stage(RunStage stage, int round) {
        tell(l -> l.stage(stage, round));
    }

    @Override
    public void improved(Trace.Improvement improvement) {
        tell(l -> l.improved(improvement));
    }

    @Override
    public void bounded(Trace.Tightening tightening) {
        tell(l -> l.bounded(tightening));
    }

    @Override
    public void finished(Trace.Round round) {
        tell(l -> l.finished(round));
    }
}
