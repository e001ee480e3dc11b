package org.shrinq.bench.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import org.shrinq.bench.statistics.PerformanceProfile;
import org.shrinq.bench.statistics.Quantiles;
import org.shrinq.bench.statistics.Steps;
import org.shrinq.report.Figure;
import org.shrinq.report.plot.Axes;
import org.shrinq.report.plot.Breadth;
import org.shrinq.report.plot.LineNames;
import org.shrinq.report.plot.Scale;
import org.shrinq.report.plot.Svg;

/** Plots whose series are curves, one per method, each named at its end. */
final class CurveFigures {
    private static final double HEIGHT = 400;
    /** Gap that counts as reaching the target in profiles and time-to-target curves. */
    private static final double TARGET = 0.01;

    private static final int INSTANTS = 60;

    private CurveFigures() {}

    private static double right(Breadth breadth) {
        return breadth.width() - breadth.pick(190, 96);
    }

    /** Share of instances solved to 1 % within a factor of the fastest method's time. */
    static Figure profile(ReportData data) {
        String id = "profile";
        String title = "Performance profile";
        List<String> methods = data.methods();
        List<double[]> costs = new ArrayList<>();
        List<Map<String, Double>> medians = methods.stream()
                .map(m -> ReportData.medians(data.of(m), r -> r.secondsTo(TARGET)))
                .toList();
        TreeSet<String> keys = new TreeSet<>();
        medians.forEach(m -> keys.addAll(m.keySet()));
        for (String key : keys) {
            double[] row = medians.stream()
                    .mapToDouble(m -> m.getOrDefault(key, Double.POSITIVE_INFINITY))
                    .toArray();
            if (Arrays.stream(row).anyMatch(Double::isFinite)) {
                costs.add(row);
            }
        }
        if (costs.isEmpty()) {
            return Figure.none(id, title, "no method came within 1 % of the best known value on any instance");
        }
        List<Steps> curves = PerformanceProfile.of(costs.toArray(double[][]::new));
        return shares(
                id,
                title,
                "Share of the " + costs.size()
                        + " instances that some method brought to a gap of at most 1 % on which a method did so (in"
                        + " the median over the seeds) within τ times the seconds of the fastest method there "
                        + "(Dolan and Moré 2002). Higher is better; the left end tells how often a method is the "
                        + "fastest, the right end how often it gets there at all.",
                methods,
                curves,
                "times the fastest method's seconds (τ)");
    }

    /** Share of the runs that are at 1 % within some time. */
    static Figure timeToTarget(ReportData data) {
        String id = "target";
        String title = "Time to a gap of 1 %";
        List<String> methods = data.methods();
        List<Steps> curves = new ArrayList<>();
        for (String method : methods) {
            curves.add(Steps.of(ReportData.values(data.of(method), r -> r.secondsTo(TARGET))));
        }
        if (curves.stream().allMatch(c -> c.values().length == 0)) {
            return Figure.none(id, title, "no run came within 1 % of the best known value");
        }
        return shares(
                id,
                title,
                "Share of all runs of a method that had a solution within 1 % of the best known value after so many "
                        + "seconds. Runs that failed or never got there stay below for ever.",
                methods,
                curves,
                "seconds");
    }

    private static Figure shares(
            String id, String title, String caption, List<String> methods, List<Steps> curves, String nameX) {
        double low = Double.POSITIVE_INFINITY;
        double high = 0;
        for (Steps c : curves) {
            for (double v : c.values()) {
                low = Math.min(low, v);
                high = Math.max(high, v);
            }
        }
        double from = Math.pow(10, Math.floor(Math.log10(low) + 1e-9));
        double to = Math.max(high * 1.3, from * 10);
        return Figure.of(
                id,
                title,
                caption,
                breadth -> {
                    Scale x = Scale.log(from, to, Axes.left(), right(breadth));
                    Scale y = Scale.linear(0, 1, Axes.bottom(HEIGHT), Axes.top());
                    Svg svg = frame(breadth, x, y, nameX, "share");
                    LineNames names = new LineNames(breadth, right(breadth));
                    for (int m = 0; m < methods.size(); m++) {
                        Steps c = curves.get(m);
                        double[] values = c.values();
                        double[] shares = c.shares();
                        double[] xs = new double[values.length + 2];
                        double[] ys = new double[values.length + 2];
                        xs[0] = x.at(from);
                        ys[0] = y.at(0);
                        for (int i = 0; i < values.length; i++) {
                            xs[i + 1] = x.at(values[i]);
                            ys[i + 1] = y.at(shares[i]);
                        }
                        xs[xs.length - 1] = x.at(to);
                        ys[ys.length - 1] = ys[ys.length - 2];
                        svg.runs(methods.get(m), "")
                                .steps(m, xs, ys, methods.get(m))
                                .end();
                        names.add(methods.get(m), m, ys[ys.length - 1]);
                    }
                    names.draw(svg, Axes.top(), Axes.bottom(HEIGHT));
                    return svg;
                },
                List.of());
    }

