package org.shrinq.report.answer;

import java.util.ArrayList;
import java.util.List;
import org.shrinq.qubo.problem.MaxCut;
import org.shrinq.report.Figure;
import org.shrinq.report.Figure.Key;
import org.shrinq.report.ReportNumbers;
import org.shrinq.report.Section;
import org.shrinq.report.Table;
import org.shrinq.report.Table.Cell;
import org.shrinq.report.plot.Breadth;
import org.shrinq.report.plot.Svg;

/** The two sides of a cut and the edges between them. */
final class CutAnswer implements AnswerFamily<MaxCut> {
    private static final double ROW = 26;

    @Override
    public Class<MaxCut> type() {
        return MaxCut.class;
    }

    @Override
    public String unit(MaxCut problem) {
        return "weight of the cut edges, maximised";
    }

    @Override
    public List<Section> sections(MaxCut problem, Answer answer) {
        return List.of(picture(problem, answer), weights(problem, answer), table(problem, answer));
    }

    private static boolean isCut(MaxCut problem, Answer answer, int e) {
        return answer.isChosen(problem.source(e)) != answer.isChosen(problem.target(e));
    }

    private static Figure picture(MaxCut problem, Answer answer) {
        int n = problem.vertices();
        String title = "The two sides";
        if (n > GraphLayout.MOST) {
            return Figure.none(
                    "answer", title, "the graph has " + n + " vertices, up to " + GraphLayout.MOST + " are drawn");
        }
        int m = problem.edges();
        int[] us = new int[m];
        int[] vs = new int[m];
        boolean[] cut = new boolean[m];
        int count = 0;
        for (int e = 0; e < m; e++) {
            us[e] = problem.source(e);
            vs[e] = problem.target(e);
            cut[e] = isCut(problem, answer, e);
            count += cut[e] ? 1 : 0;
        }
        boolean[] first = new boolean[n];
        int ones = 0;
        for (int v = 0; v < n; v++) {
            first[v] = answer.isChosen(v);
            ones += first[v] ? 1 : 0;
        }
        GraphPicture drawn = new GraphPicture(us, vs, first, cut, GraphLayout.of(n, us, vs), answer::name);
        return Figure.of(
                "answer",
                title,
                ReportNumbers.count(ones, "vertex", "vertices") + " on one side and " + (n - ones)
                        + " on the other; " + count + " of " + ReportNumbers.count(m, "edge")
                        + " go across. Places come from forces along the edges and mean nothing else.",
                breadth -> drawn.draw(breadth, "c0"),
                List.of(
                        Key.dot("side 1", 0),
                        new Key("side 0", "ring grey", Figure.Shape.DOT),
                        Key.line("edge across", 0),
                        new Key("edge within a side", "grey", Figure.Shape.LINE)));
    }

    /** Cut and uncut weight as bars; negative weights apart, which a cut avoids. */
    private static Figure weights(MaxCut problem, Answer answer) {
        double[] sums = new double[4];
        for (int e = 0; e < problem.edges(); e++) {
            double w = problem.weight(e);
            sums[(isCut(problem, answer, e) ? 0 : 1) + (w < 0 ? 2 : 0)] += Math.abs(w);
        }
        double most = Math.max(sums[0] + sums[1], sums[2] + sums[3]);
        boolean signed = sums[2] + sums[3] > 0;
        return Figure.of(
                "cut-weight",
                "Weight across and within",
                "How much of the weight goes across."
                        + (signed ? " A good cut leaves negative weight within the sides." : ""),
                breadth -> {
                    Svg svg = new Svg(breadth.width(), (signed ? 2 : 1) * 2 * ROW);
                    bar(svg, breadth, 0, signed ? "positive weight" : "weight", sums[0], sums[1], most);
                    if (signed) {
                        bar(svg, breadth, 1, "negative weight", sums[2], sums[3], most);
                    }
                    return svg;
                },
                List.of(Key.box("across", "c0"), Key.box("within a side", "pale")));
    }

    private static void bar(Svg svg, Breadth breadth, int row, String name, double across, double within, double most) {
        double y = 2 * ROW * row;
        double unit = most > 0 ? breadth.width() / most : 0;
        svg.words("ink", 0, y + 14, "start", name);
        svg.label(
                breadth.width(),
                y + 14,
                "end",
                ReportNumbers.number(across) + " of " + ReportNumbers.number(across + within) + " across");
        svg.box("fill c0", 0, y + 20, across * unit, 18, "across: " + ReportNumbers.number(across));
        svg.box("fill pale", across * unit, y + 20, within * unit, 18, "within: " + ReportNumbers.number(within));
    }

    private static Table table(MaxCut problem, Answer answer) {
        int n = problem.vertices();
        int[] degree = new int[n];
        int[] across = new int[n];
        for (int e = 0; e < problem.edges(); e++) {
            int cut = isCut(problem, answer, e) ? 1 : 0;
            degree[problem.source(e)]++;
            degree[problem.target(e)]++;
            across[problem.source(e)] += cut;
            across[problem.target(e)] += cut;
        }
        List<List<Cell>> rows = new ArrayList<>();
        for (int v = 0; v < n; v++) {
            rows.add(List.of(
                    Tables.name(answer, v),
                    ReportNumbers.numberCell(answer.x().get(v)),
                    ReportNumbers.numberCell((double) degree[v]),
                    ReportNumbers.numberCell((double) across[v])));
        }
        return Tables.capped("sides", "Vertices", "", List.of("vertex", "side", "edges", "edges across"), rows);
    }
}
