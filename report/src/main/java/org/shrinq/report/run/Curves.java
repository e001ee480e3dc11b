package org.shrinq.report.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.DoubleStream;
import org.shrinq.report.Figure;
import org.shrinq.report.Figure.Key;
import org.shrinq.report.ReportNumbers;
import org.shrinq.report.plot.Axes;
import org.shrinq.report.plot.Breadth;
import org.shrinq.report.plot.Scale;
import org.shrinq.report.plot.Svg;
import org.shrinq.solver.result.ResultFile;
import org.shrinq.solver.result.StageEntries.QuantumEntry;

/** Curves of a run: its incumbents against time, its training against evaluations. */
final class Curves {
    static final double HEIGHT = 300;
    /** How many times the first point the end must be for a logarithmic axis. */
    private static final double LONG = 50;

    /** Of a plot of decimals, of the largest of them. */
    private static final double LEAST_SPAN = 1e-4;

    private static final String ORIGIN = "found by ";

    private Curves() {}

    /** From {@code low} to {@code high} with some room at both ends; a single value comes to stand in the middle. */
    static Scale padded(double low, double high, double from, double to) {
        double room = high > low ? 0.05 * (high - low) : Math.max(1, 0.01 * Math.abs(low));
        boolean whole = low == Math.rint(low) && high == Math.rint(high);
        if (!whole) {
            // closer together they would need labels of more figures than there is room for
            double least = LEAST_SPAN * Math.max(Math.abs(low), Math.abs(high));
            room = Math.max(room, 0.5 * (least - (high - low)));
        }
        return Scale.linear(low - room, high + room, whole ? 1 : 0, from, to);
    }

    private record Point(double at, double value, String origin) {}

    /** Incumbents and bounds over time, with the best known value. */
    static Figure incumbents(ResultFile result) {
        String title = "Incumbents and bound";
        List<Point> points = new ArrayList<>();
        for (ResultFile.HistoryPoint p : result.history()) {
            Double objective = p.objective();
            if (objective != null) {
                String origin = p.origin();
                points.add(new Point(p.seconds(), objective, origin == null ? "" : origin));
            }
        }
        BoundCurve bounds = BoundCurve.of(result);
        if (points.isEmpty() && bounds.isEmpty()) {
            return Figure.none("incumbent", title, "no feasible solution was found");
        }
        List<String> origins = List.copyOf(points.stream()
                .map(Point::origin)
                .collect(java.util.stream.Collectors.toCollection(LinkedHashSet::new)));
        List<Key> keys = new ArrayList<>();
        for (int k = 0; k < origins.size(); k++) {
            keys.add(Key.dot(origins.get(k).isEmpty() ? "incumbent" : ORIGIN + origins.get(k), k));
        }
        keys.addAll(bounds.keys());
        String found = points.isEmpty()
                ? "No feasible solution was found"
                : "The best feasible objective after so many seconds";
        return Figure.of(
                "incumbent",
                title,
                found + bounds.caption(),
                breadth -> incumbents(result, points, origins, bounds, breadth),
                keys);
    }