    private static Svg frame(Breadth breadth, Scale x, Scale y, String nameX, String nameY) {
        Svg svg = new Svg(breadth.width(), HEIGHT);
        // the grid ends where the names begin
        double width = right(breadth) + (breadth.width() - Axes.right(breadth.width()));
        Axes.draw(svg, width, HEIGHT, x, y, nameX, nameY);
        return svg;
    }

    /** Median gap of the incumbent over time. */
    static Figure incumbent(ReportData data) {
        return overTime(
                data,
                Figure.none("incumbent", "Incumbent over time", "no run found a feasible solution"),
                "Median over all runs of a method of the gap that its best solution so far had at a time; \"none\": "
                        + "at least half of the runs had no solution yet. Lower and further left is better.",
                "median gap of the incumbent",
                RunView::history);
    }

    /** Median distance of the bound over time. */
    static Figure bound(ReportData data) {
        return overTime(
                data,
                Figure.none("bound", "Bound over time", "no run has a bound"),
                "Median over all runs of a method of how far its best bound so far lay beyond the best known value, "
                        + "as a share of that; \"none\": at least half of the runs had no bound yet. At 0 the best "
                        + "known value is proven optimal.",
                "median distance of the bound",
                RunView::bounds);
    }

    /** @param none what there is without any point */
    private static Figure overTime(
            ReportData data, Figure none, String caption, String axis, Function<RunView, List<RunView.Point>> points) {
        List<String> methods = data.methods();
        double first = Double.POSITIVE_INFINITY;
        double last = 0;
        for (RunView r : data.runs()) {
            List<RunView.Point> history = points.apply(r);
            if (!history.isEmpty()) {
                first = Math.min(first, Math.max(1e-3, history.get(0).seconds()));
                last = Math.max(
                        last,
                        Math.max(r.seconds(), history.get(history.size() - 1).seconds()));
            }
        }
        if (last <= 0) {
            return none;
        }
        double low = Math.pow(10, Math.floor(Math.log10(first)));
        double high = Math.max(last, 10 * low);
        DoubleUnaryOperator instant = k -> low * Math.pow(high / low, k / (INSTANTS - 1));
        double[][] gaps = new double[methods.size()][INSTANTS];
        double largest = 0;
        for (int m = 0; m < methods.size(); m++) {
            List<List<RunView.Point>> histories =
                    data.of(methods.get(m)).stream().map(points).toList();
            for (int k = 0; k < INSTANTS; k++) {
                double t = instant.applyAsDouble(k);
                gaps[m][k] = Quantiles.median(
                        histories.stream().mapToDouble(h -> gapAt(h, t)).toArray());
                largest = Double.isFinite(gaps[m][k]) ? Math.max(largest, gaps[m][k]) : largest;
            }
        }
        double most = Math.max(0.1, largest);
        return Figure.of(
                none.id(),
                none.title(),
                caption,
                breadth -> {
                    Scale x = Scale.log(low, high, Axes.left(), right(breadth));
                    Scale y = Scale.gap(0.001, most, Axes.bottom(HEIGHT), Axes.top());
                    Svg svg = frame(breadth, x, y, "seconds", axis);
                    LineNames names = new LineNames(breadth, right(breadth));
                    for (int m = 0; m < methods.size(); m++) {
                        double[] xs = new double[INSTANTS];
                        for (int k = 0; k < INSTANTS; k++) {
                            xs[k] = x.at(instant.applyAsDouble(k));
                        }
                        double[] ys = Arrays.stream(gaps[m]).map(y::at).toArray();
                        svg.runs(methods.get(m), "")
                                .steps(m, xs, ys, methods.get(m))
                                .end();
                        names.add(methods.get(m), m, ys[INSTANTS - 1]);
                    }
                    names.draw(svg, Axes.top(), Axes.bottom(HEIGHT));
                    return svg;
                },
                List.of());
    }

    private static double gapAt(List<RunView.Point> history, double seconds) {
        double gap = Double.POSITIVE_INFINITY;
        for (RunView.Point p : history) {
            if (p.seconds() > seconds) {
                break;
            }
            gap = p.gap();
        }
        return gap;
    }
}
