package org.shrinq.report.answer;

import java.util.ArrayList;
import java.util.List;
import org.shrinq.qubo.Graph;
import org.shrinq.qubo.problem.MaximumIndependentSet;
import org.shrinq.report.Figure;
import org.shrinq.report.Figure.Key;
import org.shrinq.report.ReportNumbers;
import org.shrinq.report.Section;
import org.shrinq.report.Table;
import org.shrinq.report.Table.Cell;

/** An independent set on its graph. */
final class IndependentSetAnswer implements AnswerFamily<MaximumIndependentSet> {
    @Override
    public Class<MaximumIndependentSet> type() {
        return MaximumIndependentSet.class;
    }

    @Override
    public String unit(MaximumIndependentSet problem) {
        return problem.isWeighted() ? "weight of the chosen vertices, maximised" : "vertices, maximised";
    }

    @Override
    public List<Section> sections(MaximumIndependentSet problem, Answer answer) {
        return List.of(picture(problem, answer), table(problem, answer));
    }

    private static Figure picture(MaximumIndependentSet problem, Answer answer) {
        Graph graph = problem.graph();
        int n = graph.vertices();
        String title = "The independent set";
        if (n > GraphLayout.MOST) {
            return Figure.none(
                    "answer", title, "the graph has " + n + " vertices, up to " + GraphLayout.MOST + " are drawn");
        }
        List<int[]> edges = new ArrayList<>();
        for (int v = 0; v < n; v++) {
            for (int k = 0; k < graph.degree(v); k++) {
                if (graph.neighbor(v, k) > v) {
                    edges.add(new int[] {v, graph.neighbor(v, k)});
                }
            }
        }
        int[] us = edges.stream().mapToInt(e -> e[0]).toArray();
        int[] vs = edges.stream().mapToInt(e -> e[1]).toArray();
        boolean[] chosen = new boolean[n];
        for (int v = 0; v < n; v++) {
            chosen[v] = answer.isChosen(v);
        }
        GraphPicture drawn =
                new GraphPicture(us, vs, chosen, new boolean[us.length], GraphLayout.of(n, us, vs), answer::name);
        return Figure.of(
                "answer",
                title,
                answer.x().ones() + " of " + ReportNumbers.count(n, "vertex", "vertices")
                        + " are chosen, and no edge of " + us.length
                        + " joins two of them. Places come from forces along the edges and mean nothing else.",
                breadth -> drawn.draw(breadth, "c0"),
                List.of(Key.dot("chosen", 0), new Key("not chosen", "ring grey", Figure.Shape.DOT)));
    }

    private static Table table(MaximumIndependentSet problem, Answer answer) {
        List<List<Cell>> rows = new ArrayList<>();
        for (int v = 0; v < problem.size(); v++) {
            if (answer.isChosen(v)) {
                List<Cell> row = new ArrayList<>(List.of(Tables.name(answer, v), ReportNumbers.numberCell((double)
                        problem.graph().degree(v))));
                if (problem.isWeighted()) {
                    row.add(ReportNumbers.numberCell(problem.weight(v)));
                }
                rows.add(row);
            }
        }
        return Tables.capped(
                "chosen",
                "Chosen vertices",
                "",
                problem.isWeighted() ? List.of("vertex", "neighbours", "weight") : List.of("vertex", "neighbours"),
                rows);
    }
}
