package org.shrinq.shrink;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.Constraint;
import org.shrinq.qubo.ExactlyOne;
import org.shrinq.qubo.QuadraticForm;
import org.shrinq.qubo.run.Deadline;

/**
 * Marginals of a model with one-hot groups by mean-field annealing with Sinkhorn balancing (softassign; Gold and
 * Rangarajan 1996): p ∝ exp(−β ∂f/∂p), normalised over the groups in turn, β growing geometrically. Needs only products
 * with the form, so that n² assignment variables cost O(n³) a round.
 */
final class MeanField {
    private static final int ROUNDS = 60;
    private static final int BALANCING = 8;

    /** β·(spread of the gradient) at the first and the last round. */
    private static final double FIRST_SHARPNESS = 0.5;

    private static final double LAST_SHARPNESS = 30;

    private MeanField() {}

    /**
     * @param fixed per variable 0, 1, or −1 for free; not modified
     * @return the probability that each variable is 1
     */
    static double[] marginals(BinaryModel model, byte[] fixed, Deadline deadline) {
        QuadraticForm form = model.objective();
        int sign = model.sense().factor();
        int n = model.size();
        List<int[]> groups = openGroups(model, fixed);
        double[] p = start(fixed, groups);
        double[] gradient = new double[n];
        double growth = Math.pow(LAST_SHARPNESS / FIRST_SHARPNESS, 1.0 / (ROUNDS - 1));
        double sharpness = FIRST_SHARPNESS;
        for (int round = 0; round < ROUNDS && (round == 0 || !deadline.expired()); round++) {
            form.multiply(p, 1, gradient);
            double mean = 0;
            double square = 0;
            int free = 0;
            for (int v = 0; v < n; v++) {
                gradient[v] = sign * (gradient[v] + form.linear(v));
                if (fixed[v] < 0) {
                    mean += gradient[v];
                    square += gradient[v] * gradient[v];
                    free++;
                }
            }
            mean /= Math.max(1, free);
            double spread = Math.sqrt(Math.max(0, square / Math.max(1, free) - mean * mean));
            double beta = spread > 0 ? sharpness / spread : 0;
            for (int v = 0; v < n; v++) {
                if (fixed[v] < 0) {
                    double fresh = Math.exp(Math.max(-700, Math.min(700, -beta * (gradient[v] - mean))));
                    p[v] = fresh;
                }
            }
            for (int pass = 0; pass < BALANCING; pass++) {
                for (int[] group : groups) {
                    balance(p, group);
                }
            }
            clip(p, fixed);
            sharpness *= growth;
        }
        return p;
    }

    /** The free members of every group that still needs its 1. */
    private static List<int[]> openGroups(BinaryModel model, byte[] fixed) {
        List<int[]> groups = new ArrayList<>();
        for (Constraint c : model.constraints()) {
            if (!(c instanceof ExactlyOne)) {
                continue;
            }
            int[] members = new int[c.arity()];
            int count = 0;
            boolean open = true;
            for (int k = 0; k < members.length; k++) {
                int v = c.variable(k);
                open &= fixed[v] != 1;
                if (fixed[v] < 0) {
                    members[count++] = v;
                }
            }
            if (open && count > 0) {
                groups.add(Arrays.copyOf(members, count));
            }
        }
        return groups;
    }

    private static double[] start(byte[] fixed, List<int[]> groups) {
        double[] p = new double[fixed.length];
        for (int v = 0; v < p.length; v++) {
            p[v] = fixed[v] < 0 ? 0.5 : fixed[v];
        }
        groups.forEach(group -> balance(p, group));
        return p;
    }

    private static void balance(double[] p, int[] group) {
        double sum = 0;
        for (int v : group) {
            sum += p[v];
        }
        for (int v : group) {
            p[v] = sum > 0 ? p[v] / sum : 1.0 / group.length;
        }
    }

    private static void clip(double[] p, byte[] fixed) {
        for (int v = 0; v < p.length; v++) {
            if (fixed[v] < 0) {
                p[v] = Math.max(0, Math.min(1, p[v]));
            }
        }
    }
}
