package org.shrinq.search.assignment;

import org.shrinq.qubo.Dyadic;
import org.shrinq.qubo.problem.QuadraticAssignment;

/**
 * A quadratic assignment problem in flat arrays with zero diagonals (A_ii B_aa goes into the linear costs). When one of
 * the two matrices is symmetric the other is replaced by its symmetric part, which leaves every cost as it is and
 * halves the work. Immutable.
 */
public final class AssignmentData {
    public final int n;
    /** A_ij at i·n + j. */
    public final double[] flow;
    /** B_ab at a·n + b. */
    public final double[] distance;
    /** L_ia + A_ii B_aa at i·n + a. */
    public final double[] linear;

    /**
     * Changes of cost no larger than this are rounding: 0 where no sum rounds, else 10⁻¹¹ of a bound on the change by a
     * swap.
     */
    public final double rounding;

    public final boolean symmetric;
    public final boolean hasLinear;

    public AssignmentData(QuadraticAssignment p) {
        n = p.order();
        flow = new double[n * n];
        distance = new double[n * n];
        linear = new double[n * n];
        boolean anyLinear = false;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                linear[i * n + j] = p.linear(i, j) + p.flow(i, i) * p.distance(j, j);
                anyLinear |= linear[i * n + j] != 0;
                if (i != j) {
                    flow[i * n + j] = p.flow(i, j);
                    distance[i * n + j] = p.distance(i, j);
                }
            }
        }
        hasLinear = anyLinear;
        boolean flowSymmetric = isSymmetric(flow, n);
        boolean distanceSymmetric = isSymmetric(distance, n);
        symmetric = flowSymmetric || distanceSymmetric;
        if (symmetric && !flowSymmetric) {
            symmetrise(flow, n);
        }
        if (symmetric && !distanceSymmetric) {
            symmetrise(distance, n);
        }
        rounding = rounding();
    }

    private double rounding() {
        Dyadic flows = new Dyadic();
        Dyadic distances = new Dyadic();
        Dyadic all = new Dyadic();
        double[] largest = new double[3];
        for (int k = 0; k < n * n; k++) {
            flows.add(flow[k], 1);
            distances.add(distance[k], 1);
            all.add(linear[k], 4);
            largest[0] = Math.max(largest[0], Math.abs(flow[k]));
            largest[1] = Math.max(largest[1], Math.abs(distance[k]));
            largest[2] = Math.max(largest[2], Math.abs(linear[k]));
        }
        all.addProducts(flows, distances, 16);
        return all.isExact() ? 0 : 1e-11 * (8.0 * n * largest[0] * largest[1] + 4 * largest[2]);
    }

    private static boolean isSymmetric(double[] m, int n) {
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                if (m[i * n + j] != m[j * n + i]) {
                    return false;
                }
            }
        }
        return true;
    }

    private static void symmetrise(double[] m, int n) {
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                double mean = (m[i * n + j] + m[j * n + i]) / 2;
                m[i * n + j] = mean;
                m[j * n + i] = mean;
            }
        }
    }

    public double cost(int[] permutation) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += linear[i * n + permutation[i]];
            int row = permutation[i] * n;
            for (int j = 0; j < n; j++) {
                sum += flow[i * n + j] * distance[row + permutation[j]];
            }
        }
        return sum;
    }
}