    private static Svg incumbents(
            ResultFile result, List<Point> points, List<String> origins, BoundCurve bounds, Breadth breadth) {
        double width = breadth.width();
        double[] values = points.stream().mapToDouble(Point::value).toArray();
        Double known = result.instance().bestKnown();
        double[] all = DoubleStream.concat(
                        Arrays.stream(values),
                        DoubleStream.concat(
                                bounds.values(), known == null ? DoubleStream.empty() : DoubleStream.of(known)))
                .toArray();
        double[] times = DoubleStream.concat(points.stream().mapToDouble(Point::at), bounds.times())
                .toArray();
        double first = Arrays.stream(times).min().orElse(0);
        double last = Math.max(
                result.timing().totalSeconds(), Arrays.stream(times).max().orElse(0));
        boolean log = first > 0 && last > LONG * first;
        Scale x = log
                ? Scale.log(Math.pow(10, Math.floor(Math.log10(first))), last, Axes.left(), Axes.right(width))
                : Scale.linear(0, last, Axes.left(), Axes.right(width));
        BoundCurve.Height height = bounds.height(all, Axes.bottom(HEIGHT), Axes.top() + 10);
        Scale y = height.scale();
        Svg svg = new Svg(width, HEIGHT);
        Axes.draw(svg, width, HEIGHT, x, y, log ? "seconds, logarithmic" : "seconds", height.name());
        bounds.draw(svg, x, y, width);
        if (known != null && !known.equals(result.bound())) {
            svg.line("stroke thin grey dash", Axes.left(), y.at(known), Axes.right(width), y.at(known), "best known");
            svg.label(Axes.left() + 6, y.at(known) - 6, "start", "best known " + ReportNumbers.exact(known));
        }
        if (!points.isEmpty()) {
            hold(
                    svg,
                    "stroke grey",
                    points.stream().mapToDouble(p -> x.at(p.at())).toArray(),
                    map(values, y),
                    x.at(last));
        }
        for (Point p : points) {
            svg.dot(
                    origins.indexOf(p.origin()),
                    x.at(p.at()),
                    y.at(p.value()),
                    5,
                    ReportNumbers.exact(p.value()) + " after " + ReportNumbers.seconds(p.at()) + ", " + ORIGIN
                            + p.origin());
        }
        return svg;
    }

    /** What was found last holds to the end. */
    static void hold(Svg svg, String css, double[] xs, double[] ys, double end) {
        svg.steps(
                css,
                DoubleStream.concat(Arrays.stream(xs), DoubleStream.of(end)).toArray(),
                DoubleStream.concat(Arrays.stream(ys), DoubleStream.of(ys[ys.length - 1]))
                        .toArray(),
                "");
    }

    private static double[] map(double[] values, Scale scale) {
        return Arrays.stream(values).map(scale::at).toArray();
    }

    /** Best trained objective by evaluation. */
    static Figure training(ResultFile result) {
        String title = "Training of the circuit";
        QuantumEntry quantum = result.stages().quantum();
        List<Point> points = new ArrayList<>();
        if (quantum != null && quantum.trainingCurve() != null) {
            quantum.trainingCurve().forEach(p -> {
                Double objective = p.objective();
                if (objective != null) {
                    points.add(new Point(p.evaluation(), objective, ""));
                }
            });
        }
        if (points.isEmpty()) {
            return Figure.none("training", title, "");
        }
        return Figure.of(
                "training",
                title,
                "The best value of the training objective (" + objective(result)
                        + "; energies of the QUBO, lower is better) after so many evaluations." + stopped(result),
                breadth -> {
                    double width = breadth.width();
                    double[] values = points.stream().mapToDouble(Point::value).toArray();
                    Scale x = Scale.linear(0, points.get(points.size() - 1).at(), Axes.left(), Axes.right(width));
                    Scale y = padded(
                            Arrays.stream(values).min().orElseThrow(),
                            Arrays.stream(values).max().orElseThrow(),
                            Axes.bottom(HEIGHT),
                            Axes.top());
                    Svg svg = new Svg(width, HEIGHT);
                    Axes.draw(svg, width, HEIGHT, x, y, "evaluations", "training objective");
                    double[] xs = points.stream().mapToDouble(p -> x.at(p.at())).toArray();
                    hold(svg, "stroke c0", xs, map(values, y), xs[xs.length - 1]);
                    for (int k = 0; k < xs.length; k++) {
                        svg.dot(
                                0,
                                xs[k],
                                y.at(values[k]),
                                2.5,
                                ReportNumbers.number(values[k]) + " after "
                                        + ReportNumbers.count(
                                                (long) points.get(k).at(), "evaluation"));
                    }
                    return svg;
                },
                List.of());
    }

    private static String objective(ResultFile result) {
        String name = result.setting("objective");
        return name.isEmpty() || name.equals("auto") ? "chosen by the run" : name;
    }

    private static String stopped(ResultFile result) {
        ResultFile.TrainingAccount training = result.training();
        if (training == null) {
            return "";
        }
        return training.stop().equals("deadline")
                ? " Cut by the time limit after " + training.evaluations() + " of " + training.planned()
                        + " evaluations."
                : " It ended after " + ReportNumbers.count(training.evaluations(), "evaluation") + " of at most "
                        + training.planned() + ": " + training.stop() + ".";
    }
}
