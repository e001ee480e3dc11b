package org.shrinq.instances.oracle;

import java.util.ArrayList;
import java.util.List;
import org.shrinq.qubo.Constraint;
import org.shrinq.qubo.problem.Problem;

/**
 * Exact optima of models with a linear objective, by depth-first search that looks at each row's least and greatest
 * activity.
 */
public final class LinearModelOracle {
    private final int n;
    private final double[] cost;
    private final double[] promise;
    private final List<double[]> coefficients = new ArrayList<>();
    private final boolean[] equality;
    private final double[] least;
    private final double[] greatest;
    private final double[] bound;
    private double best = Double.POSITIVE_INFINITY;

    private LinearModelOracle(Problem p) {
        n = p.size();
        if (p.model().objective().couplings() > 0) {
            throw new IllegalArgumentException("the objective is quadratic");
        }
        cost = new double[n];
        promise = new double[n + 1];
        for (int i = 0; i < n; i++) {
            cost[i] = p.sense().factor() * p.model().objective().linear(i);
        }
        for (int i = n - 1; i >= 0; i--) {
            promise[i] = promise[i + 1] + Math.min(0, cost[i]);
        }
        List<Constraint> rows = p.model().constraints();
        equality = new boolean[rows.size()];
        least = new double[rows.size()];
        greatest = new double[rows.size()];
        bound = new double[rows.size()];
        for (int k = 0; k < rows.size(); k++) {
            double[] dense = new double[n];
            for (int t = 0; t < rows.get(k).arity(); t++) {
                double c = rows.get(k).coefficient(t);
                dense[rows.get(k).variable(t)] = c;
                least[k] += Math.min(0, c);
                greatest[k] += Math.max(0, c);
            }
            coefficients.add(dense);
            equality[k] = rows.get(k).isEquality();
            bound[k] = rows.get(k).bound();
        }
    }

    /** In the problem's own sense; NaN when nothing is feasible. */
    public static double optimum(Problem p) {
        LinearModelOracle oracle = new LinearModelOracle(p);
        oracle.search(0, p.sense().factor() * p.model().objective().offset());
        return Double.isInfinite(oracle.best) ? Double.NaN : p.sense().factor() * oracle.best;
    }

    private void search(int i, double value) {
        if (value + promise[i] >= best) {
            return;
        }
        for (int k = 0; k < bound.length; k++) {
            if (least[k] > bound[k] || (equality[k] && greatest[k] < bound[k])) {
                return;
            }
        }
        if (i == n) {
            best = value;
            return;
        }
        int preferred = cost[i] < 0 ? 1 : 0;
        for (int choice = 0; choice < 2; choice++) {
            int x = choice == 0 ? preferred : 1 - preferred;
            decide(i, x, 1);
            search(i + 1, value + x * cost[i]);
            decide(i, x, -1);
        }
    }

    /** Moves the activities as x_i becomes known (sign 1) or open again (−1). */
    private void decide(int i, int x, int sign) {
        for (int k = 0; k < bound.length; k++) {
            double c = coefficients.get(k)[i];
            least[k] += sign * (x * c - Math.min(0, c));
            greatest[k] += sign * (x * c - Math.max(0, c));
        }
    }
}
