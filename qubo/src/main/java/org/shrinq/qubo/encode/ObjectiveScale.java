package org.shrinq.qubo.encode;

import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.Constraint;
import org.shrinq.qubo.ExactlyOne;
import org.shrinq.qubo.KroneckerForm;
import org.shrinq.qubo.QuadraticForm;

/**
 * How strongly the minimised objective g = ±objective pulls at each variable; the basis of the penalty weights.
 *
 * <ul>
 *   <li>{@code gain[v]}: largest decrease of g that setting x_v from 0 to 1 can cause, max(0, −l_v − Σ_j min(0, q_vj)).
 *   <li>{@code pull[v]}: expected size of the change, |l_v + Σ_j p_j q_vj| bounded from above by |l_v| + Σ_j p_j
 *       |q_vj|, with p_j = 1/(size of j's one-hot group), ½ outside of groups.
 *   <li>{@code lower}: a lower bound of g over all x, Σ min(0, l) + Σ min(0, q) + offset.
 * </ul>
 */
record ObjectiveScale(double[] gain, double[] pull, double lower) {
    static ObjectiveScale of(BinaryModel model) {
        QuadraticForm f = model.objective();
        int n = f.size();
        int sign = model.sense().factor();
        double[] p = new double[n];
        java.util.Arrays.fill(p, 0.5);
        for (Constraint c : model.constraints()) {
            if (c instanceof ExactlyOne) {
                for (int k = 0; k < c.arity(); k++) {
                    p[c.variable(k)] = Math.min(p[c.variable(k)], 1.0 / c.arity());
                }
            }
        }
        if (f instanceof KroneckerForm k && sign > 0) {
            return ofAssignment(k);
        }
        double[] gain = new double[n];
        double[] pull = new double[n];
        double[] lower = {sign * f.offset()};
        for (int v = 0; v < n; v++) {
            double linear = sign * f.linear(v);
            double[] sums = {linear, Math.abs(linear)};
            int row = v;
            f.forEachNeighbor(v, (w, q) -> {
                sums[0] += Math.min(0, sign * q);
                sums[1] += p[w] * Math.abs(q);
                if (w > row) {
                    lower[0] += Math.min(0, sign * q);
                }
            });
            gain[v] = Math.max(0, -sums[0]);
            pull[v] = sums[1];
            lower[0] += Math.min(0, linear);
        }
        return new ObjectiveScale(gain, pull, lower[0]);
    }

    /**
     * The same from row and column sums of |A| and |B| in O(n²), with sums of negative products bounded by all sums.
     */
    private static ObjectiveScale ofAssignment(KroneckerForm f) {
        int n = f.order();
        double[] flowRow = new double[n];
        double[] flowColumn = new double[n];
        double[] distanceRow = new double[n];
        double[] distanceColumn = new double[n];
        boolean negative = false;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                flowRow[i] += Math.abs(f.flow(i, j));
                flowColumn[j] += Math.abs(f.flow(i, j));
                distanceRow[i] += Math.abs(f.distance(i, j));
                distanceColumn[j] += Math.abs(f.distance(i, j));
                negative |= f.flow(i, j) < 0 || f.distance(i, j) < 0;
            }
        }
        double[] gain = new double[n * n];
        double[] pull = new double[n * n];
        double lower = f.offset();
        for (int i = 0; i < n; i++) {
            for (int a = 0; a < n; a++) {
                int v = i * n + a;
                double sum = flowRow[i] * distanceRow[a] + flowColumn[i] * distanceColumn[a];
                double least = negative ? -sum : 0;
                gain[v] = Math.max(0, -f.linear(v) - least);
                pull[v] = Math.abs(f.linear(v)) + sum / n;
                lower += Math.min(0, f.linear(v)) + least / 2;
            }
        }
        return new ObjectiveScale(gain, pull, lower);
    }

    double maxGain(Constraint c) {
        double max = 0;
        for (int k = 0; k < c.arity(); k++) {
            max = Math.max(max, gain[c.variable(k)]);
        }
        return max;
    }

    double maxPull(Constraint c) {
        double max = 0;
        for (int k = 0; k < c.arity(); k++) {
            max = Math.max(max, pull[c.variable(k)]);
        }
        return max;
    }

    /** Mean of |l| + Σ p|q| over all variables, or 1 for a constant objective. */
    double typical() {
        double sum = 0;
        for (double d : pull) {
            sum += d;
        }
        return sum > 0 ? sum / pull.length : 1;
    }
}
