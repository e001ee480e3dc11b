package org.shrinq.bench.shrinking;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.shrinq.report.ReportNumbers;
import org.shrinq.report.Table;
import org.shrinq.report.Table.Cell;
import org.shrinq.shrink.calibrate.Calibration;
import org.shrinq.shrink.calibrate.Structure;

/** Counts of right steps of a study, by source, structure of the model and strength |X| of the evidence. */
public final class Calibrating {
    private Calibrating() {}

    private record Curve(String source, Structure structure) {}

    private static Map<Curve, int[][]> count(List<Shrinking> all) {
        Map<Curve, int[][]> counts = new TreeMap<>((a, b) ->
                a.source.equals(b.source) ? a.structure.compareTo(b.structure) : a.source.compareTo(b.source));
        for (Shrinking s : all) {
            for (StepLabels.Label step : s.steps()) {
                int[][] curve = counts.computeIfAbsent(
                        new Curve(s.report().source(), s.structure()), c -> new int[Calibration.BINS][2]);
                int bin = Calibration.bin(step.strength());
                curve[bin][0]++;
                curve[bin][1] += step.right() ? 1 : 0;
            }
        }
        return counts;
    }

    /** The counts as {@link Calibration#parse} reads them. */
    public static String text(List<Shrinking> all, String recipe) {
        StringBuilder text = new StringBuilder("# ").append(recipe).append("\nsource,structure,bin,steps,right\n");
        count(all).forEach((curve, bins) -> {
            for (int b = 0; b < bins.length; b++) {
                if (bins[b][0] > 0) {
                    text.append(curve.source)
                            .append(',')
                            .append(curve.structure.id())
                            .append(',')
                            .append(b)
                            .append(',')
                            .append(bins[b][0])
                            .append(',')
                            .append(bins[b][1])
                            .append('\n');
                }
            }
        });
        return text.toString();
    }

    static Table table(List<Shrinking> all) {
        List<List<Cell>> rows = new ArrayList<>();
        count(all).forEach((curve, bins) -> {
            List<Cell> row = new ArrayList<>(List.of(Cell.text(curve.source), Cell.text(curve.structure.id())));
            int steps = 0;
            for (int b = 0; b < bins.length; b += 2) {
                int here = bins[b][0] + bins[b + 1][0];
                int right = bins[b][1] + bins[b + 1][1];
                steps += here;
                row.add(
                        here == 0
                                ? Cell.text("–")
                                : new Cell(
                                        ReportNumbers.percent((double) right / here) + " of " + here,
                                        (double) right / here));
            }
            row.add(2, ReportNumbers.numberCell(steps));
            rows.add(row);
        });
        return new Table(
                "calibration",
                "How often steps were right",
                "Of the steps that the source decided while an optimum was left: the share after which one was "
                        + "still left, by |X| of the step. Instances whose optima can all be listed.",
                List.of("source", "structure", "steps", "|X| to 0.2", "to 0.4", "to 0.6", "to 0.8", "to 1"),
                rows);
    }
}
