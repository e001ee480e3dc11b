package org.shrinq.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.shrinq.report.plot.Axes;
import org.shrinq.report.plot.Breadth;
import org.shrinq.report.plot.Scale;
import org.shrinq.report.plot.Svg;

/** How the energies of several kinds of strings are spread, in one plot. */
public final class EnergyHistogram {
    private static final double HEIGHT = 300;
    private static final int BINS = 40;

    private EnergyHistogram() {}

    /**
     * The plot: one curve a kind, the share of its strings in each of 40 classes of energy.
     *
     * @param series energies by the name of their kind, in the order of the legend; at most as many kinds as there are
     *     colours; not modified
     */
    public static Figure of(Map<String, double[]> series) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double[] energies : series.values()) {
            low = Math.min(low, Arrays.stream(energies).min().orElse(low));
            high = Math.max(high, Arrays.stream(energies).max().orElse(high));
        }
        double span = high > low ? high - low : 1;
        List<double[]> shares = new ArrayList<>();
        double most = 0;
        for (double[] energies : series.values()) {
            double[] share = new double[BINS];
            for (double e : energies) {
                share[(int) Math.min(BINS - 1, (e - low) / span * BINS)] += 1.0 / energies.length;
            }
            shares.add(share);
            most = Math.max(most, Arrays.stream(share).max().orElse(0));
        }
        double from = low;
        double to = low + span;
        double top = most;
        List<String> names = List.copyOf(series.keySet());
        return Figure.of(
                "energies",
                "Energies",
                "The share of the strings in each of " + BINS + " classes of energy; lower is better.",
                breadth -> draw(
                        names, shares, Scale.linear(from, to, Axes.left(), Axes.right(breadth.width())), top, breadth),
                Figure.lines(names));
    }

    private static Svg draw(List<String> names, List<double[]> shares, Scale x, double most, Breadth breadth) {
        Scale y = Scale.linear(0, most, Axes.bottom(HEIGHT), Axes.top());
        Svg svg = new Svg(breadth.width(), HEIGHT);
        Axes.draw(svg, breadth.width(), HEIGHT, x, y, "energy", "share of the strings");
        double left = Axes.left();
        double step = (Axes.right(breadth.width()) - left) / BINS;
        for (int k = 0; k < names.size(); k++) {
            double[] xs = new double[BINS + 1];
            double[] ys = new double[BINS + 1];
            for (int b = 0; b <= BINS; b++) {
                xs[b] = left + step * b;
                ys[b] = y.at(shares.get(k)[Math.min(b, BINS - 1)]);
            }
            svg.steps(k, xs, ys, names.get(k));
        }
        return svg;
    }
}
