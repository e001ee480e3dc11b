package org.shrinq.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.shrinq.report.plot.Axes;
import org.shrinq.report.plot.Scale;
import org.shrinq.report.plot.Svg;
import org.shrinq.solver.Control;

/** Plots of a single run. */
final class RunFigures {
    private static final double WIDTH = 720;
    private static final double HEIGHT = 340;
    private static final int MOST_LEAVES = 400;

    private RunFigures() {}

    /** Variables along the bottom, one step of the log per level. */
    static Figure shrinkTree(JsonNode result) {
        String id = "tree";
        String title = "Shrink tree";
        JsonNode shrink = result.path("stages").path("shrink");
        int n = shrink.path("variables_before").asInt();
        JsonNode entries = shrink.path("eliminations");
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
        for (JsonNode e : entries) {
            step++;
            int i = e.path("i").asInt();
            int series = e.path("proven").asBoolean() ? 1 : 0;
            double y = up.at(step);
            svg.stroke(series, "", x[i], level[i], x[i], y);
            if (e.path("kind").asText().equals("merge")) {
                int j = e.path("j").asInt();
                svg.stroke(series, "", x[i], y, x[j], y);
                svg.stroke(series, "", x[j], level[j], x[j], y);
                level[j] = y;
            } else {
                svg.dot(
                        series,
                        x[i],
                        y,
                        2.5,
                        "variable " + (i + 1) + " fixed to " + (e.path("sign").asInt() > 0 ? 0 : 1) + " by "
                                + e.path("rule").asText());
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
    private static int[] order(int n, JsonNode entries) {
        int[] root = new int[n];
        List<List<Integer>> members = new ArrayList<>();
        for (int v = 0; v < n; v++) {
            root[v] = v;
            members.add(new ArrayList<>(List.of(v)));
        }
        for (JsonNode e : entries) {
            if (e.path("kind").asText().equals("merge")) {
                int i = e.path("i").asInt();
                int j = e.path("j").asInt();
                members.get(j).addAll(members.get(i));
                members.get(i).clear();
            }
        }
        return members.stream().flatMap(List::stream).mapToInt(v -> v).toArray();
    }

    /** Raw and repaired objectives with the controls' best. */
    static Figure histograms(JsonNode result) {
        String id = "objectives";
        String title = "Objectives of the samples";
        JsonNode raw = result.path("stages").path("verify").path("raw_histogram");
        JsonNode repaired = result.path("stages").path("repair").path("histogram");
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        double most = 1;
        for (JsonNode set : List.of(raw, repaired)) {
            for (JsonNode bin : set) {
                low = Math.min(low, bin.path("objective").asDouble());
                high = Math.max(high, bin.path("objective").asDouble());
                most = Math.max(most, bin.path("count").asDouble());
            }
        }
        if (low > high) {
            return Figure.none(id, title, "no sample was feasible and none was repaired");
        }
        for (JsonNode c : result.path("controls")) {
            if (c.path("repaired").isNumber()) {
                low = Math.min(low, c.path("repaired").asDouble());
                high = Math.max(high, c.path("repaired").asDouble());
            }
        }
        Scale x = padded(low, high, Axes.left(), Axes.right(WIDTH));
        Scale y = Scale.log(0.5, 2 * most, Axes.bottom(HEIGHT), Axes.top());
        Svg svg = new Svg(WIDTH, HEIGHT);
        Axes.draw(svg, WIDTH, HEIGHT, x, y, "objective", "samples");
        bars(svg, raw, x, y, 0, -2);
        bars(svg, repaired, x, y, 1, 2);
        result.path("controls").properties().forEach(c -> {
            if (c.getValue().path("repaired").isNumber()) {
                svg.diamond(
                        2,
                        x.at(c.getValue().path("repaired").asDouble()),
                        Axes.top() + 6,
                        5,
                        Control.inWords(c.getKey()) + ": best repaired "
                                + ReportNumbers.number(
                                        c.getValue().path("repaired").asDouble()));
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

    private static void bars(Svg svg, JsonNode bins, Scale x, Scale y, int series, double shift) {
        for (JsonNode bin : bins) {
            double at = x.at(bin.path("objective").asDouble()) + shift;
            double top = y.at(bin.path("count").asDouble());
            svg.stroke(series, "", at, Axes.bottom(HEIGHT), at, top);
            svg.dot(
                    series,
                    at,
                    top,
                    2.5,
                    ReportNumbers.number(bin.path("objective").asDouble()) + ": "
                            + ReportNumbers.count(bin.path("count").asLong(), "sample"));
        }
    }

    /** From {@code low} to {@code high} with some room at both ends; a single value comes to stand in the middle. */
    private static Scale padded(double low, double high, double from, double to) {
        double room = high > low ? 0.04 * (high - low) : 1;
        return Scale.linear(low - room, high + room, from, to);
    }

    /** Best trained objective by evaluation. */
    static Figure training(JsonNode result) {
        JsonNode curve = result.path("stages").path("quantum").path("training_curve");
        return curve(
                "training",
                "Training",
                curve,
                0,
                "evaluation",
                "objective",
                "evaluations",
                "The best value of the training objective after so many evaluations.",
                "no circuit was trained");
    }

    /** Incumbents over time. */
    static Figure incumbent(JsonNode result) {
        return curve(
                "incumbent",
                "Incumbent",
                result.path("history"),
                result.path("timing").path("total_seconds").asDouble(),
                "seconds",
                "objective",
                "seconds",
                "The best feasible objective after so many seconds.",
                "no feasible solution was found");
    }

    private static Figure curve(
            String id,
            String title,
            JsonNode points,
            double end,
            String nameX,
            String nameY,
            String axis,
            String caption,
            String reason) {
        if (points.isEmpty()) {
            return Figure.none(id, title, reason);
        }
        int count = points.size();
        double[] xs = new double[count];
        double[] ys = new double[count];
        for (int k = 0; k < count; k++) {
            xs[k] = points.get(k).path(nameX).asDouble();
            ys[k] = points.get(k).path(nameY).asDouble();
        }
        double low = Arrays.stream(ys).min().orElseThrow();
        double high = Arrays.stream(ys).max().orElseThrow();
        double last = Math.max(end, Arrays.stream(xs).max().orElseThrow());
        Scale x = Scale.linear(0, last, Axes.left(), Axes.right(WIDTH));
        Scale y = padded(low, high, Axes.bottom(HEIGHT), Axes.top());
        Svg svg = new Svg(WIDTH, HEIGHT);
        Axes.draw(svg, WIDTH, HEIGHT, x, y, axis, nameY);
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
