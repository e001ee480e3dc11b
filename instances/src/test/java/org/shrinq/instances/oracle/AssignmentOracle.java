package org.shrinq.instances.oracle;

import java.util.Arrays;
import org.shrinq.qubo.problem.QuadraticAssignment;

/** Exact optima of small quadratic assignment problems with data ≥ 0, by branch and bound. */
public final class AssignmentOracle {
    private final QuadraticAssignment p;
    private final int n;
    private final int[] location;
    private final boolean[] taken;
    private double best = Double.POSITIVE_INFINITY;

    private AssignmentOracle(QuadraticAssignment p) {
        this.p = p;
        n = p.order();
        location = new int[n];
        taken = new boolean[n];
    }

    /** Extends every partial assignment whose own cost stays below the best; fit for n ≤ 9. */
    public static double enumerate(QuadraticAssignment p) {
        AssignmentOracle oracle = new AssignmentOracle(p);
        oracle.requireNonNegative();
        oracle.extend(0, 0);
        return oracle.best;
    }

    /** The same with the Gilmore-Lawler bound of what is still open; fit for n ≤ 12. */
    public static double branchAndBound(QuadraticAssignment p) {
        AssignmentOracle oracle = new AssignmentOracle(p);
        oracle.requireNonNegative();
        oracle.descend();
        oracle.branch(0, 0);
        return oracle.best;
    }

    private void requireNonNegative() {
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                if (p.flow(i, j) < 0 || p.distance(i, j) < 0 || p.linear(i, j) < 0) {
                    throw new IllegalArgumentException("negative data");
                }
            }
        }
    }

    private double added(int i, int a) {
        double added = p.linear(i, a) + p.flow(i, i) * p.distance(a, a);
        for (int j = 0; j < i; j++) {
            added += p.flow(i, j) * p.distance(a, location[j]) + p.flow(j, i) * p.distance(location[j], a);
        }
        return added;
    }

    private void extend(int i, double cost) {
        if (cost >= best) {
            return;
        }
        if (i == n) {
            best = cost;
            return;
        }
        for (int a = 0; a < n; a++) {
            if (!taken[a]) {
                taken[a] = true;
                location[i] = a;
                extend(i + 1, cost + added(i, a));
                taken[a] = false;
            }
        }
    }

    /** A local optimum under pair exchanges, as a first upper bound. */
    private void descend() {
        int[] at = new int[n];
        Arrays.setAll(at, i -> i);
        double cost = p.cost(at);
        boolean improved = true;
        while (improved) {
            improved = false;
            for (int i = 0; i < n; i++) {
                for (int j = i + 1; j < n; j++) {
                    swap(at, i, j);
                    double swapped = p.cost(at);
                    if (swapped < cost) {
                        cost = swapped;
                        improved = true;
                    } else {
                        swap(at, i, j);
                    }
                }
            }
        }
        best = cost;
    }

    private static void swap(int[] at, int i, int j) {
        int t = at[i];
        at[i] = at[j];
        at[j] = t;
    }

    private void branch(int i, double cost) {
        if (i == n) {
            best = Math.min(best, cost);
            return;
        }
        if (cost + gilmoreLawler(i) > best - 1e-9) {
            return;
        }
        for (int a = 0; a < n; a++) {
            if (!taken[a]) {
                taken[a] = true;
                location[i] = a;
                branch(i + 1, cost + added(i, a));
                taken[a] = false;
            }
        }
    }

    /** Least cost that facilities i … n−1 can add. */
    private double gilmoreLawler(int from) {
        int size = n - from;
        int[] open = new int[size];
        int count = 0;
        for (int a = 0; a < n; a++) {
            if (!taken[a]) {
                open[count++] = a;
            }
        }
        double[][] flows = new double[size][];
        double[][] distances = new double[size][];
        for (int k = 0; k < size; k++) {
            flows[k] = new double[size - 1];
            distances[k] = new double[size - 1];
            int e = 0;
            for (int l = 0; l < size; l++) {
                if (l != k) {
                    flows[k][e] = p.flow(from + k, from + l);
                    distances[k][e++] = p.distance(open[k], open[l]);
                }
            }
            Arrays.sort(flows[k]);
            Arrays.sort(distances[k]);
        }
        double[][] cost = new double[size][size];
        for (int k = 0; k < size; k++) {
            for (int a = 0; a < size; a++) {
                double least = p.linear(from + k, open[a]) + p.flow(from + k, from + k) * p.distance(open[a], open[a]);
                for (int e = 0; e < size - 1; e++) {
                    least += flows[k][e] * distances[a][size - 2 - e];
                }
                for (int j = 0; j < from; j++) {
                    least += p.flow(from + k, j) * p.distance(open[a], location[j])
                            + p.flow(j, from + k) * p.distance(location[j], open[a]);
                }
                cost[k][a] = least;
            }
        }
        return LinearAssignment.optimum(cost);
    }
}
