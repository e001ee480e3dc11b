package org.shrinq.report.answer;

import java.util.List;
import org.shrinq.qubo.problem.LowAutocorrelation;
import org.shrinq.report.Figure;
import org.shrinq.report.Figure.Key;
import org.shrinq.report.Section;
import org.shrinq.report.plot.Breadth;
import org.shrinq.report.plot.Svg;

/** A sequence and its autocorrelations. */
final class SequenceAnswer implements AnswerFamily<LowAutocorrelation> {
    private static final double CELL = 24;
    private static final double HALF = 80;

    @Override
    public Class<LowAutocorrelation> type() {
        return LowAutocorrelation.class;
    }

    @Override
    public String unit(LowAutocorrelation problem) {
        return "energy, the sum of the squared autocorrelations, minimised";
    }

    @Override
    public List<Section> sections(LowAutocorrelation problem, Answer answer) {
        return List.of(
                BitGrid.of("answer", "The sequence", answer, "+1", "−1", CELL),
                Figure.of(
                        "autocorrelation",
                        "Autocorrelations",
                        "C of every shift from 1 to " + (problem.length() - 1)
                                + ", as a bar up or down; the energy is the sum of their squares.",
                        breadth -> correlations(problem, answer, breadth),
                        List.of(Key.box("autocorrelation of a shift", "c0"))));
    }

    private static Svg correlations(LowAutocorrelation problem, Answer answer, Breadth breadth) {
        int n = problem.length();
        int[] c = new int[n];
        int most = 1;
        for (int k = 1; k < n; k++) {
            for (int i = 0; i + k < n; i++) {
                c[k] += answer.x().get(i) == answer.x().get(i + k) ? 1 : -1;
            }
            most = Math.max(most, Math.abs(c[k]));
        }
        Svg svg = new Svg(breadth.width(), 2 * HALF + 20);
        double step = breadth.width() / Math.max(1, n - 1);
        for (int k = 1; k < n; k++) {
            double h = c[k] * HALF / most;
            svg.box(
                    "fill c0",
                    (k - 1) * step,
                    HALF + 4 - Math.max(0, h),
                    Math.max(0.6, 0.8 * step),
                    Math.max(1, Math.abs(h)),
                    "shift " + k + ": " + c[k]);
        }
        svg.line("stroke zero", 0, HALF + 4, breadth.width(), HALF + 4, "");
        svg.label(0, 2 * HALF + 18, "start", "shift 1");
        svg.label(breadth.width(), 2 * HALF + 18, "end", "shift " + (n - 1));
        return svg;
    }
}
