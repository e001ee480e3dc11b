package org.shrinq.bench.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.shrinq.bench.store.StoredRun;
import org.shrinq.report.Figure;
import org.shrinq.report.Figure.Key;
import org.shrinq.report.ReportNumbers;
import org.shrinq.report.plot.Breadth;
import org.shrinq.report.plot.Svg;

/**
 * The median gap of every method on every instance, as a coloured matrix: instances down, methods across, the best on
 * the left.
 */
final class HeatMap {
    private static final int MOST = 200;
    private static final double CELL = 22;
    private static final double LETTER = 7.4;
    /** Width of a cell from which its number is written into it. */
    private static final double NUMBERED = 42;

    private static final double[] LEVELS = {RunView.EXACT, 0.001, 0.01, 0.05, 0.2, Double.MAX_VALUE};
    private static final List<String> NAMES =
            List.of("best known", "≤ 0.1 %", "≤ 1 %", "≤ 5 %", "≤ 20 %", "> 20 %", "nothing feasible");

    private HeatMap() {}

    static Figure of(ReportData data) {
        String title = "Gap of every method on every instance";
        List<String> methods = Ranking.bestFirst(data);
        List<StoredRun.InstanceRow> all = data.instances();
        if (methods.isEmpty() || all.isEmpty()) {
            return Figure.none("heat", title, "there are no runs");
        }
        List<Map<String, Double>> medians = methods.stream()
                .map(m -> ReportData.medians(data.of(m), RunView::gap))
                .toList();
        List<StoredRun.InstanceRow> shown = all.size() <= MOST ? all : mostDifferent(all, medians);
        List<Key> keys = new ArrayList<>();
        for (int k = 0; k < NAMES.size(); k++) {
            keys.add(Key.box(NAMES.get(k), "h" + k));
        }
        return Figure.of(
                "heat",
                title,
                "Median gap over the seeds in per cent. Columns are methods, the best mean rank on the left. Press "
                        + "a cell to see its runs."
                        + (all.size() > MOST
                                ? " The " + MOST + " instances of " + all.size() + " on which methods differ most."
                                : ""),
                breadth -> draw(shown, methods, medians, data.problems().size() > 1, breadth),
                keys);
    }

    private static String key(StoredRun.InstanceRow i) {
        return i.problem() + "/" + i.name() + "/" + i.id();
    }

    private static List<StoredRun.InstanceRow> mostDifferent(
            List<StoredRun.InstanceRow> all, List<Map<String, Double>> medians) {
        return all.stream()
                .sorted(Comparator.comparingDouble(i -> {
                    double[] levels = medians.stream()
                            .mapToDouble(m -> level(m.getOrDefault(key(i), Double.NaN)))
                            .toArray();
                    return java.util.Arrays.stream(levels).min().orElse(0)
                            - java.util.Arrays.stream(levels).max().orElse(0);
                }))
                .limit(MOST)
                .toList();
    }

    static int level(double gap) {
        if (Double.isInfinite(gap)) {
            return LEVELS.length;
        }
        int level = 0;
        while (gap > LEVELS[level] + (level == 0 ? 0 : RunView.EXACT)) {
            level++;
        }
        return level;
    }

    private static Svg draw(
            List<StoredRun.InstanceRow> instances,
            List<String> methods,
            List<Map<String, Double>> medians,
            boolean severalProblems,
            Breadth breadth) {
        double width = breadth.width();
        double left = breadth.pick(200, 118);
        double cell = (width - left) / methods.size();
        int longest = methods.stream().mapToInt(String::length).max().orElse(1);
        boolean named = longest * LETTER < cell;
        int columns = named ? 1 : Math.max(1, (int) (width / (LETTER * (longest + 5))));
        int lines = named ? 1 : (methods.size() + columns - 1) / columns + 1;
        double top = 18 * lines + 8;
        Svg svg = new Svg(width, top + CELL * instances.size());
        for (int m = 0; m < methods.size(); m++) {
            String method = methods.get(m);
            svg.runs(method, "");
            if (!named) {
                svg.words(
                        "ink",
                        m % columns * (width / columns),
                        14 + 18.0 * (m / columns),
                        "start",
                        (m + 1) + " " + method);
            }
            svg.words("strong", left + (m + 0.5) * cell, top - 8, "middle", named ? method : Integer.toString(m + 1));
            svg.end();
        }
        for (int r = 0; r < instances.size(); r++) {
            StoredRun.InstanceRow i = instances.get(r);
            double y = top + CELL * r;
            String name = severalProblems && breadth == Breadth.WIDE ? i.problem() + " " + i.name() : i.name();
            svg.words("ink", left - 10, y + 15, "end", cut(name, (int) ((left - 14) / LETTER)));
            for (int m = 0; m < methods.size(); m++) {
                Double gap = medians.get(m).get(key(i));
                if (gap != null) {
                    cell(svg, methods.get(m), i.name(), gap, left + m * cell, y, cell);
                }
            }
        }
        return svg;
    }

    private static void cell(Svg svg, String method, String instance, double gap, double x, double y, double width) {
        int level = level(gap);
        svg.runs(method, instance);
        svg.box(
                "heat h" + level,
                x + 1,
                y + 1,
                width - 2,
                CELL - 2,
                method + " on " + instance + ": "
                        + (Double.isInfinite(gap) ? "nothing feasible" : ReportNumbers.percent(gap) + " %"));
        if (width >= NUMBERED) {
            svg.words("h" + level, x + width / 2, y + 15.5, "middle", ReportNumbers.percent(gap));
        }
        svg.end();
    }

    private static String cut(String name, int most) {
        return name.length() <= most
                ? name
                : name.substring(0, most / 2) + "…" + name.substring(name.length() - most / 2 + 1);
    }
}
