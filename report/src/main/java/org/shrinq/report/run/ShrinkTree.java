package org.shrinq.report.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.shrinq.report.Figure;
import org.shrinq.report.Figure.Key;
import org.shrinq.report.ReportNumbers;
import org.shrinq.report.plot.Breadth;
import org.shrinq.report.plot.Scale;
import org.shrinq.report.plot.Svg;
import org.shrinq.solver.result.ResultFile;
import org.shrinq.solver.result.StageEntries.EliminationEntry;
import org.shrinq.solver.result.StageEntries.ShrinkEntry;

/**
 * How shrinking came from variables to qubits: one line a variable, from the left to the step that merged it with
 * another or fixed it; what reaches the right end is a qubit.
 */
final class ShrinkTree {
    static final int MOST = 400;

    private static final int ALL_NAMED = 60;
    private static final double NAMED_ROW = 17;
    private static final double HEIGHT = 1000;
    private static final double TOP = 26;
    private static final double BOTTOM = 40;
    private static final int PROVEN = 0;
    private static final int HEURISTIC = 1;

    private final ShrinkEntry shrink;
    private final VariableNames names;
    private final int n;
    private final int[] order;
    private final boolean[] survives;

    private ShrinkTree(ShrinkEntry shrink, VariableNames names) {
        this.shrink = shrink;
        this.names = names;
        this.n = shrink.variablesBefore();
        this.survives = new boolean[n];
        Arrays.fill(survives, true);
        shrink.eliminations().forEach(e -> survives[e.i()] = false);
        this.order = order();
    }

    static Figure of(ResultFile result, VariableNames names) {
        ShrinkEntry shrink = result.stages().shrink();
        String title = "From variables to qubits";
        if (shrink == null || shrink.eliminations().isEmpty()) {
            return Figure.none("tree", title, "");
        }
        if (shrink.variablesBefore() > MOST) {
            return Figure.none(
                    "tree", title, shrink.variablesBefore() + " variables were shrunk, up to " + MOST + " are drawn");
        }
        ShrinkTree tree = new ShrinkTree(shrink, names);
        return Figure.of(
                "tree",
                title,
                "A line is a variable of the QUBO. A step to another line is a merge of the two, a cross a fixed "
                        + "value; both are solid where no optimum can be lost, dashed where the correlations alone "
                        + "said so ("
                        + ReportNumbers.count(shrink.proven(), "proven step") + ", " + shrink.heuristic()
                        + " heuristic). What reaches the right end is "
                        + (shrink.code() == null
                                ? "a qubit of the circuit."
                                : "named by " + ReportNumbers.count(shrink.qubits(), "qubit") + " in a "
                                        + shrink.code().name() + " code of "
                                        + ReportNumbers.count(shrink.code().strings(), "string") + "."),
                tree::draw,
                List.of(
                        Key.line(shrink.code() == null ? "qubit" : "in the code", 2),
                        Key.line("proven", PROVEN),
                        new Key("heuristic", "c1 dash", Figure.Shape.LINE)));
    }

    /**
     * Lines from top to bottom: merged ones are neighbours, those with a qubit first, then by the step that ended them.
     */
    private int[] order() {
        List<List<Integer>> members = new ArrayList<>();
        int[] end = new int[n];
        Arrays.fill(end, Integer.MAX_VALUE);
        for (int v = 0; v < n; v++) {
            members.add(new ArrayList<>(List.of(v)));
        }
        int step = 0;
        for (EliminationEntry e : shrink.eliminations()) {
            step++;
            Integer j = e.j();
            if (j == null) {
                end[e.i()] = step;
            } else {
                members.get(j).addAll(members.get(e.i()));
                members.get(e.i()).clear();
            }
        }
        return members.stream()
                .filter(m -> !m.isEmpty())
                .sorted(Comparator.comparingInt(m -> -end[m.get(0)]))
                .flatMap(List::stream)
                .mapToInt(v -> v)
                .toArray();
    }

    private Svg draw(Breadth breadth) {
        boolean all = n <= ALL_NAMED;
        long named = all ? n : IntStream.range(0, n).filter(v -> survives[v]).count();
        double small = all ? NAMED_ROW : Math.max(3, Math.min(NAMED_ROW, (HEIGHT - named * NAMED_ROW) / (n - named)));
        double[] y = new double[n];
        double at = TOP;
        for (int v : order) {
            double row = all || survives[v] ? NAMED_ROW : small;
            y[v] = at + row / 2;
            at += row;
        }
        double left = breadth.pick(110, 74);
        double right = breadth.width() - breadth.pick(200, 112);
        Svg svg = new Svg(breadth.width(), at + BOTTOM);
        int steps = shrink.eliminations().size();
        Scale x = Scale.linear(0, steps + 0.5, left, right);
        for (Scale.Tick t : x.ticks()) {
            svg.grid(t.place(), TOP - 4, t.place(), at + 4);
            svg.label(t.place(), at + 20, "middle", t.label());
        }
        svg.caption((left + right) / 2, at + 36, "middle", "step");
        svg.caption(0, 14, "start", "variables");
        svg.caption(right + 14, 14, "start", shrink.code() == null ? "qubits" : "in the code");
        if (all) {
            for (int v = 0; v < n; v++) {
                svg.label(left - 8, y[v] + 4.5, "end", names.of(v));
            }
        }
        qubits(svg, breadth, y, left, right);
        steps(svg, x, y, left);
        return svg;
    }

    private void qubits(Svg svg, Breadth breadth, double[] y, double left, double right) {
        int qubit = 0;
        String kind = shrink.code() == null ? "qubit" : "in the code";
        int room = (int) breadth.pick(24, 13);
        for (int v = 0; v < n; v++) {
            if (survives[v]) {
                qubit++;
                svg.line("stroke c2 strong", left, y[v], right, y[v], "");
                svg.circle("fill strong c2", right, y[v], 5, kind + " " + qubit + ": variable " + names.of(v));
                String words = shrink.code() == null ? "q" + qubit + ": " + names.of(v) : names.of(v);
                svg.words(
                        "strong",
                        right + 12,
                        y[v] + 4.5,
                        "start",
                        words.length() <= room ? words : words.substring(0, room - 1) + "…");
            }
        }
    }

    private void steps(Svg svg, Scale x, double[] y, double left) {
        int step = 0;
        for (EliminationEntry e : shrink.eliminations()) {
            step++;
            double at = x.at(step);
            int i = e.i();
            String css = e.proven() ? "stroke c" + PROVEN : "stroke dash c" + HEURISTIC;
            svg.line("stroke thin grey", left, y[i], at, y[i], "");
            Integer j = e.j();
            String how = ", step " + step + " by " + e.rule() + (e.proven() ? ", proven" : ", heuristic");
            if (j == null) {
                svg.cross(
                        e.proven() ? PROVEN : HEURISTIC,
                        at,
                        y[i],
                        3.5,
                        names.of(i) + " fixed to " + (e.sign() > 0 ? 0 : 1) + how);
            } else {
                svg.line(
                        css,
                        at,
                        y[i],
                        at,
                        y[j],
                        names.of(i) + (e.sign() > 0 ? " the same as " : " the opposite of ") + names.of(j) + how);
                svg.circle((e.proven() ? "c" + PROVEN : "c" + HEURISTIC) + " fill", at, y[j], 2.5, "");
            }
        }
    }
}
