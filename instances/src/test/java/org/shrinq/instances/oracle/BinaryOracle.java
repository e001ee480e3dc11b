package org.shrinq.instances.oracle;

import org.shrinq.qubo.Sense;
import org.shrinq.qubo.problem.Problem;

/** Optima of problems of at most 26 variables by looking at every assignment. */
public final class BinaryOracle {
    private BinaryOracle() {}

    /** The best objective among the feasible assignments; NaN when there is none. */
    public static double optimum(Problem p) {
        int n = p.size();
        if (n > 26) {
            throw new IllegalArgumentException(n + " variables are too many to enumerate");
        }
        byte[] x = new byte[n];
        double best = p.sense().worst();
        boolean found = false;
        for (int code = 0; code < 1 << n; code++) {
            for (int i = 0; i < n; i++) {
                x[i] = (byte) (code >>> i & 1);
            }
            if (p.model().isFeasible(x)) {
                double value = p.objective(x);
                found = true;
                best = p.sense() == Sense.MINIMIZE ? Math.min(best, value) : Math.max(best, value);
            }
        }
        return found ? best : Double.NaN;
    }
}
