package org.shrinq.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.shrinq.report.plot.Axes;
import org.shrinq.report.plot.Scale;
import org.shrinq.report.plot.Svg;

/** How the energies of several kinds of strings are spread, in one plot. */
public final class EnergyHistogram {
    private static final double WIDTH = 760;
    private static final double HEIGHT = 300;
    private static final int BINS = 40;

    private EnergyHistogram() {}

    /**
     * The plot: one curve a kind, the share of its strings in each of 40 classes of energy.
     *
     * @param series energies by the name of their kind, in the order of the legend; at most as many kinds as there are colours; not modified
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
        Scale x = Scale.linear(low, low + span, Axes.left(), Axes.right(WIDTH));
        Scale y = Scale.linear(0, most, Axes.bottom(HEIGHT), Axes.top());
        Svg svg = new Svg(WIDTH, HEIGHT);
        Axes.draw(svg, WIDTH, HEIGHT, x, y, "energy", "share of the strings");
        List<String> names = List.copyOf(series.keySet());
        for (int k = 0; k < names.size(); k++) {
            double[] xs = new double[BINS + 1];
            double[] ys = new double[BINS + 1];
            for (int b = 0; b <= BINS; b++) {
                xs[b] = x.at(low + span * b / BINS);
                ys[b] = y.at(shares.get(k)[Math.min(b, BINS - 1)]);
            }
            svg.steps(k, xs, ys, names.get(k));
        }
        String title = "Energies";
        return new Figure(
                "energies",
                title,
                "The share of the strings in each of " + BINS + " classes of energy; lower is better.",
                svg.element(title),
                "",
                names);
    }
}
