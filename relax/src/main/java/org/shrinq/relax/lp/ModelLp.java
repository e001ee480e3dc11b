package org.shrinq.relax.lp;

import java.util.List;
import java.util.Optional;
import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.Constraint;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.qubo.text.Brief;

/**
 * The linear relaxation of a binary model with a linear objective: min s·c·x with 0 ≤ x ≤ 1 and the typed constraints
 * as rows Σ a_ki x_i ≤ b_k or = b_k, s = ±1 so that it is a minimisation. Solved by {@link BoxedSimplex} where its
 * dense tableau is small, otherwise, and where that gives up, by ojAlgo's simplex.
 *
 * <p>The bound is not the solver's: for any multipliers λ (≥ 0 on inequalities) Σ_i min(0, s c_i + Σ_k λ_k a_ki) − Σ_k
 * λ_k b_k is below every feasible value, and it is computed here from the solver's duals with its rounding error
 * subtracted, so that it is valid whatever the solver did (Neumaier and Shcherbina 2004).
 */
public final class ModelLp {
    private static final double ROUNDING = 1e-12;
    /** Coefficients of the dense tableau up to which {@link BoxedSimplex} is the faster one. */
    private static final long DENSE_ENTRIES = 1_000_000;

    private ModelLp() {}

    /**
     * The outcome, for the minimised objective s·(value).
     *
     * @param bound valid lower bound of s·(objective of a feasible x), offset included
     * @param x the relaxed solution, entries in [0, 1]
     * @param multipliers λ by constraint of the model, ≥ 0 on inequalities
     * @param reducedCosts s c_i + Σ_k λ_k a_ki by variable: with the bound it bounds what x_i against its sign costs
     * @param activities Σ a_ki x_i by constraint
     */
    public record Result(double bound, double[] x, double[] multipliers, double[] reducedCosts, double[] activities) {
        @Override
        public String toString() {
            return Brief.of(this);
        }
    }

    /** The relaxation; empty for a quadratic objective, without constraints, or when the solver fails. */
    public static Optional<Result> solve(BinaryModel model, Deadline deadline) {
        if (model.objective().couplings() > 0 || model.constraints().isEmpty()) {
            return Optional.empty();
        }
        Optional<Result> dense = (long) model.size() * model.constraints().size() <= DENSE_ENTRIES
                ? boxed(model, deadline)
                : Optional.empty();
        return dense.isPresent() || deadline.expired() ? dense : OjalgoLp.solve(model, deadline);
    }

    private static Optional<Result> boxed(BinaryModel model, Deadline deadline) {
        BoxedSimplex simplex = BoxedSimplex.of(model);
        int most = 100 + 50 * (simplex.rows() + simplex.variables());
        if (simplex.solve(Double.POSITIVE_INFINITY, most, deadline) != BoxedSimplex.Status.OPTIMAL) {
            return Optional.empty();
        }
        double[] x = new double[simplex.variables()];
        for (int i = 0; i < x.length; i++) {
            x[i] = Math.max(0, Math.min(1, simplex.value(i)));
        }
        simplex.safeBound();
        double[] duals = new double[simplex.rows()];
        for (int k = 0; k < duals.length; k++) {
            duals[k] = simplex.multiplier(k);
        }
        return Optional.of(evaluate(model, x, duals, 1));
    }

    /** The Lagrangian bound at given multipliers; inequalities use max(0, ·). */
    public static Result evaluate(BinaryModel model, double[] x, double[] duals, int direction) {
        List<Constraint> constraints = model.constraints();
        double[] lambda = new double[constraints.size()];
        double[] reduced = new double[model.size()];
        double[] activity = new double[constraints.size()];
        double sign = model.sense().factor();
        double bound = sign * model.objective().offset();
        double size = Math.abs(bound);
        for (int i = 0; i < reduced.length; i++) {
            reduced[i] = sign * model.objective().linear(i);
            size += Math.abs(reduced[i]);
        }
        for (int k = 0; k < lambda.length; k++) {
            Constraint c = constraints.get(k);
            lambda[k] = c.isEquality() ? direction * duals[k] : Math.max(0, direction * duals[k]);
            bound -= lambda[k] * c.bound();
            size += Math.abs(lambda[k] * c.bound());
            for (int e = 0; e < c.arity(); e++) {
                int i = c.variable(e);
                reduced[i] += lambda[k] * c.coefficient(e);
                size += Math.abs(lambda[k] * c.coefficient(e));
                activity[k] += c.coefficient(e) * x[i];
            }
        }
        for (double r : reduced) {
            bound += Math.min(0, r);
        }
        return new Result(bound - ROUNDING * size, x, lambda, reduced, activity);
    }
}
