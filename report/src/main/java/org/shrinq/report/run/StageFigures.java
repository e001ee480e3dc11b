package org.shrinq.report.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.shrinq.report.Figure;
import org.shrinq.report.Figure.Key;
import org.shrinq.report.ReportNumbers;
import org.shrinq.report.plot.Breadth;
import org.shrinq.report.plot.Svg;
import org.shrinq.solver.result.ResultFile;
import org.shrinq.solver.result.StageEntries;
import org.shrinq.solver.result.StageEntries.EncodeEntry;
import org.shrinq.solver.result.StageEntries.ReduceEntry;
import org.shrinq.solver.result.StageEntries.ShrinkEntry;

/** How the problem became smaller, and where the time went. */
final class StageFigures {
    private static final double ROW = 46;
    private static final double BAR = 18;

    private StageFigures() {}

    private record Level(String name, String note, double size) {}

    /** Variables, reduced variables, qubits: one bar each over one scale. */
    static Figure funnel(ResultFile result) {
        List<Level> levels = levels(result);
        String title = "From the problem to the circuit";
        if (levels.size() < 2) {
            return Figure.none("funnel", title, "");
        }
        double most = levels.stream().mapToDouble(Level::size).max().orElse(1);
        return Figure.of(
                "funnel",
                title,
                "How many binary decisions are left after every stage"
                        + (result.rounds().size() > 1
                                ? " of the first of " + result.rounds().size() + " rounds."
                                : "."),
                breadth -> funnel(levels, most, breadth),
                List.of());
    }

    private static List<Level> levels(ResultFile result) {
        StageEntries stages = result.stages();
        List<Level> levels = new ArrayList<>();
        levels.add(new Level("variables of the problem", "", result.instance().variables()));
        ReduceEntry reduce = stages.reduce();
        if (reduce != null) {
            String rules = reduce.rules().entrySet().stream()
                    .map(r -> r.getValue() + " by " + r.getKey())
                    .collect(Collectors.joining(", "));
            levels.add(new Level("after exact reductions", rules, reduce.variablesAfter()));
        }
        EncodeEntry encode = stages.encode();
        if (encode != null) {
            levels.add(new Level(
                    "variables of the QUBO",
                    (encode.slack() > 0 ? encode.slack() + " of them slack, " : "")
                            + ReportNumbers.count(encode.couplings(), "coupling"),
                    encode.variables()));
        }
        ShrinkEntry shrink = stages.shrink();
        if (shrink != null) {
            levels.add(new Level(
                    "qubits after shrinking",
                    shrink.proven() + " proven and " + shrink.heuristic() + " heuristic steps by " + shrink.source()
                            + (shrink.vetoed() > 0 ? ", " + shrink.vetoed() + " vetoed" : "")
                            + (shrink.code() == null
                                    ? ""
                                    : ", in a " + shrink.code().name() + " code"),
                    shrink.qubits()));
        }
        return levels;
    }

    private static Svg funnel(List<Level> levels, double most, Breadth breadth) {
        double width = breadth.width();
        Svg svg = new Svg(width, ROW * levels.size());
        for (int k = 0; k < levels.size(); k++) {
            Level level = levels.get(k);
            double y = ROW * k;
            String size = ReportNumbers.number(level.size());
            svg.words("strong", 0, y + 15, "start", size);
            double after = 8 + 8.6 * size.length();
            svg.words("ink", after, y + 15, "start", level.name());
            int room = (int) ((width - after - 7.4 * level.name().length() - 24) / 7.3);
            if (breadth == Breadth.WIDE && !level.note().isEmpty()) {
                svg.label(width, y + 15, "end", cut(level.note(), room));
            }
            svg.box(
                    k == levels.size() - 1 ? "fill c2" : "fill c0",
                    0,
                    y + 21,
                    Math.max(2, level.size() / most * width),
                    BAR,
                    size + " " + level.name() + (level.note().isEmpty() ? "" : ": " + level.note()));
        }
        return svg;
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, Math.max(1, most - 1)) + "…";
    }

    private record Part(String name, double seconds) {}

    /** The seconds of all stages as one bar. */
    static Figure times(ResultFile result) {
        double total = result.timing().totalSeconds();
        List<Part> parts = parts(result, total);
        String title = "Where the time went";
        if (total <= 0 || parts.size() < 2) {
            return Figure.none("times", title, "");
        }
        double sum = parts.stream().mapToDouble(Part::seconds).sum();
        List<Key> keys = new ArrayList<>();
        for (int k = 0; k < parts.size(); k++) {
            Part p = parts.get(k);
            keys.add(Key.box(
                    p.name() + " " + ReportNumbers.seconds(p.seconds()) + ", "
                            + String.format(Locale.ROOT, "%.0f", 100 * p.seconds() / sum) + " %",
                    part(k, parts)));
        }
        return Figure.of(
                "times",
                title,
                ReportNumbers.seconds(total) + " in all, from reading the file to the result.",
                breadth -> {
                    Svg svg = new Svg(breadth.width(), 30);
                    double at = 0;
                    for (int k = 0; k < parts.size(); k++) {
                        Part p = parts.get(k);
                        double w = p.seconds() / sum * breadth.width();
                        svg.box(
                                "fill strong " + part(k, parts),
                                at,
                                0,
                                w,
                                30,
                                p.name() + ": " + ReportNumbers.seconds(p.seconds()));
                        at += w;
                    }
                    return svg;
                },
                keys);
    }

    /** The rest is grey. */
    private static String part(int k, List<Part> parts) {
        return k < parts.size() - 1 || !parts.get(k).name().startsWith("the rest") ? Svg.colour(k) : "pale";
    }

    private static List<Part> parts(ResultFile result, double total) {
        StageEntries stages = result.stages();
        List<Part> parts = new ArrayList<>();
        parts.add(new Part("reading", result.timing().read()));
        parts.add(new Part(
                "search",
                result.searches().stream().mapToDouble(s -> s.seconds()).sum()));
        parts.add(
                new Part("reduce", stages.reduce() == null ? 0 : stages.reduce().seconds()));
        parts.add(
                new Part("encode", stages.encode() == null ? 0 : stages.encode().seconds()));
        parts.add(
                new Part("shrink", stages.shrink() == null ? 0 : stages.shrink().seconds()));
        String method = stages.quantum() == null ? "" : stages.quantum().method();
        parts.add(
                new Part(method, stages.quantum() == null ? 0 : stages.quantum().seconds()));
        parts.add(
                new Part("repair", stages.repair() == null ? 0 : stages.repair().seconds()));
        parts.add(new Part(
                "later rounds",
                result.rounds().stream().skip(1).mapToDouble(r -> r.seconds()).sum()));
        parts.removeIf(p -> p.seconds() <= 0);
        double rest = total - parts.stream().mapToDouble(Part::seconds).sum();
        if (rest > 0.005 * total) {
            parts.add(new Part(
                    result.controls().isEmpty()
                            ? "the rest (construction, bounds, checks)"
                            : "the rest (construction, bounds, controls, checks)",
                    rest));
        }
        return parts;
    }
}
