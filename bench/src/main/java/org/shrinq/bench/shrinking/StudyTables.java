package org.shrinq.bench.shrinking;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.shrinq.bench.statistics.Quantiles;
import org.shrinq.bench.suite.MethodSpec;
import org.shrinq.qubo.problem.ProblemKind;
import org.shrinq.report.Report;
import org.shrinq.report.ReportNumbers;
import org.shrinq.report.Table;
import org.shrinq.report.Table.Cell;
import org.shrinq.shrink.ShrinkOptions;
import org.shrinq.solver.config.Setting;
import org.shrinq.solver.config.Settings;

/** What a study of shrinkings found, as tables. */
public final class StudyTables {
    /** Settings that a row tells apart, where the study varies them. */
    private static final List<String> WAYS = List.of(
            "correlations",
            "constraint-aware",
            "qubits",
            "assignment-code",
            "recalculate",
            "threshold",
            "stop",
            "similarity",
            "risk",
            "backtracks",
            "shrinkings");

    private StudyTables() {}

    /**
     * The report of a study.
     *
     * @param command that made it
     */
    public static Report of(
            String suite, String command, List<MethodSpec> methods, List<Shrinking> all, List<String> leftOut) {
        List<Setting> varied = varied(methods);
        List<Table> tables = new ArrayList<>();
        tables.add(kept("kept-together", "problems", varied, all, s -> "all"));
        tables.add(kept("kept", "kind", varied, all, StudyTables::kind));
        tables.add(kept(
                "kept-by-instance", "instance", varied, all, s -> s.instance().name()));
        tables.add(guard(all));
        LookedTable.of(all, StudyTables::kind).ifPresent(tables::add);
        tables.add(Calibrating.table(all));
        List<Report.Fact> facts = List.of(
                new Report.Fact("command", command),
                new Report.Fact("shrinkings", Integer.toString(all.size())),
                new Report.Fact("left out, no optimum known", leftOut.isEmpty() ? "none" : String.join(", ", leftOut)));
        return new Report(
                "Shrinkings of " + suite,
                facts,
                List.of(),
                List.of(),
                tables.stream().filter(t -> !t.isEmpty()).toList());
    }

    /** The kind of problem, of a general model with its structure. */
    private static String kind(Shrinking s) {
        ProblemKind kind = s.instance().kind();
        return kind == ProblemKind.BINARY_QUADRATIC
                ? kind.id() + ", " + s.structure().id()
                : kind.id();
    }

    private static List<Setting> varied(List<MethodSpec> methods) {
        return Settings.all().stream()
                .filter(s -> WAYS.contains(s.name()))
                .filter(s -> s.name().equals("correlations")
                        || methods.stream()
                                        .map(m -> s.get(m.options()))
                                        .distinct()
                                        .count()
                                > 1)
                .toList();
    }

    private static Table kept(
            String id,
            String subject,
            List<Setting> varied,
            List<Shrinking> all,
            Function<Shrinking, String> subjectOf) {
        Map<List<String>, List<Shrinking>> groups = new LinkedHashMap<>();
        for (Shrinking s : all) {
            List<String> key = new ArrayList<>(List.of(subjectOf.apply(s)));
            varied.forEach(setting -> key.add(setting.get(s.options())));
            groups.computeIfAbsent(key, k -> new ArrayList<>()).add(s);
        }
        List<String> columns = new ArrayList<>(List.of(subject));
        varied.forEach(s -> columns.add(s.name()));
        columns.addAll(List.of("looked", "runs", "qubits", "operations", "feasible %", "kept %"));
        boolean several = all.stream().anyMatch(s -> s.options().shrinkings() > 1);
        if (several) {
            columns.add("union kept %");
        }
        List<List<Cell>> rows = new ArrayList<>();
        groups.keySet().stream().sorted((a, b) -> a.get(0).compareTo(b.get(0))).forEach(key -> {
            List<Shrinking> group = java.util.Objects.requireNonNull(groups.get(key));
            List<Cell> row = new ArrayList<>();
            key.forEach(k -> row.add(Cell.text(k)));
            row.add(Cell.text(group.stream().anyMatch(s -> s.report().looked()) ? "yes" : "no"));
            row.add(ReportNumbers.numberCell(group.size()));
            row.add(ReportNumbers.numberCell(median(group, Shrinking::qubits)));
            row.add(ReportNumbers.numberCell(median(group, s -> s.report().operations())));
            row.add(ReportNumbers.percentCell(share(group, s -> s.feasible() ? 1 : 0)));
            row.add(ReportNumbers.percentCell(share(group, s -> s.kept() ? 1 : 0)));
            if (several) {
                row.add(ReportNumbers.percentCell(share(group, s -> s.union() ? 1 : 0)));
            }
            rows.add(row);
        });
        return new Table(
                id,
                id.equals("kept-together") ? "Optima kept" : "Optima kept by " + subject,
                "Kept: share of the shrinkings whose strings, all of them gone through, hold an optimal solution. "
                        + "Feasible: share that hold a feasible one (of more than 20 qubits, which are too many to "
                        + "go through, an optimal one of those listed). Looked: complete assignments were evaluated "
                        + "to decide. Operations: median of what the correlations of the first shrinking cost. "
                        + "Union kept: an optimum is left in one of those shrinkings of a round with several that "
                        + "get shots; kept is that of the first alone.",
                columns,
                rows);
    }

    private static Table guard(List<Shrinking> all) {
        Map<List<String>, Map<String, boolean[]>> groups = new LinkedHashMap<>();
        for (Shrinking s : all) {
            boolean on = s.options().shrinking().awareness() == ShrinkOptions.Awareness.CONSTRAINT_AWARE;
            List<String> key = List.of(kind(s), s.options().correlationsId());
            String pair = s.instance().id() + " " + s.options().seed() + " "
                    + s.method().replaceAll("constraint-aware=(true|false)", "");
            boolean[] state =
                    groups.computeIfAbsent(key, k -> new LinkedHashMap<>()).computeIfAbsent(pair, k -> new boolean[4]);
            state[on ? 0 : 1] = true;
            state[on ? 2 : 3] = s.kept();
        }
        List<List<Cell>> rows = new ArrayList<>();
        groups.forEach((key, pairs) -> {
            List<boolean[]> both =
                    pairs.values().stream().filter(p -> p[0] && p[1]).toList();
            if (!both.isEmpty()) {
                long with = both.stream().filter(p -> p[2]).count();
                long without = both.stream().filter(p -> p[3]).count();
                long saved = both.stream().filter(p -> p[2] && !p[3]).count();
                rows.add(List.of(
                        Cell.text(key.get(0)),
                        Cell.text(key.get(1)),
                        ReportNumbers.numberCell(both.size()),
                        ReportNumbers.percentCell((double) with / both.size()),
                        ReportNumbers.percentCell((double) without / both.size()),
                        ReportNumbers.numberCell(saved),
                        ReportNumbers.numberCell(saved - with + without)));
            }
        });
        return new Table(
                "guard",
                "What the guard keeps and costs",
                "Pairs of shrinkings that differ in the guard alone. Saved: an optimum is left with the guard only; "
                        + "lost: without it only.",
                List.of("kind", "source", "pairs", "kept with %", "kept without %", "saved", "lost"),
                rows);
    }

    private static double median(List<Shrinking> group, ToDoubleFunction<Shrinking> quantity) {
        return Quantiles.median(group.stream().mapToDouble(quantity).toArray());
    }

    private static double share(List<Shrinking> group, ToDoubleFunction<Shrinking> one) {
        return group.stream().mapToDouble(one).average().orElse(Double.NaN);
    }
}
