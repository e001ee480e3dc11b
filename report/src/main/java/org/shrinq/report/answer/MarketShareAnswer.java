package org.shrinq.report.answer;

import java.util.ArrayList;
import java.util.List;
import org.shrinq.qubo.problem.MarketShare;
import org.shrinq.report.Figure;
import org.shrinq.report.Figure.Key;
import org.shrinq.report.ReportNumbers;
import org.shrinq.report.Section;
import org.shrinq.report.Table.Cell;

/** What the first division sells of every product beside its target. */
final class MarketShareAnswer implements AnswerFamily<MarketShare> {
    @Override
    public Class<MarketShare> type() {
        return MarketShare.class;
    }

    @Override
    public String unit(MarketShare problem) {
        return "sum of the deviations from the targets, minimised";
    }

    @Override
    public List<Section> sections(MarketShare problem, Answer answer) {
        List<RowBars.Row> rows = new ArrayList<>();
        for (int k = 0; k < Math.min(RowBars.MOST, problem.products()); k++) {
            double sold = 0;
            List<RowBars.Segment> segments = new ArrayList<>();
            for (int j = 0; j < problem.retailers(); j++) {
                if (answer.isChosen(j)) {
                    sold += problem.demand(k, j);
                    segments.add(new RowBars.Segment("retailer " + answer.name(j), problem.demand(k, j)));
                }
            }
            double target = problem.target(k);
            double off = sold - target;
            String words = ReportNumbers.number(sold) + ", target " + ReportNumbers.number(target)
                    + (off == 0 ? ", met" : ", off by " + ReportNumbers.number(off));
            rows.add(new RowBars.Row("product " + (k + 1), 0, sold, target, words, segments));
        }
        List<List<Cell>> chosen = new ArrayList<>();
        for (int j = 0; j < problem.retailers(); j++) {
            chosen.add(List.of(
                    Tables.name(answer, j), Cell.text(answer.isChosen(j) ? "first division" : "second division")));
        }
        return List.of(
                Figure.of(
                        "answer",
                        "Sales of the first division",
                        answer.x().ones() + " of " + ReportNumbers.count(problem.retailers(), "retailer")
                                + " belong to it. Every piece of a bar is one of them; the line is the target of "
                                + "the product.",
                        breadth -> RowBars.draw(breadth, rows),
                        List.of(
                                Key.box("its retailers, one piece each", "c0"),
                                Key.box("missing to the target", "blank"))),
                Tables.capped("chosen", "Retailers", "", List.of("retailer", "belongs to"), chosen));
    }
}
