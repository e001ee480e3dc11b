package org.shrinq.cli;

import java.io.PrintWriter;
import java.util.LinkedHashSet;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shrinq.bench.execute.RunExecutor;
import org.shrinq.bench.execute.RunOutcome;
import org.shrinq.bench.store.StoredRun.Ended;
import org.shrinq.bench.suite.RunTask;

/** A bar on a terminal with what is running and the estimated end; on anything else only what went wrong. */
final class BenchProgress implements RunExecutor.Listener, AutoCloseable {
    private final @Nullable TerminalBar bar;
    private final int runs;
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
        this.runs = runs;
        this.bar = quiet || !Boolean.getBoolean("shrinq.stderr.terminal")
                ? null
                : new TerminalBar(System.err, "0/" + runs, start);
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
            String what = "shrinq: " + task.label() + ": "
                    + outcome.error().orElse(outcome.ended().name());
            if (bar != null) {
                bar.above(PlainText.of(what));
            } else if (!quiet) {
                err.println(what);
            }
        }
        show();
    }

    private void show() {
        if (bar != null) {
            double share = (double) done / Math.max(1, runs);
            double elapsed = (System.nanoTime() - start) * 1e-9;
            bar.show(new TerminalBar.Line(
                    done + "/" + runs,
                    OptionalDouble.of(share),
                    done == 0 ? OptionalDouble.empty() : OptionalDouble.of(elapsed / share),
                    (failed > 0 ? failed + " failed; " : "") + PlainText.of(String.join("; ", running))));
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
