package org.shrinq.solver;

import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * Tells a run to SLF4J, logger {@code org.shrinq.solver.run}, at the level DEBUG: messages for people, with keys
 * ({@code problem}, {@code stage}, {@code round}, {@code objective}, {@code origin}, {@code bound}, {@code kind},
 * {@code qubits}, {@code seconds}) for machines. Then hands on.
 */
final class RunLog implements RunListener {
    /**
     * {@code -Dshrinq.log=off}: SLF4J is not looked up at all, which spares the start of a process a tenth of a second.
     */
    private static final boolean ON = !"off".equals(System.getProperty("shrinq.log"));

    /** Looked up when the first run has something to tell. */
    private static final class Holder {
        static final Logger LOG = LoggerFactory.getLogger("org.shrinq.solver.run");
    }

    private final String problem;
    private final RunListener next;

    RunLog(String problem, RunListener next) {
        this.problem = problem;
        this.next = next;
    }

    /** A choice that the run makes: what, and why. */
    static void decided(String about, String chosen, String why) {
        if (ON) {
            Holder.LOG
                    .atDebug()
                    .addKeyValue("decision", about)
                    .addKeyValue("chosen", chosen)
                    .log("{}: {}, {}", about, chosen, why);
        }
    }

    /** The end of a run. */
    static void ended(Solution s) {
        if (ON) {
            Holder.LOG
                    .atDebug()
                    .addKeyValue("problem", s.problem().name())
                    .addKeyValue("status", s.status())
                    .addKeyValue("seconds", s.seconds())
                    .log("{}", s);
        }
    }

    private void tell(Consumer<LoggingEventBuilder> what) {
        if (ON && Holder.LOG.isDebugEnabled()) {
            what.accept(Holder.LOG.atDebug().addKeyValue("problem", problem));
        }
    }

    @Override
    public void stage(RunStage stage, int round) {
        tell(e -> e.addKeyValue("stage", stage)
                .addKeyValue("round", round)
                .log("{} begins{}", stage, round > 0 ? ", round " + round : ""));
        next.stage(stage, round);
    }

    @Override
    public void improved(Trace.Improvement improvement) {
        tell(e -> e.addKeyValue("objective", improvement.objective())
                .addKeyValue("origin", improvement.origin().id())
                .addKeyValue("seconds", improvement.seconds())
                .log("objective {}", improvement));
        next.improved(improvement);
    }

    @Override
    public void bounded(Trace.Tightening tightening) {
        tell(e -> e.addKeyValue("bound", tightening.bound().value())
                .addKeyValue("kind", tightening.bound().kind().id())
                .addKeyValue("seconds", tightening.seconds())
                .log("bound {}", tightening));
        next.bounded(tightening);
    }

    @Override
    public void finished(Trace.Round round) {
        tell(e -> e.addKeyValue("round", round.number())
                .addKeyValue("qubits", round.search().qubits())
                .addKeyValue("seconds", round.seconds())
                .log("ended {}", round));
        next.finished(round);
    }
}
