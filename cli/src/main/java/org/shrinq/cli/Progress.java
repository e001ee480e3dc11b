package org.shrinq.cli;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import org.shrinq.instances.Instance;
import org.shrinq.solver.RunListener;
import org.shrinq.solver.RunStage;
import org.shrinq.solver.SolverOptions;
import org.shrinq.solver.Trace;
import org.slf4j.LoggerFactory;

/** A bar on stderr with stage, incumbent and bound, none when stderr is no terminal; every incumbent in the log of a verbose run. */
final class Progress implements RunListener, AutoCloseable {
    private static final int UNKNOWN = -1;

    private final @Nullable ProgressBar bar;
    private final boolean byTime;
    private final boolean verbose;
    private final long start = System.nanoTime();
    private String stage = "";
    private String incumbent = "";
    private String bound = "";

    private Progress(@Nullable ProgressBar bar, boolean byTime, boolean verbose) {
        this.bar = bar;
        this.verbose = verbose;
        this.byTime = byTime;
    }

    static Progress of(Instance instance, SolverOptions options, OutputFlags output) {
        if (output.isQuiet() || !Boolean.getBoolean("shrinq.stderr.terminal")) {
            return new Progress(null, false, output.isVerbose());
        }
        boolean byTime = options.timeLimit().isPresent();
        long most = byTime
                ? Math.round(10 * options.timeLimit().getAsDouble())
                : options.rounds().isPresent() ? options.rounds().getAsInt() : UNKNOWN;
        ProgressBar bar = new ProgressBarBuilder()
                .setTaskName(PlainText.of(instance.name()))
                .setInitialMax(most)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(200)
                .setMaxRenderedLength(TextFormat.WIDTH - 1)
                .hideEta()
                .setUnit("", 1)
                .setEtaFunction(state -> java.util.Optional.of(Duration.of(0, ChronoUnit.SECONDS)))
                .setConsumer(new ConsoleProgressBarConsumer(System.err, TextFormat.WIDTH - 1))
                .clearDisplayOnFinish()
                .build();
        return new Progress(bar, byTime, output.isVerbose());
    }

    @Override
    public void stage(RunStage name, int round) {
        stage = round > 1 ? name + " " + round : name.toString();
        show();
    }

    @Override
    public void improved(Trace.Improvement improvement) {
        if (verbose) {
            LoggerFactory.getLogger(Progress.class)
                    .info(
                            "objective {} by {}",
                            TextFormat.number(improvement.objective()),
                            improvement.origin().id());
        }
        incumbent = " best " + TextFormat.number(improvement.objective());
        show();
    }

    @Override
    public void bounded(double value) {
        bound = " bound " + TextFormat.number(value);
        show();
    }

    @Override
    public void finished(Trace.Round round) {
        if (bar != null && !byTime) {
            bar.stepTo(round.number());
        }
        show();
    }

    private void show() {
        if (bar != null) {
            if (byTime) {
                bar.stepTo(Math.min(bar.getMax(), (System.nanoTime() - start) / 100_000_000));
            }
            bar.setExtraMessage(stage + incumbent + bound);
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
