package org.shrinq.cli;

import java.io.PrintStream;
import java.util.OptionalDouble;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * One line at the foot of a terminal that is drawn again in place: what part is done, how long it will still take, what
 * is known so far. It fits the columns of the narrowest usual terminal. Safe for several threads.
 */
final class TerminalBar implements AutoCloseable {
    /** A line that fills all columns would wrap on some terminals. */
    static final int COLUMNS = TextFormat.WIDTH - 1;

    private static final int CELLS = 16;
    private static final long REDRAW_MILLIS = 500;

    private final PrintStream to;
    private final ScheduledExecutorService clock;
    private final long start;
    private Line line;
    private boolean closed;

    /**
     * What the bar shows.
     *
     * @param head such as "3/23 nug12"
     * @param share of the work that is done, 0 to 1, where something other than the time says so
     * @param seconds that it will take in all, where that is known
     * @param tail what is known so far
     */
    record Line(String head, OptionalDouble share, OptionalDouble seconds, String tail) {
        /** As text of at most {@link #COLUMNS} columns. */
        String text(double elapsed) {
            StringBuilder text = new StringBuilder(head.isEmpty() ? "" : head + "  ");
            if (share.isPresent() || seconds.isPresent()) {
                double done = share.isPresent() ? share.getAsDouble() : elapsed / seconds.getAsDouble();
                int full = (int) Math.round(CELLS * Math.max(0, Math.min(1, done)));
                text.append('[')
                        .append("#".repeat(full))
                        .append("-".repeat(CELLS - full))
                        .append("] ");
            }
            text.append(
                    seconds.isPresent()
                            ? TextFormat.duration(Math.max(0, seconds.getAsDouble() - elapsed)) + " left"
                            : TextFormat.duration(elapsed));
            text.append(tail.isEmpty() ? "" : "  " + tail);
            return text.length() <= COLUMNS ? text.toString() : text.substring(0, COLUMNS - 1) + "…";
        }
    }

    /**
     * @param head of the first line
     * @param start the moment of {@link System#nanoTime} at which what it shows began
     */
    TerminalBar(PrintStream to, String head, long start) {
        this.to = to;
        this.start = start;
        line = new Line(head, OptionalDouble.empty(), OptionalDouble.empty(), "");
        clock = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "terminal bar");
            thread.setDaemon(true);
            return thread;
        });
        clock.scheduleAtFixedRate(this::draw, REDRAW_MILLIS, REDRAW_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Shows that from now on. */
    synchronized void show(Line value) {
        line = value;
        draw();
    }

    /** Prints a line above the bar. */
    synchronized void above(String text) {
        clear();
        to.println(text);
        draw();
    }

    private synchronized void draw() {
        if (!closed) {
            String text = line.text((System.nanoTime() - start) * 1e-9);
            to.print("\r" + text + " ".repeat(COLUMNS - text.length()));
            to.flush();
        }
    }

    private void clear() {
        to.print("\r" + " ".repeat(COLUMNS) + "\r");
        to.flush();
    }

    @Override
    public synchronized void close() {
        clock.shutdownNow();
        if (!closed) {
            clear();
            closed = true;
        }
    }
}
