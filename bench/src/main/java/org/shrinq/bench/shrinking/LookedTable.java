package org.shrinq.bench.shrinking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.shrinq.bench.statistics.Holm;
import org.shrinq.bench.statistics.Wilcoxon;
import org.shrinq.report.ReportNumbers;
import org.shrinq.report.Table;
import org.shrinq.report.Table.Cell;
import org.shrinq.shrink.ShrinkOptions;

/**
 * Sources that evaluated no complete assignment beside the best one that did, of each kind of problem: whether they
 * keep optima as often. The pairs are instances, each with its share over the seeds, since the seeds of one instance
 * are not independent.
 */
final class LookedTable {
    /** With fewer pairs that differ no two-sided p is under 0.05: 2·2⁻⁵ = 0.0625. */
    private static final int LEAST_PAIRS = 6;

    private LookedTable() {}

    /** A source on a kind of problem: by instance the share of seeds with which an optimum was kept. */
    private record Source(String kind, String id, boolean looked, Map<String, Double> kept) {
        double mean() {
            return kept.values().stream().mapToDouble(k -> k).average().orElse(0);
        }
    }

    /** Of the shrinkings with the guard; empty where all sources have looked, or none has. */
    static Optional<Table> of(List<Shrinking> all, Function<Shrinking, String> kindOf) {
        List<List<Cell>> rows = new ArrayList<>();
        byKind(all, kindOf).forEach((kind, sources) -> rows.addAll(rows(kind, sources)));
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new Table(
                        "looked",
                        "Sources that have not looked, beside the best one that has",
                        "With the guard. Better, worse: instances on which an optimum is kept with a larger and a "
                                + "smaller share of the seeds. p: two-sided signed-rank test over the instances, "
                                + "Holm over the sources of the kind; – where fewer than six instances differ, of "
                                + "which no outcome is significant.",
                        List.of(
                                "kind",
                                "source",
                                "beside",
                                "instances",
                                "kept %",
                                "beside kept %",
                                "better",
                                "worse",
                                "p"),
                        rows));
    }

    private static Map<String, List<Source>> byKind(List<Shrinking> all, Function<Shrinking, String> kindOf) {
        Map<String, Map<String, List<Shrinking>>> groups = new LinkedHashMap<>();
        all.stream()
                .filter(s -> s.options().shrinking().awareness() == ShrinkOptions.Awareness.CONSTRAINT_AWARE)
                .forEach(s -> groups.computeIfAbsent(kindOf.apply(s), k -> new LinkedHashMap<>())
                        .computeIfAbsent(s.options().correlationsId(), k -> new ArrayList<>())
                        .add(s));
        Map<String, List<Source>> sources = new LinkedHashMap<>();
        groups.forEach((kind, ids) -> {
            List<Source> of = new ArrayList<>();
            ids.forEach((id, list) -> of.add(new Source(
                    kind,
                    id,
                    list.stream().anyMatch(s -> s.report().looked()),
                    list.stream()
                            .collect(Collectors.groupingBy(
                                    s -> s.instance().id(),
                                    TreeMap::new,
                                    Collectors.averagingDouble(s -> s.kept() ? 1 : 0))))));
            sources.put(kind, of);
        });
        return sources;
    }

    private static List<List<Cell>> rows(String kind, List<Source> sources) {
        List<Source> others = sources.stream().filter(s -> !s.looked()).toList();
        Optional<Source> best =
                sources.stream().filter(Source::looked).max((a, b) -> Double.compare(a.mean(), b.mean()));
        if (best.isEmpty()) {
            return List.of();
        }
        Source looking = best.get();
        double[] p = new double[others.size()];
        List<double[]> differences = new ArrayList<>();
        for (int k = 0; k < p.length; k++) {
            Map<String, Double> kept = others.get(k).kept();
            double[] difference = looking.kept().entrySet().stream()
                    .filter(e -> kept.containsKey(e.getKey()))
                    .mapToDouble(e -> kept.getOrDefault(e.getKey(), 0.0) - e.getValue())
                    .toArray();
            differences.add(difference);
            p[k] = Wilcoxon.test(difference).pValue();
        }
        double[] adjusted = Holm.adjust(p);
        List<List<Cell>> rows = new ArrayList<>();
        for (int k = 0; k < p.length; k++) {
            double[] d = differences.get(k);
            long better = Arrays.stream(d).filter(x -> x > 0).count();
            long worse = Arrays.stream(d).filter(x -> x < 0).count();
            rows.add(List.of(
                    Cell.text(kind),
                    Cell.text(others.get(k).id()),
                    Cell.text(looking.id()),
                    ReportNumbers.numberCell(d.length),
                    ReportNumbers.percentCell(others.get(k).mean()),
                    ReportNumbers.percentCell(looking.mean()),
                    ReportNumbers.numberCell(better),
                    ReportNumbers.numberCell(worse),
                    better + worse < LEAST_PAIRS ? Cell.text("–") : ReportNumbers.numberCell(adjusted[k])));
        }
        return rows;
    }
}
