package org.shrinq.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.shrinq.bench.store.Campaign;

/**
 * Everything a report says, before it is laid out: as one HTML page or as Markdown.
 *
 * @param title heading
 * @param facts what was run, how, where: pairs of name and text
 * @param summary sentences
 * @param figures plots
 * @param tables tables; empty ones are left out
 */
public record Report(String title, List<Fact> facts, List<String> summary, List<Figure> figures, List<Table> tables) {
    /**
     * A line of the head.
     *
     * @param name such as "seeds"
     */
    public record Fact(String name, String text) {}

    public Report {
        facts = List.copyOf(facts);
        summary = List.copyOf(summary);
        figures = List.copyOf(figures);
        tables = List.copyOf(tables);
    }

    @Override
    public List<Figure> figures() {
        return figures;
    }

    /** Computes all tables and plots. */
    public static Report of(ReportData data) {
        List<Table> tables = new ArrayList<>();
        for (Table t : List.of(
                MethodTables.methods(data),
                Lifts.table(data),
                Lifts.byProblem(data),
                PublishedTable.table(data),
                ShrinkTable.of(data),
                ShrinkTable.byInstance(data),
                MethodTables.tests(data),
                MethodTables.stringTests(data),
                MethodTables.instances(data),
                MethodTables.failures(data))) {
            if (!t.isEmpty()) {
                tables.add(t);
            }
        }
        List<Figure> figures = List.of(
                PointFigures.gaps(data),
                PointFigures.lifts(data),
                CurveFigures.incumbent(data),
                CurveFigures.profile(data),
                CurveFigures.timeToTarget(data),
                PointFigures.qubits(data),
                PointFigures.published(data));
        return new Report("Benchmark " + data.suite(), facts(data), Summary.of(data), figures, tables);
    }

    private static List<Fact> facts(ReportData data) {
        List<Fact> facts = new ArrayList<>();
        long failed = data.runs().stream().filter(r -> r.run().hasFailed()).count();
        facts.add(new Fact(
                "runs",
                data.runs().size() + ": " + Show.count(data.methods().size(), "method") + " on "
                        + Show.count(data.instances().size(), "instance") + ", "
                        + Show.count(data.seeds().size(), "seed") + "; " + failed + " failed"));
        facts.add(new Fact("seeds", ranges(data.seeds())));
        facts.add(new Fact("version", "shrinq " + String.join(", ", data.versions())));
        TreeSet<String> machines = new TreeSet<>();
        TreeSet<String> commands = new TreeSet<>();
        TreeSet<Integer> workers = new TreeSet<>();
        for (Campaign c : data.campaigns()) {
            machines.add(c.machine());
            commands.add(c.command());
            workers.add(c.workers());
        }
        facts.add(new Fact("command", String.join("; ", commands)));
        facts.add(new Fact("machine", String.join("; ", machines)));
        facts.add(new Fact(
                "runs at a time",
                String.join(", ", workers.stream().map(String::valueOf).toList())));
        List<Campaign> campaigns = data.campaigns();
        if (!campaigns.isEmpty()) {
            facts.add(new Fact("begun", campaigns.get(0).started()));
        }
        if (!data.reference().sources().isEmpty()) {
            facts.add(new Fact("reference", String.join(", ", data.reference().sources())));
        }
        return facts;
    }

    /** "1..3, 7". */
    private static String ranges(List<Long> seeds) {
        List<String> parts = new ArrayList<>();
        Long first = null;
        long last = 0;
        for (long seed : seeds) {
            if (first == null) {
                first = seed;
            } else if (seed != last + 1) {
                parts.add(range(first, last));
                first = seed;
            }
            last = seed;
        }
        if (first != null) {
            parts.add(range(first, last));
        }
        return String.join(", ", parts);
    }

    private static String range(long first, long last) {
        return first == last ? Long.toString(first) : first + ".." + last;
    }
}
