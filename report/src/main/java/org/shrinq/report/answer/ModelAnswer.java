package org.shrinq.report.answer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.shrinq.qubo.Constraint;
import org.shrinq.qubo.Sense;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.qubo.problem.VariableTable;
import org.shrinq.report.Figure;
import org.shrinq.report.Figure.Key;
import org.shrinq.report.ReportNumbers;
import org.shrinq.report.Section;
import org.shrinq.report.Table;
import org.shrinq.report.Table.Cell;

/** The rows of any model with what is left of them, and its variables by name. */
final class ModelAnswer implements AnswerFamily<Problem> {
    private static final double CELL = 20;

    @Override
    public Class<Problem> type() {
        return Problem.class;
    }

    @Override
    public String unit(Problem problem) {
        return "objective, " + (problem.sense() == Sense.MAXIMIZE ? "maximised" : "minimised");
    }

    /**
     * A row as it reads best: one whose coefficients are all negative is one from below.
     *
     * @param least what the activity cannot fall below
     */
    private record Row(String name, String relation, double activity, double bound, double slack, double least) {
        static Row of(Constraint c, byte[] x) {
            double least = 0;
            boolean negative = c.arity() > 0;
            for (int k = 0; k < c.arity(); k++) {
                least += Math.min(0, c.coefficient(k));
                negative &= c.coefficient(k) <= 0;
            }
            double activity = c.activity(x);
            if (negative && !c.isEquality()) {
                return new Row(c.name(), "≥", 0 - activity, 0 - c.bound(), c.bound() - activity, 0);
            }
            return new Row(
                    c.name(), c.isEquality() ? "=" : "≤", activity, c.bound(), Math.abs(c.bound() - activity), least);
        }

        /** Exactly one of some variables is 1, as it must be: nothing to see in a bar. */
        boolean isGroupThatHolds() {
            return relation.equals("=") && bound == 1 && activity == 1 && least == 0;
        }

        RowBars.Row bar() {
            String left = relation.equals("=") && slack == 0
                    ? ""
                    : ", " + (slack == 0 ? "tight" : "slack " + ReportNumbers.number(slack));
            return new RowBars.Row(
                    name,
                    Math.min(least, Math.min(activity, bound)),
                    activity,
                    bound,
                    ReportNumbers.number(activity) + " " + relation + " " + ReportNumbers.number(bound) + left,
                    List.of());
        }

        List<Cell> cells() {
            return List.of(
                    Cell.text(name),
                    ReportNumbers.numberCell(activity),
                    Cell.text(relation),
                    ReportNumbers.numberCell(bound),
                    ReportNumbers.numberCell(slack));
        }
    }

    @Override
    public List<Section> sections(Problem problem, Answer answer) {
        byte[] x = answer.x().toArray();
        List<Row> rows = new ArrayList<>();
        int pairs = 0;
        for (Constraint c : problem.model().constraints()) {
            if (c.arity() == 2 && !c.isEquality() && c.bound() == 1 && c.coefficient(0) == 1 && c.coefficient(1) == 1) {
                pairs++;
            } else {
                rows.add(Row.of(c, x));
            }
        }
        List<Section> sections = new ArrayList<>();
        sections.add(
                rows.isEmpty() ? BitGrid.of("answer", "The values", answer, "0", "1", CELL) : picture(rows, pairs));
        sections.add(variables(problem, answer));
        sections.add(Tables.capped(
                "rows",
                "Rows",
                pairs == 0
                        ? ""
                        : "Besides there are " + ReportNumbers.count(pairs, "pair")
                                + " of variables of which at most one is 1.",
                List.of("row", "value", "must be", "bound", "slack"),
                rows.stream().map(Row::cells).toList()));
        return sections;
    }

    private static Figure picture(List<Row> rows, int pairs) {
        List<Row> open = rows.stream().filter(r -> !r.isGroupThatHolds()).toList();
        List<Row> drawn = open.isEmpty() ? rows : open;
        int left = rows.size() - drawn.size();
        List<RowBars.Row> shown = drawn.stream()
                .sorted(Comparator.comparingDouble(r -> drawn.size() > RowBars.MOST ? r.slack() : 0))
                .limit(RowBars.MOST)
                .map(Row::bar)
                .toList();
        return Figure.of(
                "answer",
                "The rows of the model",
                "What every row has, and the line that it must not cross, must reach, or must meet."
                        + (drawn.size() > RowBars.MOST
                                ? " The " + RowBars.MOST + " rows of " + drawn.size() + " with the least slack."
                                : "")
                        + (left > 0
                                ? " " + ReportNumbers.count(left, "row")
                                        + " more with exactly one variable at 1, as asked, "
                                        + (left == 1 ? "is" : "are") + " in the table."
                                : "")
                        + (pairs > 0 ? " Pairs of which at most one is 1 are left out." : ""),
                breadth -> RowBars.draw(breadth, shown),
                List.of(Key.box("value of the row", "c0"), Key.box("left", "blank")));
    }

    private static Table variables(Problem problem, Answer answer) {
        byte[] x = answer.x().toArray();
        List<List<Cell>> rows = new ArrayList<>();
        int zeros = 0;
        VariableTable named = problem.variables();
        for (VariableTable.Variable v : named.variables()) {
            double value = v.value(x);
            if (value == 0) {
                zeros++;
            } else {
                rows.add(List.of(Cell.text(v.name()), ReportNumbers.numberCell(value)));
            }
        }
        for (int i = 0; i < x.length && named.isEmpty(); i++) {
            if (x[i] == 0) {
                zeros++;
            } else {
                rows.add(List.of(Tables.name(answer, i), ReportNumbers.numberCell(1)));
            }
        }
        return Tables.capped(
                "values",
                "Variables that are not 0",
                zeros == 0 ? "" : ReportNumbers.count(zeros, "other variable") + (zeros == 1 ? " is 0." : " are 0."),
                List.of("variable", "value"),
                rows);
    }
}
