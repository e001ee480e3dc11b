package org.shrinq.instances.oracle;

import org.shrinq.qubo.problem.QuadraticAssignment;

/** Exact optima of small quadratic assignment problems. */
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

    /**
     * Every partial assignment whose own cost stays below the best is extended; for data ≥ 0 that is exact, and for others
     * nothing is cut off.
     */
    public static double enumerate(QuadraticAssignment p) {
        AssignmentOracle oracle = new AssignmentOracle(p);
        oracle.extend(0, 0, oracle.isNonNegative());
        return oracle.best;
    }

    private boolean isNonNegative() {
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                if (p.flow(i, j) < 0 || p.distance(i, j) < 0 || p.linear(i, j) < 0) {
                    return false;
                }
            }
        }
        return true;
    }

    private void extend(int i, double cost, boolean cut) {
        if (cut && cost >= best) {
            return;
        }
        if (i == n) {
            best = Math.min(best, cost);
            return;
        }
        for (int a = 0; a < n; a++) {
            if (!taken[a]) {
                double added = p.linear(i, a) + p.flow(i, i) * p.distance(a, a);
                for (int j = 0; j < i; j++) {
                    added += p.flow(i, j) * p.distance(a, location[j]) + p.flow(j, i) * p.distance(location[j], a);
                }
                taken[a] = true;
                location[i] = a;
                extend(i + 1, cost + added, cut);
                taken[a] = false;
            }
        }
    }
}
