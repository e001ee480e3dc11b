package org.shrinq.bench.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.shrinq.bench.statistics.Interval;
import org.shrinq.bench.statistics.Quantiles;
import org.shrinq.report.Figure;
import org.shrinq.report.ReportNumbers;
import org.shrinq.report.plot.Axes;
import org.shrinq.report.plot.Scale;
import org.shrinq.report.plot.Svg;
import org.shrinq.solver.Control;

/** Plots of single values. */
final class PointFigures {
    private static final double WIDTH = 720;
    private static final double HEIGHT = 380;
    private static final double ROW = 24;
    private static final double NAMES = 190;
    private static final double LINEAR_GAP = 0.001;

    private PointFigures() {}

    private static double rowsHeight(int rows) {
        return 28 + 44 + ROW * Math.max(1, rows);
    }

    private static String shorten(String name) {
        return name.length() <= 30 ? name : name.substring(0, 14) + "…" + name.substring(name.length() - 15);
    }

    /** One dot per instance, the median with its interval, per method. */
    static Figure gaps(ReportData data) {
        String title = "Gap by method";
        List<String> methods = data.methods();
        List<String> problems = data.problems();
        double height = rowsHeight(methods.size());
        double largest = data.runs().stream()
                .mapToDouble(RunView::gap)
                .filter(Double::isFinite)
                .max()
                .orElse(0.1);
        Scale x = Scale.gap(LINEAR_GAP, largest, NAMES, Axes.right(WIDTH) - 14);
        Svg svg = new Svg(WIDTH, height);
        Axes.horizontal(svg, WIDTH, height, x, "gap to the best known value", NAMES);
        for (int m = 0; m < methods.size(); m++) {
            double y = Axes.top() + ROW * (m + 0.5);
            svg.label(NAMES - 10, y + 4, "end", shorten(methods.get(m)));
            List<RunView> runs = data.of(methods.get(m));
            Map<String, Double> medians = ReportData.medians(runs, RunView::gap);
            int k = 0;
            for (Map.Entry<String, Double> e : medians.entrySet()) {
                String[] parts = e.getKey().split("/", 3);
                double jitter = 7 * ((k++ * 0.618) % 1 - 0.5);
                svg.dot(
                        problems.indexOf(parts[0]),
                        x.at(e.getValue()),
                        y + jitter,
                        2.6,
                        parts[1] + ": " + ReportNumbers.percent(e.getValue()) + " %");
            }
            Interval i = ReportData.bootstrap().clusteredMedian(ReportData.clusters(runs, RunView::gap));
            if (!Double.isNaN(i.estimate())) {
                svg.stroke(problems.size(), "strong", x.at(i.low()), y, x.at(i.high()), y);
                svg.diamond(
                        problems.size(),
                        x.at(i.estimate()),
                        y,
                        5,
                        methods.get(m) + ": median " + ReportNumbers.percent(i.estimate()) + " %");
            }
        }
        List<String> legend = new ArrayList<>(problems);
        legend.add("median, 95 % interval");
        return new Figure(
                "gaps",
                title,
                "A dot is an instance with its median gap over the seeds, coloured by kind of problem; the diamond is the median over all"
                        + " runs with its 95 % bootstrap interval. Linear below 0.1 %, logarithmic above; \"none\": no feasible"
                        + " solution.",
                svg.element(title),
                "",
                legend);
    }

    /** What shrinking lost, and what the pipeline returned, against the qubits that were left. */
    static Figure qubits(ReportData data) {
        String title = "Qubits against loss";
        List<RunView> shrunk = data.runs().stream()
                .filter(r ->
                        r.wasShrunk() && r.variablesBefore() > 0 && r.controls().containsKey("exact"))
                .toList();
        if (shrunk.isEmpty()) {
            return Figure.none("qubits", title, "no run shrank its problem and has the exact control");
        }
        List<String> problems = data.problems();
        Map<String, List<RunView>> groups = new LinkedHashMap<>();
        for (RunView r : shrunk) {
            groups.computeIfAbsent(
                            r.instance().problem() + "/" + r.instance().name() + "/" + Math.round(r.smallVariables()),
                            k -> new ArrayList<>())
                    .add(r);
        }
        double largest = shrunk.stream()
                .mapToDouble(ShrinkTable::exactRepaired)
                .filter(Double::isFinite)
                .max()
                .orElse(0.1);
        Scale x = Scale.linear(0, 1, Axes.left(), Axes.right(WIDTH));
        Scale y = Scale.gap(LINEAR_GAP, largest, Axes.bottom(HEIGHT), Axes.top());
        Svg svg = new Svg(WIDTH, HEIGHT);
        Axes.draw(svg, WIDTH, HEIGHT, x, y, "qubits left, as a share of the variables before shrinking", "gap");
        Map<Integer, List<double[]>> centres = new TreeMap<>();
        groups.forEach((key, runs) -> {
            String[] parts = key.split("/", 3);
            double share = Quantiles.median(
                    ReportData.values(runs, r -> r.smallVariables() / Math.max(1, r.variablesBefore())));
            double loss = Quantiles.median(ReportData.values(runs, ShrinkTable::exactRepaired));
            if (!Double.isNaN(loss)) {
                svg.dot(
                        problems.indexOf(parts[0]),
                        x.at(share),
                        y.at(loss),
                        3.4,
                        parts[1] + ", " + parts[2] + " qubits: " + ReportNumbers.percent(loss) + " %");
                centres.computeIfAbsent((int) Math.floor(10 * share), k -> new ArrayList<>())
                        .add(new double[] {share, loss});
            }
        });
        centres.forEach((bin, points) -> svg.diamond(
                problems.size(),
                x.at(Quantiles.median(points.stream().mapToDouble(p -> p[0]).toArray())),
                y.at(Quantiles.median(points.stream().mapToDouble(p -> p[1]).toArray())),
                5,
                "median of " + ReportNumbers.count(points.size(), "instance")));
        List<String> legend = new ArrayList<>(problems);
        legend.add("median of a tenth of the axis");
        return new Figure(
                "qubits",
                title,
                "What the shrunk problem is still worth apart from any circuit: a dot is an instance at a number of qubits, its height the"
                        + " gap of the best string of the shrunk problem (found by enumeration) after repair.",
                svg.element(title),
                "",
                legend);
    }

