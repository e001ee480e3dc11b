package org.shrinq.shrink.reduce;

import org.shrinq.qubo.problem.BinaryQuadraticProgram;
import org.shrinq.qubo.problem.MarketShare;
import org.shrinq.qubo.problem.MaxCut;
import org.shrinq.qubo.problem.MaximumIndependentSet;
import org.shrinq.qubo.problem.MultidimensionalKnapsack;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.qubo.problem.QuadraticAssignment;
import org.shrinq.qubo.run.Deadline;

/**
 * Runs the exact rules on a problem to a fixpoint. Independent sets, knapsacks and assignments stay what they are; max-cut and
 * plain quadratic programs become smaller quadratic programs. Market share is left alone: its model is a stand-in for an
 * objective that is not quadratic. No rule is run on rows whose sums doubles round ({@link org.shrinq.qubo.BinaryModel#isWhole}).
 */
public final class Reducer {
    private Reducer() {}

    /**
     * Reduces.
     *
     * @param wanted the rules, and what is known
     * @param deadline asked between passes; what has been done until then stands
     */
    public static Reduced reduce(Problem problem, ReduceOptions wanted, Deadline deadline) {
        // rules compare sums of doubles
        ReduceOptions options = problem.model().isWhole() ? wanted : wanted.withRules();
        if (problem instanceof MaximumIndependentSet mis) {
            return new MisReducer(mis, options, deadline).reduce();
        }
        if (problem instanceof MultidimensionalKnapsack knapsack) {
            return new KnapsackReducer(knapsack, options, deadline).reduce();
        }
        if (problem instanceof QuadraticAssignment assignment) {
            return new AssignmentReducer(assignment, options, deadline).reduce();
        }
        if (problem instanceof MarketShare) {
            return Reduced.identity(problem, Reduced.Outcome.OPEN);
        }
        if (problem instanceof MaxCut || problem instanceof BinaryQuadraticProgram) {
            return problem.model().constraints().isEmpty()
                    ? new QuadraticReducer(problem, options, deadline).reduce()
                    : new ConstrainedReducer(problem, options, deadline).reduce();
        }
        return new ConstrainedReducer(problem, options, deadline).reduce();
    }
}
