package org.shrinq.cli;

import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.shrinq.instances.Instance;
import org.shrinq.solver.RunListener;
import org.shrinq.solver.RunStage;
import org.shrinq.solver.SolverOptions;
import org.shrinq.solver.Trace;

/**
 * The first solution at once and a bar with stage, incumbent and bound, on stderr where it is a terminal; else nothing.
 */
final class Progress implements RunListener, AutoCloseable {
    private final @Nullable TerminalBar bar;
    private final String head;
    private final SolverOptions options;
    private final long start;
    private String stage = "start";
    private String incumbent = "";
    private String bound = "";
    private int rounds;

    private Progress(@Nullable TerminalBar bar, String head, SolverOptions options, long start) {
        this.bar = bar;
        this.start = start;
        this.head = head;
        this.options = options;
    }

    /**
     * @param place such as "3/23" among several instances; empty for one
     * @param start the moment of {@link System#nanoTime} that a time limit counts from
     */
    static Progress of(Instance instance, String place, SolverOptions options, OutputFlags output, long start) {
        boolean shown = !output.isQuiet() && !output.isVerbose() && Boolean.getBoolean("shrinq.stderr.terminal");
        String name = PlainText.of(instance.name());
        String head = place.isEmpty() ? name : place + " " + name;
        return new Progress(shown ? new TerminalBar(System.err, head, start) : null, head, options, start);
    }

    @Override
    public void stage(RunStage what, int round) {
        stage = round > 1 ? what + " " + round : what.toString();
        show();
    }

    @Override
    public void improved(Trace.Improvement improvement) {
        String objective = TextFormat.number(improvement.objective());
        if (bar != null && incumbent.isEmpty()) {
            bar.above(head + ": first solution " + objective + " by "
                    + improvement.origin().id() + " after "
                    + TextFormat.seconds(improvement.seconds()));
        }
        incumbent = ", best " + objective;
        show();
    }

    @Override
    public void bounded(Trace.Tightening tightening) {
        bound = ", bound " + TextFormat.number(tightening.bound().value());
        show();
    }

    @Override
    public void finished(Trace.Round round) {
        rounds = round.number();
        show();
    }

    private void show() {
        if (bar != null) {
            OptionalDouble limit = options.timeLimit();
            OptionalDouble share = limit.isEmpty() && options.rounds().isPresent()
                    ? OptionalDouble.of((double) rounds / options.rounds().getAsInt())
                    : OptionalDouble.empty();
            bar.show(new TerminalBar.Line(head, share, total(limit, share), stage + incumbent + bound));
        }
    }

    /** Seconds in all: a limit in seconds itself; of one in rounds as long for each as for those so far. */
    private OptionalDouble total(OptionalDouble limit, OptionalDouble share) {
        return limit.isPresent() || share.isEmpty() || share.getAsDouble() == 0
                ? limit
                : OptionalDouble.of((System.nanoTime() - start) * 1e-9 / share.getAsDouble());
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
