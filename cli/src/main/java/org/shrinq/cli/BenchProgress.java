package org.shrinq.cli;

import java.io.PrintWriter;
import java.util.LinkedHashSet;
import java.util.Set;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import org.shrinq.bench.execute.RunExecutor;
import org.shrinq.bench.execute.RunOutcome;
import org.shrinq.bench.store.StoredRun.Ended;
import org.shrinq.bench.suite.RunTask;

/** A bar on a terminal with what is running and the estimated end; on anything else only what went wrong. */
final class BenchProgress implements RunExecutor.Listener, AutoCloseable {
    private final @Nullable ProgressBar bar;
    private final PrintWriter err;
    private final boolean quiet;
    private final long start = System.nanoTime();
    private final Set<String> running = new LinkedHashSet<>();
    private int done;
    private int failed;
    private int cut;

    BenchProgress(int runs, OutputFlags output, PrintWriter err) {
        this.err = err;
        this.quiet = output.isQuiet();
        this.bar = quiet || !Boolean.getBoolean("shrinq.stderr.terminal")
                ? null
                : new ProgressBarBuilder()
                        .setTaskName("bench")
                        .setInitialMax(runs)
                        .setStyle(ProgressBarStyle.ASCII)
                        .setUpdateIntervalMillis(500)
                        .setMaxRenderedLength(TextFormat.WIDTH - 1)
                        .setConsumer(new ConsoleProgressBarConsumer(System.err, TextFormat.WIDTH - 1))
                        .clearDisplayOnFinish()
                        .build();
    }

    @Override
    public synchronized void started(RunTask task) {
        running.add(task.label());
        show();
    }

    @Override
    public synchronized void finished(RunTask task, RunOutcome outcome) {
        running.remove(task.label());
        done++;
        cut += outcome.ended() == Ended.CUT ? 1 : 0;
        if (outcome.ended() == Ended.FAILED || outcome.ended() == Ended.REFUSED) {
            failed++;
            if (!quiet) {
                err.println("shrinq: " + task.label() + ": "
                        + outcome.error().orElse(outcome.ended().name()));
            }
        }
        if (bar != null) {
            bar.step();
        }
        show();
    }

    private void show() {
        if (bar != null) {
            bar.setExtraMessage(
                    (failed > 0 ? " " + failed + " failed" : "") + " " + PlainText.of(String.join("; ", running)));
        }
    }

    /** "24 runs in 90.0 s, 1 failed". */
    synchronized String summary() {
        return TextFormat.count(done, "run") + " in " + TextFormat.seconds((System.nanoTime() - start) * 1e-9)
                + (failed > 0 ? ", " + failed + " failed" : "")
                + (cut > 0 ? ", " + cut + " stopped at their limit of seconds" : "");
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
