package org.shrinq.repair.verify;

import org.shrinq.qubo.problem.Problem;
import org.shrinq.qubo.problem.ProblemFamily;

/**
 * The rules by which one family of problems is verified. They read the problem's own data, never its model.
 *
 * @param <P> the problems
 */
public interface RulesFamily<P extends Problem> extends ProblemFamily<P> {
    Rules rules(P problem);
}
