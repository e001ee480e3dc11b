package org.shrinq.report.answer;

import java.util.List;
import org.shrinq.qubo.problem.FamilyTable;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.report.Section;

/** The rows of {@link AnswerFamily}, asked by problem. */
public final class AnswerFamilies {
    private static final FamilyTable<AnswerFamily<?>> TABLE = FamilyTable.of(
            AnswerFamily.class,
            List.of(
                    new IndependentSetAnswer(),
                    new CutAnswer(),
                    new KnapsackAnswer(),
                    new AssignmentAnswer(),
                    new MarketShareAnswer(),
                    new SequenceAnswer(),
                    new ModelAnswer()));

    private AnswerFamilies() {}

    /** What the objective of a problem is. */
    public static String unit(Problem problem) {
        return unit(TABLE.of(problem), problem);
    }

    private static <P extends Problem> String unit(AnswerFamily<P> row, Problem problem) {
        return row.unit(row.type().cast(problem));
    }

    /** Pictures and tables of a solution. */
    public static List<Section> sections(Problem problem, Answer answer) {
        return sections(TABLE.of(problem), problem, answer);
    }

    private static <P extends Problem> List<Section> sections(AnswerFamily<P> row, Problem problem, Answer answer) {
        return row.sections(row.type().cast(problem), answer);
    }
}
