package org.shrinq.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.shrinq.instances.Instance;
import org.shrinq.solver.Solution;

/** What became of each of several instances: a table for people, and one for programs. */
final class SolveTable {
    private static final int MOST_NAME = 32;

    private final List<Row> rows = new ArrayList<>();

    /** @param status of the solution, or what kept the instance from being solved */
    private record Row(
            String file,
            String instance,
            String problem,
            String status,
            OptionalDouble objective,
            OptionalDouble bound,
            OptionalDouble gap,
            double seconds) {}

    void add(String file, Instance instance, Solution solution) {
        double bound = solution.bound().best().value();
        rows.add(new Row(
                file,
                instance.name(),
                instance.problem().kind().id(),
                solution.status().name(),
                solution.objective(),
                Double.isInfinite(bound) ? OptionalDouble.empty() : OptionalDouble.of(bound),
                solution.gap(),
                solution.seconds()));
    }

    /** An instance that was not solved. */
    void failed(String file, String why) {
        rows.add(new Row(file, "", "", why, OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty(), 0));
    }

    void print(PrintWriter out) {
        String format = "%-" + MOST_NAME + "s  %-10s %14s %9s %9s%n";
        out.printf(Locale.ROOT, format, "file", "status", "objective", "gap", "seconds");
        for (Row r : rows) {
            String name =
                    r.file.length() <= MOST_NAME ? r.file : "…" + r.file.substring(r.file.length() - MOST_NAME + 1);
            out.printf(
                    Locale.ROOT,
                    format,
                    PlainText.of(name),
                    r.status,
                    r.objective.isPresent() ? TextFormat.number(r.objective) : "",
                    r.gap.isPresent() ? TextFormat.percent(r.gap.getAsDouble()) : "",
                    r.instance.isEmpty() ? "" : String.format(Locale.ROOT, "%.2f", r.seconds));
        }
    }

    /** Comma-separated, with a head; numbers in full. */
    String csv() {
        StringBuilder text = new StringBuilder("file,instance,problem,status,objective,bound,gap,seconds\n");
        for (Row r : rows) {
            text.append(quoted(r.file))
                    .append(',')
                    .append(quoted(r.instance))
                    .append(',')
                    .append(r.problem)
                    .append(',')
                    .append(r.status)
                    .append(',')
                    .append(number(r.objective))
                    .append(',')
                    .append(number(r.bound))
                    .append(',')
                    .append(number(r.gap))
                    .append(',')
                    .append(r.instance.isEmpty() ? "" : String.format(Locale.ROOT, "%.3f", r.seconds))
                    .append('\n');
        }
        return text.toString();
    }

    private static String number(OptionalDouble value) {
        if (value.isEmpty()) {
            return "";
        }
        double v = value.getAsDouble();
        return v == Math.rint(v) && Math.abs(v) < 1e15 ? Long.toString((long) v) : Double.toString(v);
    }

    private static String quoted(String text) {
        return text.matches("[^\",\\n\\r]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
