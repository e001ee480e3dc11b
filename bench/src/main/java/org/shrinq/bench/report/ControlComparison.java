package org.shrinq.bench.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.shrinq.bench.report.RunView.ControlView;
import org.shrinq.bench.statistics.Interval;
import org.shrinq.bench.statistics.Quantiles;
import org.shrinq.report.ReportNumbers;
import org.shrinq.report.Table;
import org.shrinq.report.Table.Cell;
import org.shrinq.solver.Control;

/** What a method adds over each control: the same shrunk problem, as many strings, the same repair. */
final class ControlComparison {
    /**
     * The lift of one method over one control. Lift = gap of the control − gap of the method, so more is better.
     *
     * @param best of the best repaired string, with its interval
     * @param mean of the mean repaired objective, with its interval
     * @param raw of the best raw string; infinite where only one of them had a feasible one
     * @param better instances where the method's mean is better
     * @param equal instances where it is the same
     * @param worse instances where it is worse
     * @param feasible difference of the shares of feasible raw strings
     * @param means mean lifts of the instances, which the test is made of; not to be modified
     */
    record Lift(
            String method,
            String control,
            Interval best,
            Interval mean,
            double raw,
            int better,
            int equal,
            int worse,
            double feasible,
            double[] means) {}

    private ControlComparison() {}

    static List<Lift> of(ReportData data) {
        List<Lift> lifts = new ArrayList<>();
        for (String method : data.methods()) {
            List<RunView> runs = data.of(method).stream()
                    .filter(r -> !r.controls().isEmpty())
                    .toList();
            LinkedHashSet<String> controls = new LinkedHashSet<>();
            runs.forEach(r -> controls.addAll(r.controls().keySet()));
            for (String control : controls) {
                lifts.add(lift(
                        method,
                        control,
                        runs.stream()
                                .filter(r -> r.controls().containsKey(control))
                                .toList()));
            }
        }
        return lifts;
    }

    private static Lift lift(String method, String control, List<RunView> runs) {
        ToDoubleFunction<RunView> best = r -> minus(control(r, control).repaired(), r.repairedGap());
        ToDoubleFunction<RunView> mean = r -> minus(control(r, control).mean(), r.meanRepairedGap());
        ToDoubleFunction<RunView> raw = r -> minus(control(r, control).raw(), r.rawGap());
        double[] medians = ReportData.medians(runs, mean).values().stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
        int better = 0;
        int worse = 0;
        for (double d : medians) {
            better += d > RunView.EXACT ? 1 : 0;
            worse += d < -RunView.EXACT ? 1 : 0;
        }
        return new Lift(
                method,
                control,
                ReportData.bootstrap().clusteredMedian(ReportData.clusters(runs, best)),
                ReportData.bootstrap().clusteredMedian(ReportData.clusters(runs, mean)),
                Quantiles.median(ReportData.values(runs, raw)),
                better,
                medians.length - better - worse,
                worse,
                Quantiles.median(ReportData.values(
                        runs, r -> r.rawFeasible() - control(r, control).feasible())),
                medians);
    }

    private static ControlView control(RunView run, String name) {
        return java.util.Objects.requireNonNull(run.controls().get(name));
    }

    private static double minus(double a, double b) {
        return a == b ? 0 : a - b;
    }

    /** One test a lift. */
    static PairedTests tests(List<Lift> lifts) {
        return PairedTests.of(lifts.stream().map(Lift::means).toList());
    }

    static Table table(ReportData data) {
        List<Lift> lifts = of(data);
        PairedTests tests = tests(lifts);
        List<List<Cell>> rows = new ArrayList<>();
        for (int k = 0; k < lifts.size(); k++) {
            Lift l = lifts.get(k);
            rows.add(List.of(
                    Cell.text(l.method()),
                    Cell.text(Control.inWords(l.control())),
                    interval(l.mean()),
                    interval(l.best()),
                    new Cell(
                            Double.isInfinite(l.raw())
                                    ? (l.raw() > 0 ? "method only" : "control only")
                                    : ReportNumbers.percent(l.raw()),
                            l.raw()),
                    ReportNumbers.percentCell(l.feasible()),
                    ReportNumbers.numberCell(l.better()),
                    ReportNumbers.numberCell(l.equal()),
                    ReportNumbers.numberCell(l.worse()),
                    tests.corrected(k)));
        }
        return new Table(
                "lift",
                "Lift over the controls",
                "In every run the same shrunk problem was given to each control in the method's place, with as many "
                        + "strings and the same repair. Lift: gap of the control minus gap of the method in "
                        + "percentage points, so above zero the method adds something; median over all runs with 95 "
                        + "% bootstrap interval over instances. Mean: of the mean objective of the repaired "
                        + "strings, the sharper measure; best: of the best repaired string; raw: of the best "
                        + "feasible raw string. Feasible: difference of the shares of raw strings that are "
                        + "feasible. Better, equal, worse: instances by the mean. p: Wilcoxon signed-rank test of "
                        + "the mean lifts of the instances, Holm-corrected for this table.",
                List.of(
                        "method",
                        "control",
                        "mean lift",
                        "best lift",
                        "raw lift",
                        "feasible",
                        "better",
                        "equal",
                        "worse",
                        "p (Holm)"),
                rows);
    }

    /** Mean lifts by kind of problem; empty when there is one kind only. */
    static Table byProblem(ReportData data) {
        Set<String> controls = new LinkedHashSet<>();
        data.runs().forEach(r -> controls.addAll(r.controls().keySet()));
        List<String> columns = new ArrayList<>(List.of("method", "problem", "runs"));
        controls.forEach(c -> columns.add("over " + Control.inWords(c)));
        List<List<Cell>> rows = new ArrayList<>();
        for (String method : data.problems().size() > 1 ? data.methods() : List.<String>of()) {
            for (String problem : data.problems()) {
                List<RunView> runs = data.of(method).stream()
                        .filter(r -> r.instance().problem().equals(problem)
                                && !r.controls().isEmpty())
                        .toList();
                if (!runs.isEmpty()) {
                    rows.add(byProblem(method, problem, runs, controls));
                }
            }
        }
        return new Table(
                "lift-by-problem",
                "Lift by kind of problem",
                "Mean lift as above, for each kind of problem: median over the runs in percentage points with 95 % "
                        + "bootstrap interval over the instances.",
                columns,
                rows);
    }

    private static List<Cell> byProblem(String method, String problem, List<RunView> runs, Set<String> controls) {
        List<Cell> row = new ArrayList<>();
        row.add(Cell.text(method));
        row.add(Cell.text(problem));
        row.add(ReportNumbers.numberCell(runs.size()));
        for (String control : controls) {
            List<RunView> own =
                    runs.stream().filter(r -> r.controls().containsKey(control)).toList();
            row.add(interval(ReportData.bootstrap()
                    .clusteredMedian(ReportData.clusters(
                            own, r -> minus(control(r, control).mean(), r.meanRepairedGap())))));
        }
        return row;
    }

    /** "1.2 [0.8, 1.9]" in per cent. */
    static Cell interval(Interval i) {
        return ReportNumbers.intervalCell(i.estimate(), i.low(), i.high());
    }
}
