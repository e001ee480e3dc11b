package org.shrinq.cpsat;

import org.shrinq.qubo.problem.Problem;
import org.shrinq.qubo.problem.ProblemFamily;

/**
 * One family of problems as CP-SAT takes it.
 *
 * @param <P> the problems
 */
interface CpSatFamily<P extends Problem> extends ProblemFamily<P> {
    /**
     * @throws org.shrinq.solver.RefusedException for coefficients that no power of ten makes whole, or too many
     * products
     */
    CpSatModel model(P problem);
}
