package org.shrinq.report.answer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.shrinq.qubo.problem.MultidimensionalKnapsack;
import org.shrinq.report.Figure;
import org.shrinq.report.Figure.Key;
import org.shrinq.report.ReportNumbers;
import org.shrinq.report.Section;
import org.shrinq.report.Table;
import org.shrinq.report.Table.Cell;

/** The capacities that the chosen items use, row by row. */
final class KnapsackAnswer implements AnswerFamily<MultidimensionalKnapsack> {
    @Override
    public Class<MultidimensionalKnapsack> type() {
        return MultidimensionalKnapsack.class;
    }

    @Override
    public String unit(MultidimensionalKnapsack problem) {
        return "value of the chosen items, maximised";
    }

    @Override
    public List<Section> sections(MultidimensionalKnapsack problem, Answer answer) {
        return List.of(picture(problem, answer), table(problem, answer));
    }

    private static double used(MultidimensionalKnapsack problem, Answer answer, int row) {
        return problem.model().constraints().get(row).activity(answer.x().toArray());
    }

    private static Figure picture(MultidimensionalKnapsack problem, Answer answer) {
        List<Integer> shown = new ArrayList<>();
        for (int k = 0; k < problem.rows(); k++) {
            shown.add(k);
        }
        if (shown.size() > RowBars.MOST) {
            shown.sort(Comparator.comparingDouble(k -> problem.capacity(k) - used(problem, answer, k)));
            shown = shown.subList(0, RowBars.MOST);
        }
        List<RowBars.Row> rows = new ArrayList<>();
        for (int k : shown) {
            List<RowBars.Segment> segments = new ArrayList<>();
            for (int i = 0; i < problem.items(); i++) {
                if (answer.isChosen(i) && problem.weight(k, i) > 0) {
                    segments.add(new RowBars.Segment("item " + answer.name(i), problem.weight(k, i)));
                }
            }
            double used = used(problem, answer, k);
            rows.add(new RowBars.Row(
                    "capacity " + (k + 1),
                    0,
                    used,
                    problem.capacity(k),
                    RowBars.ofCapacity(used, problem.capacity(k)),
                    segments));
        }
        return Figure.of(
                "answer",
                "What the chosen items use",
                answer.x().ones() + " of " + ReportNumbers.count(problem.items(), "item")
                        + " are chosen. Every piece of a bar is a chosen item, in the order of the items; the line "
                        + "at the end is the capacity."
                        + (problem.rows() > RowBars.MOST
                                ? " The " + RowBars.MOST + " rows of " + problem.rows() + " with the least left."
                                : ""),
                breadth -> RowBars.draw(breadth, rows),
                List.of(Key.box("chosen items, one piece each", "c0"), Key.box("left", "blank")));
    }

    private static Table table(MultidimensionalKnapsack problem, Answer answer) {
        List<List<Cell>> rows = new ArrayList<>();
        for (int i = 0; i < problem.items(); i++) {
            if (!answer.isChosen(i)) {
                continue;
            }
            int tightest = 0;
            double most = -1;
            for (int k = 0; k < problem.rows(); k++) {
                double share = problem.capacity(k) > 0 ? problem.weight(k, i) / problem.capacity(k) : 0;
                if (share > most) {
                    most = share;
                    tightest = k;
                }
            }
            rows.add(List.of(
                    Tables.name(answer, i),
                    ReportNumbers.numberCell(problem.value(i)),
                    ReportNumbers.percentCell(most),
                    Cell.text("capacity " + (tightest + 1))));
        }
        return Tables.capped(
                "chosen",
                "Chosen items",
                "The last columns: the capacity of which an item takes the largest share.",
                List.of("item", "value", "largest share %", "of"),
                rows);
    }
}
