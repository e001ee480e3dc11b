package org.shrinq.report.run;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import org.shrinq.report.Figure.Key;
import org.shrinq.report.ReportNumbers;
import org.shrinq.report.plot.Axes;
import org.shrinq.report.plot.Scale;
import org.shrinq.report.plot.Svg;
import org.shrinq.solver.result.ResultFile;

/**
 * The bounds of a run against time, in the plot of its incumbents: a line that goes down (or up, where the objective is
 * minimised) with every better bound. The first ones may lie so far away that incumbents could not be told apart beside
 * them; the plot is of distances then.
 */
final class BoundCurve {
    private static final int SERIES = 6;
    /** How many times higher than its incumbents and last bound a plot may be before it is one of distances. */
    private static final double GROWTH = 3;
    /** Of the largest distance: what is closer than that is drawn linearly. */
    private static final double CLOSE = 1e-5;

    private final ResultFile result;
    private final List<ResultFile.BoundPoint> drawn;

    private BoundCurve(ResultFile result, List<ResultFile.BoundPoint> drawn) {
        this.result = result;
        this.drawn = drawn;
    }

    /** Of a result; of one that has no history of bounds, a line at the bound of its end. */
    static BoundCurve of(ResultFile result) {
        List<ResultFile.BoundPoint> all =
                result.boundHistory().stream().filter(p -> p.bound() != null).toList();
        Double last = result.bound();
        return new BoundCurve(
                result,
                all.isEmpty() && last != null ? List.of(new ResultFile.BoundPoint(last, result.boundKind(), 0)) : all);
    }

    /** Whether its first points are so far away that the others would be one line. */
    private boolean isFar() {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (ResultFile.HistoryPoint p : result.history()) {
            double objective = value(p.objective());
            low = Math.min(low, objective);
            high = Math.max(high, objective);
        }
        for (int k = drawn.size() - 1; k >= 0; k--) {
            double bound = value(drawn.get(k).bound());
            double lower = Math.min(low, bound);
            double higher = Math.max(high, bound);
            if (k < drawn.size() - 1 && high > low && higher - lower > GROWTH * (high - low)) {
                return true;
            }
            low = lower;
            high = higher;
        }
        return false;
    }

    /**
     * The vertical scale of the plot, and what is said of it beside the axis.
     *
     * @param all what is drawn
     */
    Height height(double[] all, double from, double to) {
        double low = Arrays.stream(all).min().orElseThrow();
        double high = Arrays.stream(all).max().orElseThrow();
        Double end = result.objective() == null ? result.bound() : result.objective();
        if (end == null || !isFar()) {
            return new Height(Curves.padded(low, high, from, to), "objective");
        }
        double farthest = Math.max(high - end, end - low);
        double closest = Arrays.stream(all)
                .map(v -> Math.abs(v - end))
                .filter(d -> d > 0)
                .min()
                .orElse(1);
        double linear = Math.pow(10, Math.floor(Math.log10(Math.max(closest, CLOSE * farthest))));
        String name = ReportNumbers.exact(end);
        return new Height(
                Scale.around(end, name, linear, low, high, from, to),
                "objective, by its distance from " + name + " (logarithmic)");
    }

    /** @param name of the axis */
    record Height(Scale scale, String name) {}

    private static double value(@Nullable Double number) {
        return number == null ? Double.NaN : number;
    }

    boolean isEmpty() {
        return drawn.isEmpty();
    }

    DoubleStream values() {
        return drawn.stream().mapToDouble(p -> value(p.bound()));
    }

    /** When they came; a bound that only the end is known of has no time. */
    DoubleStream times() {
        return result.boundHistory().isEmpty()
                ? DoubleStream.empty()
                : drawn.stream().mapToDouble(ResultFile.BoundPoint::seconds);
    }

    List<Key> keys() {
        return isEmpty() ? List.of() : List.of(Key.diamond("bound", SERIES));
    }

    /** What follows on the words about the incumbents. */
    String caption() {
        if (isEmpty()) {
            return "; there is no bound.";
        }
        if (result.boundHistory().isEmpty()) {
            return ", and the bound of the end of the run.";
        }
        return ", and the best bound by then.";
    }

    private String words(ResultFile.BoundPoint p) {
        return RunWords.bound(result.sense(), value(p.bound()), p.kind()) + " after "
                + ReportNumbers.seconds(p.seconds());
    }

    void draw(Svg svg, Scale x, Scale y, double width) {
        if (isEmpty()) {
            return;
        }
        double right = Axes.right(width);
        ResultFile.BoundPoint last = drawn.get(drawn.size() - 1);
        double end = y.at(value(last.bound()));
        if (result.boundHistory().isEmpty()) {
            svg.line("stroke c6 dash", Axes.left(), end, right, end, RunWords.bound(result));
        } else {
            double[] xs = times().map(x::at).toArray();
            double[] ys = values().map(y::at).toArray();
            Curves.hold(svg, "stroke c6 dash", xs, ys, right);
            for (int k = 0; k < xs.length; k++) {
                svg.diamond(SERIES, xs[k], ys[k], 4.5, words(drawn.get(k)));
            }
        }
        svg.words("ink", right, end - 6, "end", RunWords.bound(result));
    }
}
