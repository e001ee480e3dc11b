package org.shrinq.relax.lagrange;

import java.util.List;
import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.Constraint;
import org.shrinq.qubo.QuadraticForm;
import org.shrinq.qubo.run.Deadline;

/**
 * The Lagrangian bound of a linear model: every row a·x ≤ b goes into the objective with a multiplier u ≥ 0 (u of any
 * sign for an equality),
 *
 * <pre>L(u) = offset − u·b + Σ_j min(0, c_j + Σ_i u_i a_ij),</pre>
 *
 * a lower bound of the minimum for every u. The multipliers climb along the subgradient a·x(u) − b (Held, Wolfe and
 * Crowder 1974), with every row scaled to norm 1. The best L is the bound of the linear relaxation, which it
 * approaches; it needs no pivots and is valid whenever it is stopped. Immutable.
 */
public final class LagrangianBound {
    private static final int MOST_ROUNDS = 400;
    /** Rounds without a better bound after which the climb goes back to the best with steps half as long. */
    private static final int PATIENCE = 15;

    private static final double FIRST_STEP = 0.05;
    private static final double ROUNDING = 1e-12;

    private final double value;
    private final double[] multipliers;

    private LagrangianBound(double value, double[] multipliers) {
        this.value = value;
        this.multipliers = multipliers;
    }

    /**
     * O(rounds · nonzeros); at least one round.
     *
     * @throws IllegalArgumentException when the objective has couplings
     */
    public static LagrangianBound of(BinaryModel model, Deadline deadline) {
        if (model.objective().couplings() > 0) {
            throw new IllegalArgumentException("the objective has couplings");
        }
        return new Ascent(model).climb(deadline);
    }

    /** A lower bound of the model's objective, of its negative when the model maximises. */
    public double value() {
        return value;
    }

    /**
     * A copy of the multipliers of this bound, by constraint: the gain in the objective per unit of the row's bound, ≥
     * 0 but for equalities.
     */
    public double[] multipliers() {
        return multipliers.clone();
    }

    /** The climb; used once. */
    private static final class Ascent {
        private final QuadraticForm form;
        private final int sign;
        private final List<Constraint> rows;
        private final double[] multipliers;
        private final double[] cost;
        private final double[] slope;
        /** The multipliers of the best bound. */
        private final double[] best;
        /** Sum of the sizes of all terms of the last L, for its rounding error. */
        private double size;

        /** 1 / Σ_j a_ij², by which a step along row i is scaled. */
        private final double[] scale;

        Ascent(BinaryModel model) {
            form = model.objective();
            sign = model.sense().factor();
            rows = model.constraints();
            multipliers = new double[rows.size()];
            cost = new double[form.size()];
            slope = new double[rows.size()];
            best = new double[rows.size()];
            scale = new double[rows.size()];
            for (int i = 0; i < scale.length; i++) {
                Constraint row = rows.get(i);
                double square = 0;
                for (int k = 0; k < row.arity(); k++) {
                    square += row.coefficient(k) * row.coefficient(k);
                }
                scale[i] = square > 0 ? 1 / square : 0;
            }
        }

        LagrangianBound climb(Deadline deadline) {
            double bound = Double.NEGATIVE_INFINITY;
            double share = FIRST_STEP;
            int idle = 0;
            for (int round = 0; round < MOST_ROUNDS && (round == 0 || !deadline.expired()); round++) {
                double value = evaluate();
                double proven = value - ROUNDING * size;
                if (proven > bound) {
                    bound = proven;
                    System.arraycopy(multipliers, 0, best, 0, best.length);
                    idle = 0;
                } else {
                    idle++;
                }
                if (idle == PATIENCE) {
                    share /= 2;
                    idle = 0;
                    System.arraycopy(best, 0, multipliers, 0, best.length);
                    continue;
                }
                double square = slope();
                if (square == 0) {
                    break;
                }
                move(share * Math.max(1e-9 * size, Math.abs(value)) / square);
            }
            return new LagrangianBound(bound, best);
        }

        /** L at the multipliers; fills cost. */
        private double evaluate() {
            double value = sign * form.offset();
            size = Math.abs(value);
            for (int j = 0; j < cost.length; j++) {
                cost[j] = sign * form.linear(j);
                size += Math.abs(cost[j]);
            }
            for (int i = 0; i < multipliers.length; i++) {
                Constraint row = rows.get(i);
                double u = multipliers[i];
                value -= u * row.bound();
                size += Math.abs(u * row.bound());
                for (int k = 0; k < row.arity() && u != 0; k++) {
                    cost[row.variable(k)] += u * row.coefficient(k);
                    size += Math.abs(u * row.coefficient(k));
                }
            }
            for (double c : cost) {
                value += Math.min(0, c);
            }
            return value;
        }

        /** Fills slope with a·x(u) − b, 0 where a multiplier cannot fall; returns its squared length in scaled rows. */
        private double slope() {
            double square = 0;
            for (int i = 0; i < slope.length; i++) {
                Constraint row = rows.get(i);
                double excess = -row.bound();
                for (int k = 0; k < row.arity(); k++) {
                    excess += cost[row.variable(k)] < 0 ? row.coefficient(k) : 0;
                }
                boolean stuck = multipliers[i] == 0 && excess < 0 && !row.isEquality();
                slope[i] = stuck ? 0 : excess;
                square += scale[i] * slope[i] * slope[i];
            }
            return square;
        }

        private void move(double step) {
            for (int i = 0; i < multipliers.length; i++) {
                double u = multipliers[i] + step * scale[i] * slope[i];
                multipliers[i] = rows.get(i).isEquality() ? u : Math.max(0, u);
            }
        }
    }
}
