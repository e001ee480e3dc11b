package org.shrinq.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.shrinq.bench.store.Campaign;
import org.shrinq.report.Figure;
import org.shrinq.report.Report;
import org.shrinq.report.ReportNumbers;
import org.shrinq.report.Section;
import org.shrinq.report.Table;

/** The report of a suite's runs: methods beside each other, beside their controls and beside published runs. */
public final class SuiteReport {
    /** Ids of the tables that there can be. */
    public static final Set<String> TABLES = Set.of(
            "methods",
            "parts",
            "parts-behind",
            "lift",
            "lift-by-problem",
            "strings",
            "published",
            "shrinking",
            "shrinking-by-instance",
            "tests",
            "string-tests",
            "instances",
            "failures");

    private SuiteReport() {}

    /** Computes all tables and plots. */
    public static Report of(ReportData data) {
        List<Report.View> views = new ArrayList<>();
        List<String> problems = data.problems();
        views.add(new Report.View(problems.size() > 1 ? "all" : "", sections(data)));
        for (String problem : problems.size() > 1 ? problems : List.<String>of()) {
            views.add(new Report.View(problem, sections(data.only(problem))));
        }
        return new Report(
                "Benchmark " + data.suite(),
                Optional.empty(),
                facts(data),
                Summary.of(data),
                views,
                Ranking.bestFirst(data),
                List.of());
    }

    /** Figures first, each table beside what it belongs to at the end. */
    private static List<Section> sections(ReportData data) {
        List<Section> sections = new ArrayList<>(figures(data));
        for (Table t : List.of(
                MethodTables.methods(data),
                PartsTable.table(data),
                PartsTable.behind(data),
                ControlComparison.table(data),
                ControlComparison.byProblem(data),
                StringsTable.of(data),
                PublishedTable.table(data),
                ShrinkTable.of(data),
                ShrinkTable.byInstance(data),
                MethodTables.tests(data),
                MethodTables.stringTests(data),
                MethodTables.instances(data),
                MethodTables.failures(data),
                RunsTable.of(data))) {
            if (!t.isEmpty()) {
                sections.add(t);
            }
        }
        return sections;
    }

    private static List<Figure> figures(ReportData data) {
        return List.of(
                PointFigures.gaps(data),
                HeatMap.of(data),
                LiftFigure.of(data),
                CurveFigures.incumbent(data),
                CurveFigures.bound(data),
                CurveFigures.profile(data),
                CurveFigures.timeToTarget(data),
                PointFigures.qubits(data),
                PointFigures.published(data));
    }

    private static List<Report.Fact> facts(ReportData data) {
        List<Report.Fact> facts = new ArrayList<>();
        long failed = data.runs().stream().filter(r -> r.run().hasFailed()).count();
        facts.add(new Report.Fact(
                "runs",
                data.runs().size() + ": " + ReportNumbers.count(data.methods().size(), "method") + " on "
                        + ReportNumbers.count(data.instances().size(), "instance") + ", "
                        + ReportNumbers.count(data.seeds().size(), "seed") + "; " + failed + " failed"));
        facts.add(new Report.Fact("seeds", ranges(data.seeds())));
        facts.add(new Report.Fact("version", "shrinq " + String.join(", ", data.versions())));
        TreeSet<String> machines = new TreeSet<>();
        TreeSet<String> commands = new TreeSet<>();
        TreeSet<Integer> workers = new TreeSet<>();
        for (Campaign c : data.campaigns()) {
            commands.add(c.command());
            workers.add(c.workers());
        }
        facts.add(new Report.Fact("command", String.join("; ", commands)));
        data.runs().forEach(r -> machines.add(r.run().place().machine()));
        facts.add(new Report.Fact("machine", String.join("; ", machines)));
        if (machines.size() > 1) {
            facts.add(new Report.Fact(
                    "warning",
                    "the runs were made on " + machines.size()
                            + " kinds of machine: their seconds, times to solution and profiles cannot be compared"));
        }
        if (data.versions().size() > 1) {
            facts.add(new Report.Fact(
                    "warning", "the runs were made by " + data.versions().size() + " builds, which the tables mix"));
        }
        facts.add(new Report.Fact(
                "runs at a time",
                String.join(", ", workers.stream().map(String::valueOf).toList())));
        List<Campaign> campaigns = data.campaigns();
        if (!campaigns.isEmpty()) {
            facts.add(new Report.Fact("begun", campaigns.get(0).started()));
        }
        if (!data.reference().sources().isEmpty()) {
            facts.add(new Report.Fact(
                    "reference", String.join(", ", data.reference().sources())));
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
