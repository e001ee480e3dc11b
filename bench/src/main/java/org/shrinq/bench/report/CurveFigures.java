package org.shrinq.bench.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.DoubleUnaryOperator;
import org.shrinq.bench.statistics.PerformanceProfile;
import org.shrinq.bench.statistics.Quantiles;
import org.shrinq.bench.statistics.Steps;
import org.shrinq.report.Figure;
import org.shrinq.report.plot.Axes;
import org.shrinq.report.plot.Scale;
import org.shrinq.report.plot.Svg;

/** Plots whose series are curves, one per method. */
final class CurveFigures {
    private static final double WIDTH = 720;
    private static final double HEIGHT = 380;
    /** Gap that counts as reaching the target in profiles and time-to-target curves. */
    private static final double TARGET = 0.01;

    private static final int INSTANTS = 60;

    private CurveFigures() {}

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
                        + " the median over the seeds) within τ times the seconds of the fastest method there (Dolan and Moré 2002)."
                        + " Higher is better; the left end tells how often a method is the fastest, the right end how often it"
                        + " gets there at all.",
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
                "Share of all runs of a method that had a solution within 1 % of the best known value after so many seconds. Runs that"
                        + " failed or never got there stay below for ever.",
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
        low = Math.pow(10, Math.floor(Math.log10(low) + 1e-9));
        high = Math.max(high * 1.3, low * 10);
        Scale x = Scale.log(low, high, Axes.left(), Axes.right(WIDTH));
        Scale y = Scale.linear(0, 1, Axes.bottom(HEIGHT), Axes.top());
        Svg svg = new Svg(WIDTH, HEIGHT);
        Axes.draw(svg, WIDTH, HEIGHT, x, y, nameX, "share");
        for (int m = 0; m < methods.size(); m++) {
            Steps c = curves.get(m);
            double[] values = c.values();
            double[] xs = new double[values.length + 2];
            double[] ys = new double[values.length + 2];
            xs[0] = x.at(low);
            ys[0] = y.at(0);
            double[] shares = c.shares();
            for (int i = 0; i < values.length; i++) {
                xs[i + 1] = x.at(values[i]);
                ys[i + 1] = y.at(shares[i]);
            }
            xs[xs.length - 1] = x.at(high);
            ys[ys.length - 1] = ys[ys.length - 2];
            svg.steps(m, xs, ys, methods.get(m));
        }
        return new Figure(id, title, caption, svg.element(title), "", methods);
    }

    /** Median gap of the incumbent over time. */
    static Figure incumbent(ReportData data) {
        String id = "incumbent";
        String title = "Incumbent over time";
        List<String> methods = data.methods();
        double first = Double.POSITIVE_INFINITY;
        double last = 0;
        for (RunView r : data.runs()) {
            List<RunView.Point> history = r.history();
            if (!history.isEmpty()) {
                first = Math.min(first, Math.max(1e-3, history.get(0).seconds()));
                last = Math.max(
                        last,
                        Math.max(r.seconds(), history.get(history.size() - 1).seconds()));
            }
        }
        if (last <= 0) {
            return Figure.none(id, title, "no run found a feasible solution");
        }
        double low = Math.pow(10, Math.floor(Math.log10(first)));
        double high = Math.max(last, 10 * low);
        double from = low;
        DoubleUnaryOperator instant = k -> from * Math.pow(high / from, k / (INSTANTS - 1));
        double[][] gaps = new double[methods.size()][INSTANTS];
        double largest = 0;
        for (int m = 0; m < methods.size(); m++) {
            List<List<RunView.Point>> histories =
                    data.of(methods.get(m)).stream().map(RunView::history).toList();
            for (int k = 0; k < INSTANTS; k++) {
                double t = instant.applyAsDouble(k);
                gaps[m][k] = Quantiles.median(
                        histories.stream().mapToDouble(h -> gapAt(h, t)).toArray());
                largest = Double.isFinite(gaps[m][k]) ? Math.max(largest, gaps[m][k]) : largest;
            }
        }
        Scale x = Scale.log(low, high, Axes.left(), Axes.right(WIDTH));
        Scale y = Scale.gap(0.001, Math.max(0.1, largest), Axes.bottom(HEIGHT), Axes.top());
        Svg svg = new Svg(WIDTH, HEIGHT);
        Axes.draw(svg, WIDTH, HEIGHT, x, y, "seconds", "median gap of the incumbent");
        for (int m = 0; m < methods.size(); m++) {
            double[] xs = new double[INSTANTS];
            double[] ys = new double[INSTANTS];
            for (int k = 0; k < INSTANTS; k++) {
                xs[k] = x.at(instant.applyAsDouble(k));
                ys[k] = y.at(gaps[m][k]);
            }
            svg.steps(m, xs, ys, methods.get(m));
        }
        return new Figure(
                id,
                title,
                "Median over all runs of a method of the gap that its best solution so far had at a time; \"none\": at least half of the"
                        + " runs had no solution yet. Lower and further left is better.",
                svg.element(title),
                "",
                methods);
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
