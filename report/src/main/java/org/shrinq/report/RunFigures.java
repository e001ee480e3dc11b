package org.shrinq.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import org.shrinq.report.plot.Axes;
import org.shrinq.report.plot.Scale;
import org.shrinq.report.plot.Svg;
import org.shrinq.solver.Control;
import org.shrinq.solver.result.ResultFile;
import org.shrinq.solver.result.StageEntries;
import org.shrinq.solver.result.StageEntries.BinEntry;
import org.shrinq.solver.result.StageEntries.EliminationEntry;

/** Plots of a single run. */
final class RunFigures {
    private static final double WIDTH = 720;
    private static final double HEIGHT = 340;
    private static final int MOST_LEAVES = 400;

    private RunFigures() {}

    /** Variables along the bottom, one step of the log per level. */
    static Figure shrinkTree(ResultFile result) {
        String id = "tree";
        String title = "Shrink tree";
        StageEntries.ShrinkEntry shrink = result.stages().shrink();
        int n = shrink == null ? 0 : shrink.variablesBefore();
        List<EliminationEntry> entries = shrink == null ? List.of() : shrink.eliminations();
        if (entries.isEmpty() || n > MOST_LEAVES) {
            return Figure.none(
                    id, title, n > MOST_LEAVES ? n + " variables are too many to draw" : "nothing was shrunk");
        }
        int[] order = order(n, entries);
        double[] x = new double[n];
        double[] level = new double[n];
        Scale across = Scale.linear(0, Math.max(1, n - 1.0), Axes.left(), Axes.right(WIDTH));
        for (int k = 0; k < n; k++) {
            x[order[k]] = across.at(k);
        }
        Scale up = Scale.linear(0, entries.size(), Axes.bottom(HEIGHT), Axes.top());
        Arrays.fill(level, up.at(0));
        Svg svg = new Svg(WIDTH, HEIGHT);
        Axes.draw(svg, WIDTH, HEIGHT, across, up, "variables, those of one qubit side by side", "step");
        int step = 0;
        for (EliminationEntry e : entries) {
            step++;
            int i = e.i();
            int series = e.proven() ? 1 : 0;
            double y = up.at(step);
            svg.stroke(series, "", x[i], level[i], x[i], y);
            Integer j = e.j();
            if (j != null) {
                svg.stroke(series, "", x[i], y, x[j], y);
                svg.stroke(series, "", x[j], level[j], x[j], y);
                level[j] = y;
            } else {
                svg.dot(
                        series,
                        x[i],
                        y,
                        2.5,
                        "variable " + (i + 1) + " fixed to " + (e.sign() > 0 ? 0 : 1) + " by " + e.rule());
            }
        }
        return new Figure(
                id,
                title,
                "Every variable starts at the bottom. A line to another variable is a merge, a dot a fixed value; what reaches no end"
                        + " is a qubit of the circuit.",
                svg.element(title),
                "",
                List.of("heuristic", "proven"));
    }

    /** Leaves so that merged variables are neighbours. */
    private static int[] order(int n, List<EliminationEntry> entries) {
        int[] root = new int[n];
        List<List<Integer>> members = new ArrayList<>();
        for (int v = 0; v < n; v++) {
            root[v] = v;
            members.add(new ArrayList<>(List.of(v)));
        }
        for (EliminationEntry e : entries) {
            Integer j = e.j();
            if (j != null) {
                int i = e.i();
                members.get(j).addAll(members.get(i));
                members.get(i).clear();
            }
        }
        return members.stream().flatMap(List::stream).mapToInt(v -> v).toArray();
    }

    /** Raw and repaired objectives with the controls' best. */
    static Figure histograms(ResultFile result) {
        String id = "objectives";
        String title = "Objectives of the samples";
        StageEntries stages = result.stages();
        List<BinEntry> raw =
                stages.verify() == null ? List.of() : stages.verify().rawHistogram();
        List<BinEntry> repaired =
                stages.repair() == null ? List.of() : stages.repair().histogram();
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        double most = 1;
        for (List<BinEntry> set : List.of(raw, repaired)) {
            for (BinEntry bin : set) {
                low = Math.min(low, at(bin));
                high = Math.max(high, at(bin));
                most = Math.max(most, bin.count());
            }
        }
        if (low > high) {
            return Figure.none(id, title, "no sample was feasible and none was repaired");
        }
        for (ResultFile.ControlEntry c : result.controls().values()) {
            if (c.repaired() != null) {
                low = Math.min(low, c.repaired());
                high = Math.max(high, c.repaired());
            }
        }
        Scale x = padded(low, high, Axes.left(), Axes.right(WIDTH));
        Scale y = Scale.log(0.5, 2 * most, Axes.bottom(HEIGHT), Axes.top());
        Svg svg = new Svg(WIDTH, HEIGHT);
        Axes.draw(svg, WIDTH, HEIGHT, x, y, "objective", "samples");
        bars(svg, raw, x, y, 0, -2);
        bars(svg, repaired, x, y, 1, 2);
        result.controls().forEach((name, control) -> {
            if (control.repaired() != null) {
                svg.diamond(
                        2,
                        x.at(control.repaired()),
                        Axes.top() + 6,
                        5,
                        Control.inWords(name) + ": best repaired " + ReportNumbers.number(control.repaired()));
            }
        });
        return new Figure(
                id,
                title,
                "How many samples have which objective: feasible raw samples, and samples after repair. Diamonds are the best that"
                        + " the controls reach after the same repair.",
                svg.element(title),
                "",
                List.of("raw, feasible", "repaired", "controls, best repaired"));
    }

