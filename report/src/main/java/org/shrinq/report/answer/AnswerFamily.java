package org.shrinq.report.answer;

import java.util.List;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.qubo.problem.ProblemFamily;
import org.shrinq.report.Section;

/**
 * How solutions of a family of problems are shown. Those of a custom problem are shown as those of a model.
 *
 * @param <P> the problems
 */
public interface AnswerFamily<P extends Problem> extends ProblemFamily<P> {
    /** What the objective is, such as "vertices"; it stands behind the number. */
    String unit(P problem);

    /** Pictures and tables of a solution, the picture first; empty ones are left out. */
    List<Section> sections(P problem, Answer answer);
}
