package org.shrinq.bench.report;

import java.util.ArrayList;
import java.util.List;
import org.shrinq.report.Figure;
import org.shrinq.report.Figure.Key;
import org.shrinq.report.ReportNumbers;
import org.shrinq.report.plot.Breadth;
import org.shrinq.report.plot.DotRows;
import org.shrinq.report.plot.DotRows.Look;
import org.shrinq.report.plot.DotRows.Mark;
import org.shrinq.report.plot.Scale;
import org.shrinq.report.plot.Svg;
import org.shrinq.solver.Control;

/** The lifts over the controls: one panel a control, one row a method, all on one scale. */
final class LiftFigure {
    /** In percentage points: below it the scale is linear. */
    private static final double LINEAR = 0.1;

    private static final double HEAD = 30;

    private LiftFigure() {}

    private record Panel(String control, DotRows rows) {}

    static Figure of(ReportData data) {
        String title = "Lift over the controls";
        List<ControlComparison.Lift> lifts = ControlComparison.of(data).stream()
                .filter(l -> Double.isFinite(l.mean().estimate()))
                .toList();
        if (lifts.isEmpty()) {
            return Figure.none("lifts", title, "no run has controls");
        }
        double low = 0;
        double high = 0;
        for (ControlComparison.Lift l : lifts) {
            for (double v :
                    new double[] {l.mean().low(), l.mean().estimate(), l.mean().high()}) {
                low = Double.isFinite(v) ? Math.min(low, 100 * v) : low;
                high = Double.isFinite(v) ? Math.max(high, 100 * v) : high;
            }
        }
        double least = Math.min(low, -LINEAR);
        double most = Math.max(high, LINEAR);
        List<Panel> panels = panels(lifts, Ranking.bestFirst(data), least, most);
        return Figure.of(
                "lifts",
                title,
                "Right of zero the method's strings are better after repair than those of the control, by so many "
                        + "percentage points of the gap: median over the runs with 95 % bootstrap interval over the "
                        + "instances. Linear up to 0.1 points on both sides, logarithmic beyond.",
                breadth -> draw(panels, least, most, breadth),
                List.of(Key.dot("median lift", 0), Key.line("95 % interval", 0)));
    }

    private static List<Panel> panels(
            List<ControlComparison.Lift> lifts, List<String> methods, double least, double most) {
        List<Panel> panels = new ArrayList<>();
        for (String control :
                lifts.stream().map(ControlComparison.Lift::control).distinct().toList()) {
            DotRows rows = new DotRows();
            for (String method : methods) {
                lifts.stream()
                        .filter(l -> l.control().equals(control) && l.method().equals(method))
                        .forEach(l -> rows.runs(method, marks(l, least, most)));
            }
            rows.line("zero", 0, "");
            panels.add(new Panel(control, rows));
        }
        return panels;
    }

    private static List<Mark> marks(ControlComparison.Lift l, double least, double most) {
        double estimate = 100 * l.mean().estimate();
        double from = Double.isFinite(l.mean().low()) ? 100 * l.mean().low() : least;
        double to = Double.isFinite(l.mean().high()) ? 100 * l.mean().high() : most;
        String words = l.method() + " over " + Control.inWords(l.control()) + ": ";
        return List.of(
                new Mark(Look.TICK, 0, from, words + "95 % interval from " + ReportNumbers.number(from)),
                new Mark(Look.TICK, 0, to, words + "95 % interval to " + ReportNumbers.number(to)),
                new Mark(Look.DOT, 0, estimate, words + ReportNumbers.number(estimate) + " points"));
    }

    private static Svg draw(List<Panel> panels, double least, double most, Breadth breadth) {
        double height = 0;
        for (Panel p : panels) {
            height += HEAD + p.rows().height(breadth);
        }
        Svg svg = new Svg(breadth.width(), height);
        Scale x = Scale.symmetricLog(LINEAR, least, most, DotRows.left(breadth) + 14, DotRows.right(breadth) - 14);
        double top = 0;
        for (Panel p : panels) {
            svg.words("strong", 0, top + 18, "start", "control: " + Control.inWords(p.control()));
            p.rows().draw(svg, breadth, x, top + HEAD - 16, "lift, percentage points");
            top += HEAD + p.rows().height(breadth);
        }
        return svg;
    }
}
