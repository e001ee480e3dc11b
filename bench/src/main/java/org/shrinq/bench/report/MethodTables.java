package org.shrinq.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.shrinq.bench.statistics.Quantiles;
import org.shrinq.bench.statistics.TimeToSolution;
import org.shrinq.bench.statistics.Wilcoxon;
import org.shrinq.bench.store.StoredRun;
import org.shrinq.report.ReportNumbers;
import org.shrinq.report.Table;
import org.shrinq.report.Table.Cell;

/** What every method reaches, and whether methods differ. */
final class MethodTables {
    private MethodTables() {}

    /** One row per method and kind of problem, and per method over all kinds where there are several. */
    static Table methods(ReportData data) {
        List<List<Cell>> rows = new ArrayList<>();
        for (String method : data.methods()) {
            List<RunView> all = data.of(method);
            List<String> kinds = data.problems();
            if (kinds.size() > 1) {
                rows.add(row(method, "all", all));
            }
            for (String kind : kinds) {
                List<RunView> own = all.stream()
                        .filter(r -> r.instance().problem().equals(kind))
                        .toList();
                if (!own.isEmpty()) {
                    rows.add(row(method, kind, own));
                }
            }
        }
        return new Table(
                "methods",
                "Methods",
                "Gap: (value − best known) / |best known| in the direction that is worse, in per cent; a run "
                        + "without a feasible solution has no gap and counts as worse than all others. Median with "
                        + "95 % bootstrap interval over instances. Optimal: share of the runs that reach the best "
                        + "known value. Seconds: median of a run, and of training and sampling in its first round. "
                        + "TTS: median over the instances of the seconds until it is reached with probability 0.99, "
                        + "∞ where it never was. Failed runs count as infeasible. Nobody before: share of the runs "
                        + "with a circuit or sampler whose best solution is one of its strings, as it was or "
                        + "repaired, and that no construction, search, reduction or pool of the correlations had "
                        + "before it ran.",
                List.of(
                        "method",
                        "problem",
                        "runs",
                        "failed",
                        "feasible %",
                        "optimal %",
                        "median gap %",
                        "worst gap %",
                        "qubits",
                        "seconds",
                        "search s",
                        "TTS s",
                        "nobody before %"),
                rows);
    }

    private static List<Cell> row(String method, String kind, List<RunView> runs) {
        long failed = runs.stream().filter(r -> r.run().hasFailed()).count();
        double[] gaps = ReportData.values(runs, RunView::gap);
        List<Cell> row = new ArrayList<>();
        row.add(Cell.text(method));
        row.add(Cell.text(kind));
        row.add(ReportNumbers.numberCell(runs.size()));
        row.add(ReportNumbers.numberCell((double) failed));
        row.add(ReportNumbers.percentCell(share(runs, r -> r.run().isFeasible())));
        row.add(ReportNumbers.percentCell(share(runs, RunView::isOptimal)));
        row.add(ControlComparison.interval(
                ReportData.bootstrap().clusteredMedian(ReportData.clusters(runs, RunView::gap))));
        row.add(ReportNumbers.percentCell(gaps.length == 0 ? Double.NaN : Quantiles.of(gaps, 1)));
        row.add(ReportNumbers.numberCell(Quantiles.median(ReportData.values(runs, RunView::qubits))));
        row.add(ReportNumbers.secondsCell(Quantiles.median(ReportData.values(runs, RunView::seconds))));
        row.add(ReportNumbers.secondsCell(Quantiles.median(ReportData.values(runs, RunView::searchSeconds))));
        row.add(ReportNumbers.secondsCell(timeToSolution(runs)));
        row.add(ReportNumbers.percentCell(firstShare(runs)));
        return row;
    }

    /**
     * Of the runs whose small problem something searched, the share whose best solution nobody had before; NaN without
     * such runs.
     */
    private static double firstShare(List<RunView> runs) {
        List<RunView> searched =
                runs.stream().filter(r -> r.run().tellsCredit()).toList();
        return searched.isEmpty() ? Double.NaN : share(searched, r -> r.run().isOfSamples());
    }

    private static double share(List<RunView> runs, java.util.function.Predicate<RunView> property) {
        return runs.stream().filter(property).count() / (double) runs.size();
    }

    private static double timeToSolution(List<RunView> runs) {
        double[] each = ReportData.byInstance(runs).values().stream()
                .mapToDouble(group -> TimeToSolution.of(
                        Quantiles.median(ReportData.values(group, RunView::seconds)),
                        share(group, RunView::isOptimal),
                        0.99))
                .toArray();
        return Quantiles.median(each);
    }

    /** All pairs of methods on the instances that both ran on, by what they found. */
    static Table tests(ReportData data) {
        return tests(
                data,
                data.methods(),
                RunView::gap,
                "tests",
                "Differences between methods",
                "Each instance counts once, with its median gap over the seeds.");
    }

    /** The same by what repair makes of an average string; only methods that have strings. */
    static Table stringTests(ReportData data) {
        List<String> methods = data.methods().stream()
                .filter(m -> data.of(m).stream().anyMatch(r -> Double.isFinite(r.meanRepairedGap())))
                .toList();
        return tests(
                data,
                methods,
                RunView::meanRepairedGap,
                "string-tests",
                "Differences between methods in the average string",
                "Gap of the mean objective of the repaired strings of the first round; each instance counts once, "
                        + "with its median over the seeds. The best of many strings is often the optimum whatever "
                        + "they are drawn from; their mean tells methods apart.");
    }

