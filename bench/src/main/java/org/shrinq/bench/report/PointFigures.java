package org.shrinq.bench.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.shrinq.bench.statistics.Interval;
import org.shrinq.bench.statistics.Quantiles;
import org.shrinq.report.Figure;
import org.shrinq.report.Figure.Key;
import org.shrinq.report.ReportNumbers;
import org.shrinq.report.plot.Axes;
import org.shrinq.report.plot.Breadth;
import org.shrinq.report.plot.DotRows;
import org.shrinq.report.plot.Scale;
import org.shrinq.report.plot.Svg;

/** Plots of single values. */
final class PointFigures {
    private static final double HEIGHT = 380;
    private static final double LINEAR_GAP = 0.001;
    private static final double AXIS = 44;

    private PointFigures() {}

    private static double largest(java.util.stream.DoubleStream gaps) {
        return gaps.filter(Double::isFinite).max().orElse(0.1);
    }

    /** Rows with their names beside or above them. */
    private static double row(Breadth breadth) {
        return breadth.pick(30, 44);
    }

    private static void name(Svg svg, Breadth breadth, double top, String name) {
        boolean wide = breadth == Breadth.WIDE;
        svg.words(
                "ink",
                wide ? DotRows.left(breadth) - 12 : 0,
                wide ? top + row(breadth) / 2 + 4.5 : top + 15,
                wide ? "end" : "start",
                DotRows.shortened(name, breadth));
    }

    private static double middle(Breadth breadth, double top) {
        return top + (breadth == Breadth.WIDE ? row(breadth) / 2 : 30);
    }

    private static Svg frame(Breadth breadth, int rows, Scale x, String axis) {
        double height = Axes.top() + rows * row(breadth) + AXIS;
        Svg svg = new Svg(breadth.width(), height);
        Axes.horizontal(svg, breadth.width(), height, x, axis, DotRows.left(breadth));
        return svg;
    }

    private static Scale gapScale(Breadth breadth, double largest) {
        return Scale.gap(LINEAR_GAP, largest, DotRows.left(breadth) + 10, DotRows.right(breadth) - 18);
    }

    /** One dot per instance, the median with its interval, per method, the best method on top. */
    static Figure gaps(ReportData data) {
        String title = "Methods by their gaps";
        List<String> methods = Ranking.bestFirst(data);
        List<String> problems = data.problems();
        if (methods.isEmpty()) {
            return Figure.none("gaps", title, "there are no runs");
        }
        double[] ranks = Ranking.mean(data, methods);
        double largest = largest(data.runs().stream().mapToDouble(RunView::gap));
        List<Key> keys = new ArrayList<>(Figure.dots(problems));
        keys.add(Key.diamond("median, 95 % interval", problems.size()));
        List<Interval> medians = methods.stream()
                .map(m -> ReportData.bootstrap().clusteredMedian(ReportData.clusters(data.of(m), RunView::gap)))
                .toList();
        return Figure.of(
                "gaps",
                title,
                "Best mean rank over the instances on top (" + rank(ranks, 0) + ", the last one "
                        + rank(ranks, ranks.length - 1)
                        + " of " + methods.size()
                        + "). A dot is an instance with its median gap over the seeds, coloured by kind of"
                        + " problem; the diamond is the median over all runs with its 95 % bootstrap interval. "
                        + "Linear below 0.1 %, logarithmic above; \"none\": no feasible solution. Press a mark to "
                        + "see its runs.",
                breadth -> {
                    Scale x = gapScale(breadth, largest);
                    Svg svg = frame(breadth, methods.size(), x, "gap to the best known value");
                    for (int m = 0; m < methods.size(); m++) {
                        gaps(svg, breadth, x, data, methods.get(m), medians.get(m), Axes.top() + m * row(breadth));
                    }
                    return svg;
                },
                keys);
    }

    private static String rank(double[] ranks, int m) {
        return String.format(Locale.ROOT, "%.2f", ranks[m]);
    }

