package org.shrinq.report.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
import org.shrinq.solver.result.ResultFile;
import org.shrinq.solver.result.StageEntries.BinEntry;
import org.shrinq.solver.result.StageEntries.QuantumEntry;
import org.shrinq.solver.result.StageEntries.RepairEntry;
import org.shrinq.solver.result.StageEntries.VerifyEntry;

/** What the samples are worth, raw and repaired, beside the controls and beside what was known before. */
final class SampleFigures {
    private static final double BARS = 200;
    private static final double TOP = 24;
    private static final int RAW = 1;
    private static final int REPAIRED = 0;

    private SampleFigures() {}

    /** The samples' objectives, and below them on the same scale the best and the mean of every control. */
    static Figure samples(ResultFile result) {
        String title = "What the samples are worth";
        VerifyEntry verify = result.stages().verify();
        RepairEntry repair = result.stages().repair();
        List<BinEntry> raw = verify == null ? List.of() : told(verify.rawHistogram());
        List<BinEntry> repaired = repair == null ? List.of() : told(repair.histogram());
        if (raw.isEmpty() && repaired.isEmpty()) {
            return Figure.none("samples", title, verify == null ? "" : "no sample was feasible and none was repaired");
        }
        DotRows rows = rows(result, verify, repair);
        boolean controls = !result.controls().isEmpty();
        List<Key> keys =
                new ArrayList<>(List.of(Key.box("raw, feasible", "c" + RAW), Key.box("repaired", "c" + REPAIRED)));
        keys.add(new Key("best raw", "c" + RAW + " ring", Figure.Shape.DOT));
        keys.add(Key.dot("best repaired", REPAIRED));
        keys.add(new Key("mean repaired", "c" + REPAIRED, Figure.Shape.LINE));
        return Figure.of(
                "samples",
                title,
                "Above: how many samples have which objective, as they came (feasible ones) and after repair; the "
                        + "scale of the counts is logarithmic. Below: the best raw, the best repaired and the mean "
                        + "repaired objective"
                        + (controls
                                ? " of the method and of every control, which had as many strings and the same "
                                        + "repair in its place."
                                : ".")
                        + cut(result),
                breadth -> draw(raw, repaired, rows, result.sense().equals("minimize"), breadth),
                keys);
    }

    /** That the strings are not quite the circuit's, where its state was cut. */
    private static String cut(ResultFile result) {
        QuantumEntry quantum = result.stages().quantum();
        Double fidelity = quantum == null ? null : quantum.fidelity();
        return fidelity == null
                ? ""
                : String.format(
                        Locale.ROOT,
                        " The samples come from a matrix product state that was cut: its fidelity to the state of "
                                + "the circuit is about %.2g.",
                        fidelity);
    }

    private static List<BinEntry> told(List<BinEntry> bins) {
        return bins.stream().filter(b -> b.objective() != null).toList();
    }

    private static DotRows rows(ResultFile result, @Nullable VerifyEntry verify, @Nullable RepairEntry repair) {
        DotRows rows = new DotRows();
        row(
                rows,
                result.setting("method"),
                verify == null ? null : verify.rawBestObjective(),
                repair == null ? null : repair.objectiveAfter(),
                repair == null ? null : repair.meanObjective());
        for (Map.Entry<String, ResultFile.ControlEntry> c : result.controls().entrySet()) {
            ResultFile.ControlEntry control = c.getValue();
            row(rows, Control.inWords(c.getKey()), control.raw(), control.repaired(), control.meanRepaired());
        }
        return rows;
    }

    private static void row(
            DotRows rows, String name, @Nullable Double raw, @Nullable Double repaired, @Nullable Double mean) {
        List<Mark> marks = new ArrayList<>();
        add(marks, Look.TICK, REPAIRED, mean, name + ": mean repaired ");
        add(marks, Look.DOT, REPAIRED, repaired, name + ": best repaired ");
        add(marks, Look.RING, RAW, raw, name + ": best raw ");
        rows.row(marks.isEmpty() ? name + ": nothing feasible" : name, marks);
    }

    private static void add(List<Mark> marks, Look look, int series, @Nullable Double value, String words) {
        if (value != null) {
            marks.add(new Mark(look, series, value, words + ReportNumbers.exact(value)));
        }
    }