    private static double at(BinEntry bin) {
        return orZero(bin.objective());
    }

    private static double orZero(@Nullable Double value) {
        return value == null ? 0 : value;
    }

    private static void bars(Svg svg, List<BinEntry> bins, Scale x, Scale y, int series, double shift) {
        for (BinEntry bin : bins) {
            double at = x.at(at(bin)) + shift;
            double top = y.at(bin.count());
            svg.stroke(series, "", at, Axes.bottom(HEIGHT), at, top);
            svg.dot(
                    series,
                    at,
                    top,
                    2.5,
                    ReportNumbers.number(at(bin)) + ": " + ReportNumbers.count(bin.count(), "sample"));
        }
    }

    /** From {@code low} to {@code high} with some room at both ends; a single value comes to stand in the middle. */
    private static Scale padded(double low, double high, double from, double to) {
        double room = high > low ? 0.04 * (high - low) : 1;
        return Scale.linear(low - room, high + room, from, to);
    }

    /** Best trained objective by evaluation. */
    static Figure training(ResultFile result) {
        StageEntries.QuantumEntry quantum = result.stages().quantum();
        List<double[]> points = quantum == null || quantum.trainingCurve() == null
                ? List.of()
                : quantum.trainingCurve().stream()
                        .map(p -> new double[] {p.evaluation(), orZero(p.objective())})
                        .toList();
        return curve(
                "training",
                "Training",
                points,
                0,
                "evaluations",
                "The best value of the training objective after so many evaluations." + cut(result),
                "no circuit was trained" + cut(result));
    }

    /** What ended the training before it was done. */
    private static String cut(ResultFile result) {
        ResultFile.TrainingAccount training = result.training();
        return training != null && training.stop().equals("deadline")
                ? " Cut by the time limit after " + training.evaluations() + " of " + training.planned()
                        + " evaluations."
                : "";
    }

    /** Incumbents over time. */
    static Figure incumbent(ResultFile result) {
        return curve(
                "incumbent",
                "Incumbent",
                result.history().stream()
                        .map(p -> new double[] {p.seconds(), orZero(p.objective())})
                        .toList(),
                result.timing().totalSeconds(),
                "seconds",
                "The best feasible objective after so many seconds.",
                "no feasible solution was found");
    }

    private static Figure curve(
            String id, String title, List<double[]> points, double end, String axis, String caption, String reason) {
        if (points.isEmpty()) {
            return Figure.none(id, title, reason);
        }
        int count = points.size();
        double[] xs = new double[count];
        double[] ys = new double[count];
        for (int k = 0; k < count; k++) {
            xs[k] = points.get(k)[0];
            ys[k] = points.get(k)[1];
        }
        double low = Arrays.stream(ys).min().orElseThrow();
        double high = Arrays.stream(ys).max().orElseThrow();
        double last = Math.max(end, Arrays.stream(xs).max().orElseThrow());
        Scale x = Scale.linear(0, last, Axes.left(), Axes.right(WIDTH));
        Scale y = padded(low, high, Axes.bottom(HEIGHT), Axes.top());
        Svg svg = new Svg(WIDTH, HEIGHT);
        Axes.draw(svg, WIDTH, HEIGHT, x, y, axis, "objective");
        // what was found last holds to the end of the run
        svg.steps(
                0,
                DoubleStream.concat(Arrays.stream(xs), DoubleStream.of(last))
                        .map(x::at)
                        .toArray(),
                DoubleStream.concat(Arrays.stream(ys), DoubleStream.of(ys[count - 1]))
                        .map(y::at)
                        .toArray(),
                title);
        for (int k = 0; k < count; k++) {
            svg.dot(0, x.at(xs[k]), y.at(ys[k]), 2.5, ReportNumbers.number(ys[k]));
        }
        return new Figure(id, title, caption, svg.element(title), "", List.of());
    }
}