    private static Table tests(
            ReportData data,
            List<String> methods,
            ToDoubleFunction<RunView> quantity,
            String id,
            String title,
            String note) {
        List<Map<String, Double>> medians = methods.stream()
                .map(m -> ReportData.medians(data.of(m), quantity))
                .toList();
        List<String[]> pairs = new ArrayList<>();
        List<double[][]> samples = new ArrayList<>();
        for (int a = 0; a < methods.size(); a++) {
            for (int b = a + 1; b < methods.size(); b++) {
                double[][] sample = paired(medians.get(a), medians.get(b));
                if (sample[0].length > 0) {
                    pairs.add(new String[] {methods.get(a), methods.get(b)});
                    samples.add(sample);
                }
            }
        }
        List<double[]> differencesOfAll =
                samples.stream().map(s -> differences(s[0], s[1])).toList();
        PairedTests paired = PairedTests.of(differencesOfAll);
        List<List<Cell>> rows = new ArrayList<>();
        for (int k = 0; k < samples.size(); k++) {
            double[] a = samples.get(k)[0];
            double[] b = samples.get(k)[1];
            int better = 0;
            int worse = 0;
            for (int i = 0; i < a.length; i++) {
                better += a[i] < b[i] ? 1 : 0;
                worse += a[i] > b[i] ? 1 : 0;
            }
            rows.add(List.of(
                    Cell.text(pairs.get(k)[0]),
                    Cell.text(pairs.get(k)[1]),
                    ReportNumbers.numberCell(a.length),
                    ReportNumbers.numberCell(better),
                    ReportNumbers.numberCell(a.length - better - worse),
                    ReportNumbers.numberCell(worse),
                    difference(Quantiles.median(differencesOfAll.get(k))),
                    paired.p(k),
                    paired.corrected(k)));
        }
        return new Table(
                id,
                title,
                note + " Better: instances where the first method has the smaller"
                        + " gap. Difference: median of first minus second, in percentage points. p: two-sided "
                        + "Wilcoxon signed-rank test of the pairs, exact up to " + Wilcoxon.EXACT_PAIRS
                        + " pairs; corrected after Holm for all "
                        + paired.count() + " tests of this table; fewer than " + PairedTests.FEWEST
                        + " instances are not tested.",
                List.of("first", "second", "instances", "better", "equal", "worse", "difference", "p", "p (Holm)"),
                rows);
    }

    private static double[] differences(double[] a, double[] b) {
        double[] differences = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            differences[i] = a[i] == b[i] ? 0 : a[i] - b[i];
        }
        return differences;
    }

    private static Cell difference(double value) {
        return new Cell(
                Double.isInfinite(value) ? (value > 0 ? "second only" : "first only") : ReportNumbers.percent(value),
                value);
    }

    private static double[][] paired(Map<String, Double> a, Map<String, Double> b) {
        List<Double> first = new ArrayList<>();
        List<Double> second = new ArrayList<>();
        a.forEach((instance, value) -> {
            Double other = b.get(instance);
            if (other != null) {
                first.add(value);
                second.add(other);
            }
        });
        return new double[][] {
            first.stream().mapToDouble(Double::doubleValue).toArray(),
            second.stream().mapToDouble(Double::doubleValue).toArray()
        };
    }

    /** Median gap of every method on every instance. */
    static Table instances(ReportData data) {
        List<String> methods = data.methods();
        List<Map<String, Double>> medians = methods.stream()
                .map(m -> ReportData.medians(data.of(m), RunView::gap))
                .toList();
        List<String> columns = new ArrayList<>(List.of("problem", "instance", "variables", "best known"));
        columns.addAll(methods);
        List<List<Cell>> rows = new ArrayList<>();
        for (StoredRun.InstanceRow i : data.instances()) {
            List<Cell> row = new ArrayList<>();
            row.add(Cell.text(i.problem()));
            row.add(Cell.text(i.name()));
            row.add(ReportNumbers.numberCell(i.variables()));
            String known = ReportNumbers.number(data.target(i));
            row.add(new Cell(data.guessedTargets().contains(i.name()) ? known + " (here)" : known, data.target(i)));
            for (Map<String, Double> own : medians) {
                Double value = own.get(i.problem() + "/" + i.name() + "/" + i.id());
                row.add(ReportNumbers.percentCell(value == null ? Double.NaN : value));
            }
            rows.add(row);
        }
        return new Table(
                "instances",
                "Instances",
                "Median gap over the seeds in per cent; \"none\": no feasible solution in at least half of the "
                        + "runs. A best known value marked \"here\" is only the best of these runs.",
                columns,
                rows);
    }

    /** Runs that failed, were refused, or were stopped at their limit. */
    static Table failures(ReportData data) {
        List<List<Cell>> rows = new ArrayList<>();
        for (RunView r : data.runs()) {
            if (r.run().ended() != StoredRun.Ended.DONE) {
                rows.add(List.of(
                        Cell.text(r.method()),
                        Cell.text(r.instance().name()),
                        ReportNumbers.numberCell((double) r.run().key().seed()),
                        Cell.text(r.run().ended().name().toLowerCase(java.util.Locale.ROOT)),
                        ReportNumbers.secondsCell(r.seconds()),
                        Cell.text(r.run().error().orElse("stopped at its limit of seconds, with its best so far"))));
            }
        }
        return new Table(
                "failures",
                "Runs that did not end by themselves",
                "They count in every table: a failed run as one without a feasible solution, a cut one with what it "
                        + "had.",
                List.of("method", "instance", "seed", "ended", "seconds", "reason"),
                rows);
    }
}