    private static void gaps(
            Svg svg, Breadth breadth, Scale x, ReportData data, String method, Interval median, double top) {
        List<String> problems = data.problems();
        double y = middle(breadth, top);
        svg.runs(method, "");
        name(svg, breadth, top, method);
        svg.end();
        int k = 0;
        for (Map.Entry<String, Double> e :
                ReportData.medians(data.of(method), RunView::gap).entrySet()) {
            String[] parts = e.getKey().split("/", 3);
            double jitter = 10 * ((k++ * 0.618) % 1 - 0.5);
            svg.runs(method, parts[1])
                    .dot(
                            problems.indexOf(parts[0]),
                            x.at(e.getValue()),
                            y + jitter,
                            3,
                            parts[1] + ": " + ReportNumbers.percent(e.getValue()) + " %")
                    .end();
        }
        if (!Double.isNaN(median.estimate())) {
            svg.runs(method, "");
            svg.stroke(problems.size(), "strong", x.at(median.low()), y, x.at(median.high()), y);
            svg.diamond(
                    problems.size(),
                    x.at(median.estimate()),
                    y,
                    6,
                    method + ": median " + ReportNumbers.percent(median.estimate()) + " %");
            svg.end();
        }
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
        double largest = largest(shrunk.stream().mapToDouble(ShrinkTable::exactRepaired));
        List<Key> keys = new ArrayList<>(Figure.dots(problems));
        keys.add(Key.diamond("median of a tenth of the axis", problems.size()));
        return Figure.of(
                "qubits",
                title,
                "What the shrunk problem is still worth apart from any circuit: a dot is an instance at a number of "
                        + "qubits, its height the gap of the best string of the shrunk problem (found by "
                        + "enumeration) after repair.",
                breadth -> qubits(groups, problems, largest, breadth),
                keys);
    }

    private static Svg qubits(
            Map<String, List<RunView>> groups, List<String> problems, double largest, Breadth breadth) {
        double width = breadth.width();
        Scale x = Scale.linear(0, 1, Axes.left(), Axes.right(width));
        Scale y = Scale.gap(LINEAR_GAP, largest, Axes.bottom(HEIGHT), Axes.top());
        Svg svg = new Svg(width, HEIGHT);
        Axes.draw(svg, width, HEIGHT, x, y, "qubits left, as a share of the variables", "gap");
        Map<Integer, List<double[]>> centres = new TreeMap<>();
        groups.forEach((key, runs) -> {
            String[] parts = key.split("/", 3);
            double share = Quantiles.median(
                    ReportData.values(runs, r -> r.smallVariables() / Math.max(1, r.variablesBefore())));
            double loss = Quantiles.median(ReportData.values(runs, ShrinkTable::exactRepaired));
            if (!Double.isNaN(loss)) {
                svg.runs("", parts[1])
                        .dot(
                                problems.indexOf(parts[0]),
                                x.at(share),
                                y.at(loss),
                                4,
                                parts[1] + ", " + parts[2] + " qubits: " + ReportNumbers.percent(loss) + " %")
                        .end();
                centres.computeIfAbsent((int) Math.floor(10 * share), k -> new ArrayList<>())
                        .add(new double[] {share, loss});
            }
        });
        centres.forEach((bin, points) -> svg.diamond(
                problems.size(),
                x.at(Quantiles.median(points.stream().mapToDouble(p -> p[0]).toArray())),
                y.at(Quantiles.median(points.stream().mapToDouble(p -> p[1]).toArray())),
                6,
                "median of " + ReportNumbers.count(points.size(), "instance")));
        return svg;
    }

    /** Published best beside ours, one row per instance. */
    static Figure published(ReportData data) {
        String title = "Published results and ours";
        List<PublishedTable.Row> rows = PublishedTable.rows(data);
        if (rows.isEmpty()) {
            return Figure.none("beside", title, "no reference with published runs of these instances was given");
        }
        double largest = Math.max(
                0.1,
                largest(rows.stream()
                        .flatMapToDouble(r -> java.util.stream.DoubleStream.of(r.published(), r.worst()))));
        return Figure.of(
                "beside",
                title,
                "Diamond: the best of all published runs of the instance. Dot: our median over the seeds, with a "
                        + "line to the worst seed. \"none\": nothing feasible.",
                breadth -> {
                    Scale x = gapScale(breadth, largest);
                    Svg svg = frame(breadth, rows.size(), x, "gap to the best known value");
                    for (int k = 0; k < rows.size(); k++) {
                        published(svg, breadth, x, rows.get(k), Axes.top() + k * row(breadth));
                    }
                    return svg;
                },
                List.of(
                        Key.diamond("best published run", 0),
                        Key.dot("ours: " + rows.get(0).oursMethod(), 1)));
    }

    private static void published(Svg svg, Breadth breadth, Scale x, PublishedTable.Row r, double top) {
        double y = middle(breadth, top);
        name(svg, breadth, top, r.instance().problem() + " " + r.instance().name());
        if (!Double.isNaN(r.published())) {
            svg.diamond(0, x.at(r.published()), y, 6, "published: " + ReportNumbers.percent(r.published()) + " %");
        }
        if (!Double.isNaN(r.ours())) {
            svg.runs(r.oursMethod(), r.instance().name());
            svg.stroke(1, "", x.at(r.ours()), y, x.at(r.worst()), y);
            svg.dot(1, x.at(r.ours()), y, 4.5, "ours: " + ReportNumbers.percent(r.ours()) + " %");
            svg.end();
        }
    }
}