    private static Svg draw(
            List<BinEntry> raw, List<BinEntry> repaired, DotRows rows, boolean minimised, Breadth breadth) {
        double[] range = rows.range();
        double most = 1;
        for (List<BinEntry> bins : List.of(raw, repaired)) {
            for (BinEntry b : bins) {
                range[0] = Math.min(range[0], at(b));
                range[1] = Math.max(range[1], at(b));
                most = Math.max(most, (double) b.count());
            }
        }
        double left = Math.max(DotRows.left(breadth), 44);
        Scale x = Curves.padded(range[0], range[1], left, DotRows.right(breadth));
        Scale y = Scale.log(0.5, 2 * most, TOP + BARS, TOP);
        Svg svg = new Svg(breadth.width(), TOP + BARS + rows.height(breadth));
        for (Scale.Tick t : y.ticks()) {
            svg.grid(left, t.place(), DotRows.right(breadth), t.place());
            svg.label(left - 6, t.place() + 4, "end", t.label());
        }
        svg.caption(Math.max(0, left - 44), 14, "start", "samples");
        double distance = nearest(raw, repaired, x);
        double w = Math.max(1.5, Math.min(14, distance * 0.4));
        bars(svg, raw, x, y, "fill c" + RAW, -w, w, "raw");
        bars(svg, repaired, x, y, "fill c" + REPAIRED, 0, w, "repaired");
        rows.draw(svg, breadth, x, TOP + BARS, "objective, " + (minimised ? "left" : "right") + " is better");
        return svg;
    }

    /** The smallest distance of two objectives on the page. */
    private static double nearest(List<BinEntry> raw, List<BinEntry> repaired, Scale x) {
        double[] places = java.util.stream.Stream.concat(raw.stream(), repaired.stream())
                .mapToDouble(b -> x.at(at(b)))
                .distinct()
                .sorted()
                .toArray();
        double least = 40;
        for (int k = 1; k < places.length; k++) {
            least = Math.min(least, places[k] - places[k - 1]);
        }
        return least;
    }

    private static void bars(
            Svg svg, List<BinEntry> bins, Scale x, Scale y, String css, double shift, double w, String kind) {
        for (BinEntry b : bins) {
            double top = y.at((double) b.count());
            svg.box(
                    css,
                    x.at(at(b)) + shift,
                    top,
                    w,
                    TOP + BARS - top,
                    kind + ", objective " + ReportNumbers.exact(at(b)) + ": "
                            + ReportNumbers.count(b.count(), "sample"));
        }
    }

    private static double at(BinEntry bin) {
        Double objective = bin.objective();
        return objective == null ? 0 : objective;
    }

    /** Objectives that were known before the circuit ran, beside those of its strings and of the result. */
    static Figure known(ResultFile result) {
        String title = "Known before the circuit ran";
        ResultFile.KnownEntry known = result.knownBeforeCircuit();
        if (known == null || known.objectives().findAny().isEmpty()) {
            return Figure.none("known", title, "");
        }
        boolean ran = result.stages().quantum() != null;
        DotRows rows = new DotRows();
        known(rows, "the start that was given", 0, known.start());
        known(rows, "greedy construction", 0, known.construction());
        known(rows, "search on the whole problem", 0, known.search());
        known(rows, "exact reductions", 0, known.reduction());
        known(rows, "pool of the correlations", 0, known.pool());
        VerifyEntry verify = result.stages().verify();
        RepairEntry repair = result.stages().repair();
        known(rows, "best raw sample", 1, verify == null ? null : verify.rawBestObjective());
        known(rows, "best repaired sample", 1, repair == null ? null : repair.objectiveAfter());
        known(rows, "what the run returned", 2, result.objective());
        Double bound = result.bound();
        if (bound != null) {
            rows.line("c6 dash", bound, RunWords.bound(result));
        }
        String credit = result.credit();
        double[] range = rows.range();
        return Figure.of(
                "known",
                ran ? title : "What had which objective",
                credit == null ? "" : credit,
                breadth -> {
                    Svg svg = new Svg(breadth.width(), rows.height(breadth));
                    Scale x = Curves.padded(range[0], range[1], DotRows.left(breadth) + 8, DotRows.right(breadth) - 8);
                    rows.draw(
                            svg,
                            breadth,
                            x,
                            0,
                            "objective, " + (result.sense().equals("minimize") ? "left" : "right") + " is better");
                    return svg;
                },
                ran
                        ? List.of(
                                Key.dot("before", 0), Key.dot("samples of the first round", 1), Key.dot("returned", 2))
                        : List.of(Key.dot("had it", 0), Key.dot("returned", 2)));
    }

    private static void known(DotRows rows, String name, int series, @Nullable Double value) {
        if (value != null) {
            rows.row(name, List.of(new Mark(Look.DOT, series, value, name + ": " + ReportNumbers.exact(value))));
        }
    }
}
