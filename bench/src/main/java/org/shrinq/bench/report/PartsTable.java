package org.shrinq.bench.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.shrinq.bench.suite.MethodSpec;
import org.shrinq.report.ReportNumbers;
import org.shrinq.report.Table;
import org.shrinq.report.Table.Cell;
import org.shrinq.solver.SolverOptions;

/**
 * Whether the default is ever behind one of its own parts: runs of the default with nothing but a time limit, each
 * beside the other methods' runs on the same instance with the same seed and limit.
 */
final class PartsTable {
    private PartsTable() {}

    /**
     * The runs of one instance, seed and limit.
     *
     * @param whole the default's
     * @param parts the other methods', by the name of the part
     */
    private record Trial(double limit, RunView whole, Map<String, RunView> parts) {
        /** The best of the parts. */
        Map.Entry<String, RunView> best() {
            return parts.entrySet().stream()
                    .min((a, b) ->
                            Double.compare(a.getValue().gap(), b.getValue().gap()))
                    .orElseThrow();
        }

        boolean isBehind() {
            return whole.gap() > best().getValue().gap() + RunView.EXACT;
        }

        String family() {
            return whole.instance().problem();
        }
    }

    /**
     * One sentence: on how many (instance, seed, limit) the default is worse than the best part; empty where there is
     * nothing to compare.
     */
    static Optional<String> sentence(ReportData data) {
        List<Trial> trials = trials(data);
        if (trials.isEmpty()) {
            return Optional.empty();
        }
        long worse = trials.stream().filter(Trial::isBehind).count();
        List<String> families = new ArrayList<>();
        groups(trials).forEach((key, group) -> {
            if (mean(group, Trial::whole) > meanOfBestPart(group) + RunView.EXACT) {
                families.add(key);
            }
        });
        return Optional.of("The default is worse than the best of its parts in " + worse + " of " + trials.size()
                + " (instance, seed, limit), " + ReportNumbers.percent(worse / (double) trials.size())
                + " %; its mean gap is above that of the best part on "
                + (families.isEmpty() ? "no family" : String.join(", ", families)) + ".");
    }

    /** One row per family and limit. */
    static Table table(ReportData data) {
        List<List<Cell>> rows = new ArrayList<>();
        groups(trials(data)).forEach((key, group) -> {
            String part = bestPart(group);
            rows.add(List.of(
                    Cell.text(key),
                    ReportNumbers.numberCell(group.size()),
                    ReportNumbers.numberCell(
                            (double) group.stream().filter(Trial::isBehind).count()),
                    ReportNumbers.percentCell(mean(group, Trial::whole)),
                    ReportNumbers.percentCell(meanOfBestPart(group)),
                    Cell.text(part)));
        });
        return new Table(
                "parts",
                "The default beside its parts",
                "Each run of the default beside the other methods' runs on the same instance with the same seed and "
                        + "time limit. Behind: runs of the default that are worse than the best of them. Mean gaps "
                        + "in per cent; \"none\": not feasible in one of the runs. The best part is the method with "
                        + "the least mean gap on the family at that limit.",
                List.of("family", "runs", "behind", "mean gap %", "mean gap of the best part %", "best part"),
                rows);
    }

    /** Every run in which the default is behind. */
    static Table behind(ReportData data) {
        List<List<Cell>> rows = new ArrayList<>();
        for (Trial t : trials(data)) {
            if (t.isBehind()) {
                Map.Entry<String, RunView> best = t.best();
                rows.add(List.of(
                        Cell.text(t.family()),
                        Cell.text(t.whole().instance().name()),
                        ReportNumbers.numberCell((double) t.whole().run().key().seed()),
                        ReportNumbers.numberCell(t.limit()),
                        ReportNumbers.percentCell(t.whole().gap()),
                        ReportNumbers.percentCell(best.getValue().gap()),
                        Cell.text(best.getKey())));
            }
        }
        return new Table(
                "parts-behind",
                "Where the default is behind one of its parts",
                "Gaps in per cent.",
                List.of("family", "instance", "seed", "limit s", "gap %", "gap of the best part %", "best part"),
                rows);
    }

    /** In the order of the instances, their seeds and limits. */
    private static List<Trial> trials(ReportData data) {
        TreeSet<Double> limits = new TreeSet<>();
        data.runs().forEach(r -> r.timeLimit().ifPresent(limits::add));
        Map<Double, String> defaults = new LinkedHashMap<>();
        limits.forEach(
                t -> defaults.put(t, MethodSpec.hash(SolverOptions.defaults().withTimeLimit(t))));
        List<Trial> trials = new ArrayList<>();
        for (List<RunView> runs : ReportData.byInstance(data.runs()).values()) {
            for (long seed : data.seeds()) {
                for (double limit : limits) {
                    List<RunView> same = runs.stream()
                            .filter(r -> r.run().key().seed() == seed
                                    && r.run().key().repeat() == 1)
                            .toList();
                    Map<String, RunView> parts = new TreeMap<>();
                    Optional<RunView> whole = Optional.empty();
                    for (RunView r : same) {
                        if (r.run().key().configuration().equals(defaults.get(limit))) {
                            whole = Optional.of(r);
                        } else if (r.timeLimit().isPresent() && r.timeLimit().getAsDouble() == limit) {
                            parts.put(part(r), r);
                        }
                    }
                    if (whole.isPresent() && !parts.isEmpty()) {
                        trials.add(new Trial(limit, whole.get(), parts));
                    }
                }
            }
        }
        return trials;
    }

    /**
     * The name of a method without its limit, which is what varies between the rows: "tabu" for
     * "part/method=tabu,time-limit=1".
     */
    private static String part(RunView run) {
        return run.method().replaceAll("[,/]time-limit=[^,]*", "").replaceAll("^[^/]*/method=([^,]*)$", "$1");
    }

    /** By family and limit. */
    private static Map<String, List<Trial>> groups(List<Trial> trials) {
        Map<String, List<Trial>> groups = new TreeMap<>();
        for (Trial t : trials) {
            groups.computeIfAbsent(t.family() + " " + ReportNumbers.number(t.limit()) + " s", k -> new ArrayList<>())
                    .add(t);
        }
        return groups;
    }

    private static double mean(List<Trial> group, java.util.function.Function<Trial, RunView> of) {
        return group.stream().mapToDouble(t -> of.apply(t).gap()).average().orElse(Double.NaN);
    }

    /** The part with the least mean gap among those that ran in every trial. */
    private static String bestPart(List<Trial> group) {
        return group.get(0).parts().keySet().stream()
                .filter(p -> group.stream().allMatch(t -> t.parts().containsKey(p)))
                .min((a, b) -> Double.compare(mean(group, a), mean(group, b)))
                .orElse("");
    }

    private static double meanOfBestPart(List<Trial> group) {
        return mean(group, bestPart(group));
    }

    private static double mean(List<Trial> group, String part) {
        return group.stream()
                .mapToDouble(
                        t -> t.parts().containsKey(part) ? t.parts().get(part).gap() : Double.NaN)
                .average()
                .orElse(Double.NaN);
    }
}
