package org.shrinq.report.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.shrinq.qubo.problem.QuadraticAssignment;
import org.shrinq.report.Figure;
import org.shrinq.report.Figure.Key;
import org.shrinq.report.ReportNumbers;
import org.shrinq.report.Section;
import org.shrinq.report.Table;
import org.shrinq.report.Table.Cell;
import org.shrinq.report.plot.Breadth;
import org.shrinq.report.plot.Svg;

/** An assignment as facilities at their locations, and as a matrix. */
final class AssignmentAnswer implements AnswerFamily<QuadraticAssignment> {
    /** Facilities up to which pictures can be read. */
    private static final int MOST = 100;

    private static final double MARGIN = 26;

    @Override
    public Class<QuadraticAssignment> type() {
        return QuadraticAssignment.class;
    }

    @Override
    public String unit(QuadraticAssignment problem) {
        return "cost, the sum of flow × distance, minimised";
    }

    @Override
    public List<Section> sections(QuadraticAssignment problem, Answer answer) {
        Optional<int[]> permutation = problem.permutation(answer.x().toArray());
        if (permutation.isEmpty()) {
            return List.of();
        }
        int[] at = permutation.get();
        return List.of(placed(problem, at), matrix(at), table(problem, at));
    }

    private static Figure placed(QuadraticAssignment problem, int[] at) {
        String title = "The facilities at their locations";
        int n = at.length;
        if (n > MOST) {
            return Figure.none("answer", title, "there are " + n + " facilities, up to " + MOST + " are drawn");
        }
        double[][] places = LocationMap.of(problem);
        return Figure.of(
                "answer",
                title,
                "A circle is a location with the number of the facility there; circles are near where distances are "
                        + "small (classical scaling of the distances to two dimensions, which cannot keep all of "
                        + "them). The thicker a line, the more flows between two facilities.",
                breadth -> draw(problem, at, places, breadth),
                List.of(Key.dot("facility at its location", 0), Key.line("flow between facilities", 5)));
    }

    private static Svg draw(QuadraticAssignment problem, int[] at, double[][] places, Breadth breadth) {
        int n = at.length;
        double width = breadth.width();
        double height = breadth.pick(460, 360);
        double[] x = new double[n];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = MARGIN + places[at[i]][0] * (width - 2 * MARGIN);
            y[i] = MARGIN + places[at[i]][1] * (height - 2 * MARGIN);
        }
        Svg svg = new Svg(width, height);
        double most = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                most = Math.max(most, problem.flow(i, j) + problem.flow(j, i));
            }
        }
        // classes of width, so that a picture has few paths
        for (int level = 1; level <= 4; level++) {
            List<double[]> ends = new ArrayList<>();
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < i; j++) {
                    double share = (problem.flow(i, j) + problem.flow(j, i)) / most;
                    if (share > (level - 1) / 4.0 && share <= level / 4.0) {
                        ends.add(new double[] {x[i], y[i], x[j], y[j]});
                    }
                }
            }
            svg.lines("stroke c5 w" + level, ends);
        }
        double radius = n <= 40 ? 13 : 9;
        for (int i = 0; i < n; i++) {
            svg.circle("fill strong c0", x[i], y[i], radius, "facility " + (i + 1) + " at location " + (at[i] + 1));
            svg.words(n <= 40 ? "on" : "on tiny", x[i], y[i] + 4.5, "middle", Integer.toString(i + 1));
        }
        return svg;
    }

    private static Figure matrix(int[] at) {
        String title = "The assignment as a matrix";
        int n = at.length;
        if (n > MOST) {
            return Figure.none("matrix", title, "there are " + n + " facilities, up to " + MOST + " are drawn");
        }
        return Figure.of(
                "matrix",
                title,
                "A row is a facility, a column a location; every row and every column has one filled cell.",
                breadth -> matrix(at, breadth),
                List.of());
    }

    private static Svg matrix(int[] at, Breadth breadth) {
        int n = at.length;
        double names = 34;
        double cell = Math.min(breadth.pick(26, 22), (breadth.width() - names) / n);
        double from = Math.max(names, (breadth.width() - n * cell) / 2);
        // the names of the axes stand beside the numbers of the columns, or above them
        double top = from > 100 ? names : names + 18;
        Svg svg = new Svg(breadth.width(), top + n * cell);
        svg.caption(0, 12, "start", "location →");
        svg.caption(0, 28, "start", "facility ↓");
        int every = Math.max(1, (int) Math.ceil(20 / cell));
        for (int i = 0; i < n; i++) {
            if (i % every == 0) {
                double middle = (i + 0.5) * cell;
                svg.label(from + middle, top - 6, "middle", Integer.toString(i + 1));
                svg.label(from - 6, top + middle + 4.5, "end", Integer.toString(i + 1));
            }
            for (int a = 0; a < n; a++) {
                boolean here = at[i] == a;
                svg.box(
                        here ? "fill c0" : "blank",
                        from + a * cell + 1,
                        top + i * cell + 1,
                        cell - 2,
                        cell - 2,
                        here ? "facility " + (i + 1) + " at location " + (a + 1) : "");
            }
        }
        return svg;
    }

    private static Table table(QuadraticAssignment problem, int[] at) {
        List<List<Cell>> rows = new ArrayList<>();
        for (int i = 0; i < at.length; i++) {
            double share = problem.linear(i, at[i]);
            for (int j = 0; j < at.length; j++) {
                share += problem.flow(i, j) * problem.distance(at[i], at[j]);
            }
            rows.add(List.of(
                    Cell.text(Integer.toString(i + 1)),
                    Cell.text(Integer.toString(at[i] + 1)),
                    ReportNumbers.numberCell(share)));
        }
        return Tables.capped(
                "places",
                "Places",
                "Cost: what flows from the facility, times the distances.",
                List.of("facility", "location", "cost"),
                rows);
    }
}