    /** Forest plot of the mean lifts. */
    static Figure lifts(ReportData data) {
        String title = "Lift over the controls";
        List<ControlComparison.Lift> lifts = ControlComparison.of(data).stream()
                .filter(l -> Double.isFinite(l.mean().estimate()))
                .toList();
        if (lifts.isEmpty()) {
            return Figure.none("lifts", title, "no run has controls");
        }
        List<String> controls =
                lifts.stream().map(ControlComparison.Lift::control).distinct().toList();
        double low = 0;
        double high = 0;
        for (ControlComparison.Lift l : lifts) {
            low = Math.min(
                    low,
                    Double.isFinite(l.mean().low()) ? l.mean().low() : l.mean().estimate());
            high = Math.max(
                    high,
                    Double.isFinite(l.mean().high())
                            ? l.mean().high()
                            : l.mean().estimate());
        }
        double margin = Math.max(1e-4, 0.05 * (high - low));
        List<String> methods =
                lifts.stream().map(ControlComparison.Lift::method).distinct().toList();
        double height = rowsHeight(lifts.size()) + 10 * methods.size();
        Scale x = Scale.linear(100 * (low - margin), 100 * (high + margin), NAMES, Axes.right(WIDTH) - 8);
        Svg svg = new Svg(WIDTH, height);
        Axes.horizontal(svg, WIDTH, height, x, "lift in percentage points of the mean repaired objective", NAMES);
        svg.stroke(controls.size(), "zero", x.at(0), Axes.top(), x.at(0), Axes.bottom(height));
        double y = Axes.top() - ROW / 2;
        String previous = "";
        for (ControlComparison.Lift l : lifts) {
            y += ROW + (previous.isEmpty() || previous.equals(l.method()) ? 0 : 10);
            if (!previous.equals(l.method())) {
                svg.label(NAMES - 10, y + 4, "end", shorten(l.method()));
            }
            previous = l.method();
            int series = controls.indexOf(l.control());
            double from = Double.isFinite(l.mean().low()) ? l.mean().low() : low - margin;
            double to = Double.isFinite(l.mean().high()) ? l.mean().high() : high + margin;
            svg.stroke(series, "", x.at(100 * from), y, x.at(100 * to), y);
            svg.dot(
                    series,
                    x.at(100 * l.mean().estimate()),
                    y,
                    4.5,
                    l.method() + " over " + Control.inWords(l.control()) + ": "
                            + ReportNumbers.percent(l.mean().estimate()));
        }
        return new Figure(
                "lifts",
                title,
                "Right of zero the method's strings are better after repair than those of the control, by so many percentage points of the gap;"
                        + " median over the runs with 95 % bootstrap interval over the instances.",
                svg.element(title),
                "",
                controls.stream().map(Control::inWords).toList());
    }

    /** Published best beside ours, one row per instance. */
    static Figure published(ReportData data) {
        String title = "Published results and ours";
        List<PublishedTable.Row> rows = PublishedTable.rows(data);
        if (rows.isEmpty()) {
            return Figure.none("beside", title, "no reference with published runs of these instances was given");
        }
        double height = rowsHeight(rows.size());
        double largest = rows.stream()
                .mapToDouble(r -> Math.max(finite(r.published()), finite(r.worst())))
                .max()
                .orElse(0.1);
        Scale x = Scale.gap(LINEAR_GAP, Math.max(0.1, largest), NAMES, Axes.right(WIDTH) - 14);
        Svg svg = new Svg(WIDTH, height);
        Axes.horizontal(svg, WIDTH, height, x, "gap to the best known value", NAMES);
        for (int k = 0; k < rows.size(); k++) {
            PublishedTable.Row r = rows.get(k);
            double y = Axes.top() + ROW * (k + 0.5);
            svg.label(
                    NAMES - 10,
                    y + 4,
                    "end",
                    r.instance().problem() + " " + r.instance().name());
            if (!Double.isNaN(r.published())) {
                svg.diamond(0, x.at(r.published()), y, 5, "published: " + ReportNumbers.percent(r.published()) + " %");
            }
            if (!Double.isNaN(r.ours())) {
                svg.stroke(1, "", x.at(r.ours()), y, x.at(r.worst()), y);
                svg.dot(1, x.at(r.ours()), y, 4.5, "ours: " + ReportNumbers.percent(r.ours()) + " %");
            }
        }
        return new Figure(
                "beside",
                title,
                "Diamond: the best of all published runs of the instance. Dot: our median over the seeds, with a line to the worst seed."
                        + " \"none\": nothing feasible.",
                svg.element(title),
                "",
                List.of("best published run", "ours: " + rows.get(0).oursMethod()));
    }

    private static double finite(double value) {
        return Double.isFinite(value) ? value : 0;
    }
}
