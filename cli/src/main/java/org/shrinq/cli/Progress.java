package org.shrinq.cli;

import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.shrinq.instances.Instance;
import org.shrinq.solver.RunListener;
import org.shrinq.solver.RunStage;
import org.shrinq.solver.SolverOptions;
import org.shrinq.solver.Trace;

/** The first solution at once and a bar with stage, incumbent and bound, on stderr where it is a terminal; else nothing. */
final class Progress implements RunListener, AutoCloseable {
    private final @Nullable TerminalBar bar;
    private final String head;
    private final SolverOptions options;
    private final long start = System.nanoTime();
    private String stage = "";
    private String incumbent = "";
    private String bound = "";
    private int rounds;

    private Progress(@Nullable TerminalBar bar, String head, SolverOptions options) {
        this.bar = bar;
        this.head = head;
        this.options = options;
    }

    /** @param place such as "3/23" among several instances; empty for one */
    static Progress of(Instance instance, String place, SolverOptions options, OutputFlags output) {
        boolean shown = !output.isQuiet() && !output.isVerbose() && Boolean.getBoolean("shrinq.stderr.terminal");
        String name = PlainText.of(instance.name());
        return new Progress(
                shown ? new TerminalBar(System.err) : null, place.isEmpty() ? name : place + " " + name, options);
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
    public void bounded(double value) {
        bound = ", bound " + TextFormat.number(value);
        show();
    }

    @Override
    public void finished(Trace.Round round) {
        rounds = round.number();
        show();
    }

    private void show() {
        if (bar != null) {
            double elapsed = (System.nanoTime() - start) * 1e-9;
            OptionalDouble limit = options.timeLimit();
            OptionalDouble share = limit.isPresent()
                    ? OptionalDouble.of(elapsed / limit.getAsDouble())
                    : options.rounds().isPresent()
                            ? OptionalDouble.of(
                                    (double) rounds / options.rounds().getAsInt())
                            : OptionalDouble.empty();
            bar.show(new TerminalBar.Line(head, share, remaining(limit, share, elapsed), stage + incumbent + bound));
        }
    }

    /** Of a limit in seconds what it leaves; of one in rounds as long for each as for those so far. */
    private static OptionalDouble remaining(OptionalDouble limit, OptionalDouble share, double elapsed) {
        return limit.isPresent() || share.isEmpty() || share.getAsDouble() == 0
                ? limit
                : OptionalDouble.of(elapsed / share.getAsDouble());
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
