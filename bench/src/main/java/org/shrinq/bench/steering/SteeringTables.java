package org.shrinq.bench.steering;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.shrinq.bench.statistics.Holm;
import org.shrinq.bench.statistics.Quantiles;
import org.shrinq.bench.statistics.Wilcoxon;
import org.shrinq.report.Report;
import org.shrinq.report.ReportNumbers;
import org.shrinq.report.Table;
import org.shrinq.report.Table.Cell;

/** What a study of steered searches found: which source helps on which family. */
public final class SteeringTables {
    private static final double LEVEL = 0.05;

    private SteeringTables() {}

    /** All pairs of one family, search and source. */
    private record Group(String family, SteeredSearch search, String source) {}

    /** A row's numbers. */
    private record Row(Group group, List<Steering> pairs, double pValue) {
        double ratio() {
            return Math.exp(Quantiles.median(
                    pairs.stream().mapToDouble(SteeringTables::logRatio).toArray()));
        }

        long better() {
            return pairs.stream().filter(s -> logRatio(s) < 0).count();
        }

        String verdict(double adjusted) {
            return adjusted > LEVEL ? "no difference" : ratio() < 1 ? "helps" : "harms";
        }
    }

    private static double logRatio(Steering s) {
        return Math.log(s.steered() / s.plain());
    }

    /**
     * The report.
     *
     * @param command that made it
     */
    public static Report of(String suite, String command, Collection<Steering> all) {
        List<Row> rows = rows(all);
        double[] adjusted = Holm.adjust(rows.stream().mapToDouble(Row::pValue).toArray());
        List<Report.Fact> facts =
                List.of(new Report.Fact("command", command), new Report.Fact("pairs", Integer.toString(all.size())));
        return new Report(
                "Correlations that steer: " + suite, facts, List.of(), List.of(), List.of(table(rows, adjusted)));
    }

    /** A sentence for each family and search: which sources help, which harm. */
    public static List<String> sentences(Collection<Steering> all) {
        List<Row> rows = rows(all);
        double[] adjusted = Holm.adjust(rows.stream().mapToDouble(Row::pValue).toArray());
        Map<String, List<String>> by = new LinkedHashMap<>();
        for (int k = 0; k < rows.size(); k++) {
            Group g = rows.get(k).group;
            String verdict = rows.get(k).verdict(adjusted[k]);
            by.computeIfAbsent(g.family + ", " + g.search.label(), f -> new ArrayList<>())
                    .add(g.source + " " + verdict);
        }
        return by.entrySet().stream()
                .map(e -> e.getKey() + ": " + String.join(", ", e.getValue()))
                .toList();
    }

    private static List<Row> rows(Collection<Steering> all) {
        Map<Group, List<Steering>> groups = new LinkedHashMap<>();
        for (SteeredSearch search : SteeredSearch.values()) {
            all.stream()
                    .filter(s -> s.search() == search)
                    .forEach(s -> groups.computeIfAbsent(
                                    new Group(s.family(), search, s.source()), g -> new ArrayList<>())
                            .add(s));
        }
        return groups.entrySet().stream()
                .map(e -> new Row(
                        e.getKey(),
                        List.copyOf(e.getValue()),
                        Wilcoxon.test(e.getValue().stream()
                                        .mapToDouble(SteeringTables::logRatio)
                                        .toArray())
                                .pValue()))
                .toList();
    }

    private static Table table(List<Row> rows, double[] adjusted) {
        List<List<Cell>> cells = new ArrayList<>();
        for (int k = 0; k < rows.size(); k++) {
            Row row = rows.get(k);
            int reads = row.pairs.stream().mapToInt(Steering::reads).sum();
            cells.add(List.of(
                    Cell.text(row.group.search.label()),
                    Cell.text(row.group.family),
                    Cell.text(row.group.source),
                    ReportNumbers.numberCell(row.pairs.size()),
                    ReportNumbers.percentCell((double) row.pairs.stream()
                                    .mapToInt(Steering::plainHits)
                                    .sum()
                            / reads),
                    ReportNumbers.percentCell(
                            (double) row.pairs.stream().mapToInt(Steering::hits).sum() / reads),
                    ReportNumbers.numberCell(Math.round(100 * row.ratio()) / 100.0),
                    ReportNumbers.numberCell((double) row.better()),
                    ReportNumbers.pCell(adjusted[k]),
                    Cell.text(row.verdict(adjusted[k])),
                    ReportNumbers.numberCell(Math.round(100
                                    * Quantiles.median(row.pairs.stream()
                                            .mapToDouble(s -> s.operations() / s.plain())
                                            .toArray()))
                            / 100.0)));
        }
        return new Table(
                "steering",
                "Work to the target with correlations and without",
                "Hits: share of the reads that reach the target, without correlations and with them. Work: median "
                        + "over the pairs of the work a hit takes with them over that without; below 1 they help. "
                        + "Less: pairs with less work. p: Wilcoxon's signed-rank test of the logarithms, after Holm "
                        + "over all rows. Source: what the correlations cost, once, in units of the plain work a "
                        + "hit takes.",
                List.of(
                        "search",
                        "family",
                        "source",
                        "pairs",
                        "plain hits %",
                        "hits %",
                        "work",
                        "less",
                        "p",
                        "verdict",
                        "source cost"),
                cells);
    }
}
