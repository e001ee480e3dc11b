package org.shrinq.bench.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.shrinq.bench.report.Reference.PublishedRun;
import org.shrinq.bench.statistics.Quantiles;
import org.shrinq.bench.store.StoredRun;
import org.shrinq.qubo.Sense;
import org.shrinq.report.ReportNumbers;
import org.shrinq.report.Table;
import org.shrinq.report.Table.Cell;

/** Published runs beside ours, instance by instance. */
final class PublishedTable {
    private PublishedTable() {}

    /**
     * One instance with published runs.
     *
     * @param published gap of the best published run that ended feasible; infinite when none did, NaN when none tells
     *     its value
     * @param publishedMethod its method and set
     * @param runs published runs
     * @param feasible how many of them ended feasible
     * @param rawFeasible how many of them were feasible before post-processing
     * @param ours median gap of our best method on this instance
     * @param oursMethod its name
     * @param worst largest gap of that method over the seeds
     */
    record Row(
            StoredRun.InstanceRow instance,
            double published,
            String publishedMethod,
            int runs,
            int feasible,
            int rawFeasible,
            double ours,
            String oursMethod,
            double worst) {}

    static List<Row> rows(ReportData data) {
        List<Row> rows = new ArrayList<>();
        String method = bestWithCircuit(data).orElse(overallBest(data));
        for (StoredRun.InstanceRow i : data.instances()) {
            List<PublishedRun> published = data.reference().published(i.problem(), i.name());
            if (!published.isEmpty()) {
                rows.add(row(data, i, published, method));
            }
        }
        return rows;
    }

    /** The method with the smallest mean rank over the instances: one method for all, not the luckiest on each. */
    static String overallBest(ReportData data) {
        List<String> ranked = Ranking.bestFirst(data, data.methods());
        return ranked.isEmpty() ? "" : ranked.get(0);
    }

    /** The same among the methods that run a circuit; empty when there is none. */
    static Optional<String> bestWithCircuit(ReportData data) {
        List<String> methods = data.methods().stream()
                .filter(m -> data.of(m).stream().anyMatch(RunView::isCircuit))
                .toList();
        return methods.isEmpty()
                ? Optional.empty()
                : Optional.of(Ranking.bestFirst(data, methods).get(0));
    }

    private static Row row(
            ReportData data, StoredRun.InstanceRow instance, List<PublishedRun> published, String method) {
        Comparator<PublishedRun> order = Comparator.comparingDouble(r -> gap(data, instance, r));
        List<PublishedRun> feasible =
                published.stream().filter(PublishedRun::feasible).toList();
        Optional<PublishedRun> best = feasible.stream()
                .filter(r -> !Double.isNaN(gap(data, instance, r)))
                .min(order);
        List<RunView> ours = data.of(method).stream()
                .filter(r -> r.instance().id().equals(instance.id()))
                .toList();
        double[] gaps = ReportData.values(ours, RunView::gap);
        return new Row(
                instance,
                best.map(r -> gap(data, instance, r))
                        .orElse(feasible.isEmpty() ? Double.POSITIVE_INFINITY : Double.NaN),
                best.map(r -> r.method() + " (" + r.set().replace('_', ' ') + ")")
                        .orElse(""),
                published.size(),
                feasible.size(),
                (int) published.stream().filter(PublishedRun::rawFeasible).count(),
                Quantiles.median(gaps),
                method,
                gaps.length == 0 ? Double.NaN : Quantiles.of(gaps, 1));
    }

    /** NaN when the publication tells neither value nor gap. */
    private static double gap(ReportData data, StoredRun.InstanceRow instance, PublishedRun run) {
        if (run.objective().isEmpty()) {
            return run.gap().orElse(Double.NaN);
        }
        double value = run.objective().getAsDouble();
        double target = data.target(instance);
        double worse = instance.sense() == Sense.MAXIMIZE ? target - value : value - target;
        return worse / (target == 0 ? 1 : Math.abs(target));
    }

    static Table table(ReportData data) {
        List<Row> all = rows(data);
        List<List<Cell>> cells = new ArrayList<>();
        for (Row r : all) {
            cells.add(List.of(
                    Cell.text(r.instance().problem()),
                    Cell.text(r.instance().name()),
                    ReportNumbers.numberCell(data.target(r.instance())),
                    ReportNumbers.numberCell(r.runs()),
                    ReportNumbers.numberCell(r.rawFeasible()),
                    ReportNumbers.numberCell(r.feasible()),
                    Double.isNaN(r.published()) ? Cell.text("not stated") : ReportNumbers.percentCell(r.published()),
                    Cell.text(r.publishedMethod()),
                    ReportNumbers.percentCell(r.ours()),
                    ReportNumbers.percentCell(r.worst()),
                    Cell.text(verdict(r))));
        }
        String method = all.isEmpty() ? "" : all.get(0).oursMethod();
        return new Table(
                "published",
                "Published results",
                "From " + String.join(", ", data.reference().sources())
                        + ". Published gap: the best of all published runs of the instance"
                        + " after their classical post-processing (none: no run ended feasible; not stated: some did, "
                        + "but their values were not published). Ours: "
                        + method
                        + ", the method with a circuit that has the best mean rank over all instances here, with "
                        + "its median gap over the seeds and its worst. Ahead: our median is better than their "
                        + "best; ahead with every seed: our worst is.",
                List.of(
                        "problem",
                        "instance",
                        "best known",
                        "published runs",
                        "raw feasible",
                        "feasible",
                        "published gap %",
                        "published by",
                        "our median gap %",
                        "our worst gap %",
                        "verdict"),
                cells);
    }

    private static String verdict(Row r) {
        if (Double.isNaN(r.published()) || Double.isNaN(r.ours())) {
            return "undecided";
        }
        if (r.worst() < r.published() - RunView.EXACT) {
            return "ahead with every seed";
        }
        if (r.ours() < r.published() - RunView.EXACT) {
            return "ahead";
        }
        return Math.abs(r.ours() - r.published()) <= RunView.EXACT || r.ours() == r.published() ? "equal" : "behind";
    }
}
