package org.shrinq.relax.assignment;

import java.util.Arrays;
import org.shrinq.qubo.problem.QuadraticAssignment;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.relax.linalg.SymmetricEigen;

/**
 * The semidefinite relaxation of a quadratic assignment in which rows and columns are hard (Zhao, Karisch, Rendl and
 * Wolkowicz 1998, J. Comb. Optim. 2),
 *
 * <pre>
 * min ⟨L, Y⟩,  Y = V̂RV̂ᵀ,  R ⪰ 0,  tr R = n + 1,  Y_00 = 1,  0 ≤ Y ≤ 1,
 * Y_ia,ib = 0 (a ≠ b),  Y_ia,ja = 0 (i ≠ j),
 * </pre>
 *
 * by alternating directions (Oliveira, Wolkowicz and Xu 2018, Math. Program. Comput. 10): Y is projected onto the box
 * with its zeros, V̂RV̂ᵀ onto the cone by one eigendecomposition of order (n − 1)² + 1, multipliers Z move by γβ(Y −
 * V̂RV̂ᵀ). {@link LiftedBasis} has V̂. Excluded pairs are zeros too. The objective is projected onto the face and
 * scaled to norm n², β = n/3, γ = 1.618. Iterates prove no bound; on assignments of order 6 to 12 their moments single
 * out an optimum after some hundred iterations (docs/relaxations.md).
 */
public final class AssignmentSdp {
    private static final double STEP = 1.618;
    private static final double TOLERANCE = 1e-4;

    /** Of an iteration, per cube of the order of R. */
    private static final double OPERATIONS = 4;

    private final int n;
    private final LiftedBasis basis;
    private final boolean[] excluded;
    private final boolean[] zero;
    private final double[] cost;
    private final double scale;
    private final double beta;
    private final double[] y;
    private final double[] z;
    private final double[] face;
    private final double[] rest;
    private final double[] small;
    private final SymmetricEigen eigen;
    private int iterations;

    private AssignmentSdp(QuadraticAssignment problem, boolean[] excluded) {
        n = problem.order();
        basis = new LiftedBasis(n);
        this.excluded = excluded;
        int large = basis.large();
        zero = new boolean[large * large];
        cost = new double[large * large];
        for (int u = 0; u < n * n; u++) {
            addRow(problem, u);
        }
        rest = new double[basis.small() * basis.small()];
        small = new double[basis.small() * basis.small()];
        basis.down(cost, small);
        basis.up(small, cost);
        double norm = 0;
        for (double c : cost) {
            norm += c * c;
        }
        scale = norm > 0 ? n * n / Math.sqrt(norm) : 1;
        for (int k = 0; k < cost.length; k++) {
            cost[k] *= scale;
        }
        beta = n / 3.0;
        y = barycentre();
        z = new double[large * large];
        face = new double[large * large];
        eigen = new SymmetricEigen(basis.small());
    }

    /** About how many elementary operations, of a nanosecond each, an iteration for n facilities costs. */
    public static double operations(int order) {
        double small = (order - 1.0) * (order - 1.0) + 1;
        return OPERATIONS * small * small * small;
    }

    /**
     * Iterates until Y and V̂RV̂ᵀ agree and rest, to 10⁻⁴ of the norm of Y.
     *
     * @param problem of at least two facilities
     * @param excluded per pair i·n + a whether facility i may not go to a; its costs are left alone; not modified
     * @param most iterations
     * @return the moments so far when the deadline comes first
     */
    public static AssignmentMoments solve(
            QuadraticAssignment problem, boolean[] excluded, int most, Deadline deadline) {
        return new AssignmentSdp(problem, excluded.clone()).run(most, deadline);
    }

    private void addRow(QuadraticAssignment problem, int u) {
        int large = basis.large();
        int row = (1 + u) * large;
        if (excluded[u]) {
            zero[1 + u] = true;
            Arrays.fill(zero, row, row + large, true);
            return;
        }
        int i = u / n;
        int a = u % n;
        cost[1 + u] = problem.linear(i, a) / 2;
        cost[row] = cost[1 + u];
        for (int v = 0; v < n * n; v++) {
            int j = v / n;
            int b = v % n;
            if ((i == j) != (a == b) || excluded[v]) {
                zero[row + 1 + v] = true;
            } else {
                cost[row + 1 + v] =
                        (problem.flow(i, j) * problem.distance(a, b) + problem.flow(j, i) * problem.distance(b, a)) / 2;
            }
        }
    }

    /** The mean of (1; x)(1; x)ᵀ over all permutations. */
    private double[] barycentre() {
        int large = basis.large();
        double[] mean = new double[large * large];
        mean[0] = 1;
        for (int u = 0; u < n * n; u++) {
            mean[1 + u] = 1.0 / n;
            mean[(1 + u) * large] = 1.0 / n;
            for (int v = 0; v < n * n; v++) {
                boolean together = (u / n == v / n) == (u % n == v % n);
                mean[(1 + u) * large + 1 + v] = u == v ? 1.0 / n : together ? 1.0 / (n * (n - 1)) : 0;
            }
        }
        return mean;
    }

    private AssignmentMoments run(int most, Deadline deadline) {
        double error = Double.POSITIVE_INFINITY;
        while (iterations < most && error > TOLERANCE && project(deadline)) {
            error = move();
            iterations++;
        }
        double value = 0;
        for (int k = 0; k < y.length; k++) {
            value += cost[k] * y[k];
        }
        return new AssignmentMoments(n, y, excluded, value / scale, iterations);
    }

    /**
     * V̂RV̂ᵀ, the matrix of the face and of trace n + 1 that is nearest Y + Z/β; false when the deadline came first.
     */
    private boolean project(Deadline deadline) {
        for (int k = 0; k < y.length; k++) {
            face[k] = y[k] + z[k] / beta;
        }
        basis.down(face, small);
        if (deadline.expired() || !eigen.decompose(small, deadline)) {
            return false;
        }
        double[] values = eigen.values();
        double shift = simplexShift(values, n + 1);
        double[] q = eigen.vectors();
        int m = basis.small();
        Arrays.fill(rest, 0);
        for (int r = 0; r < m; r++) {
            double weight = values[r] - shift;
            for (int i = 0; i < m && weight > 0; i++) {
                double f = weight * q[r * m + i];
                for (int j = i; j < m; j++) {
                    rest[i * m + j] += f * q[r * m + j];
                }
            }
        }
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < i; j++) {
                rest[i * m + j] = rest[j * m + i];
            }
        }
        basis.up(rest, face);
        return true;
    }

    /** θ with Σ max(0, λ − θ) = total. */
    private static double simplexShift(double[] values, double total) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double sum = 0;
        double shift = 0;
        for (int k = sorted.length - 1; k >= 0; k--) {
            sum += sorted[k];
            double next = (sum - total) / (sorted.length - k);
            if (sorted[k] <= next) {
                break;
            }
            shift = next;
        }
        return shift;
    }

    /** Y and Z; the larger of ‖Y − V̂RV̂ᵀ‖ and the way of Y, relative to ‖Y‖. */
    private double move() {
        double apart = 0;
        double way = 0;
        double norm = 0;
        for (int k = 0; k < y.length; k++) {
            double free = face[k] - (cost[k] + z[k]) / beta;
            double next = k == 0 ? 1 : zero[k] ? 0 : Math.max(0, Math.min(1, free));
            double gap = next - face[k];
            way += (next - y[k]) * (next - y[k]);
            apart += gap * gap;
            norm += next * next;
            z[k] += STEP * beta * gap;
            y[k] = next;
        }
        return Math.sqrt(Math.max(apart, way) / norm);
    }
}
