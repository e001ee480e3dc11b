package org.shrinq.relax.sdp;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.relax.linalg.Cholesky;
import org.shrinq.relax.linalg.Lanczos;
import org.shrinq.relax.linalg.SparseCholesky;
import org.shrinq.relax.linalg.SymmetricOperator;

/**
 * Lower bounds from a dual solution. For every y with M = ½C + diag(y) ⪰ 0, f(z) = constant + ½ zᵀCz ≥ constant − Σ y_u
 * at every z ∈ {±1}ⁿ⁺¹. The vectors give y_u = ½‖g_u‖, for which M misses semidefiniteness by little; then y + τ·d does
 * it, for d = 1 or d = y, whichever costs less. λ_min and with it τ are estimated by Lanczos, and the matrix with τ is
 * proven by a Cholesky factorisation.
 */
final class Certificate {
    private static final double FAILURE_PROBABILITY = 5e-13;
    private static final int ESTIMATE_STEPS = 40;
    private static final int STEPS = 160;
    private static final int PROBABLE_STEPS = 300;

    /** Largest order of a dense factorisation: 72 MB, 9·10⁹ multiplications. */
    static final int DENSE_LIMIT = 3000;

    private static final double DENSE_SHARE = 0.1;
    private static final double[] GROWTH = {1.001, 1.05, 1.3, 2, 6, 40};

    private final SpinMatrix c;
    private final double[] y;
    private final SplittableRandom random;

    /** @param y ½‖g_u‖ per vertex, 0 for dead ones; not modified */
    Certificate(SpinMatrix c, double[] y, SplittableRandom random) {
        this.c = c;
        this.y = y;
        this.random = random;
    }

    /** A way of raising y. */
    private record Shift(double[] weights, double total, double least) {
        double loss() {
            return total * Math.max(0, -least);
        }
    }

    /** What {@link #prove} may be expected to find; no proof. */
    double estimate(Deadline deadline) {
        return c.constant() - sum(y) - better(ESTIMATE_STEPS, deadline).loss();
    }

    SdpBound prove(SdpOptions.Bounding bounding, Deadline deadline) {
        if (bounding == SdpOptions.Bounding.NONE) {
            return SdpBound.NONE;
        }
        SdpBound best = new SdpBound(coefficients(), SdpBound.Proof.COEFFICIENTS);
        if (deadline.expired()) {
            return best;
        }
        Shift shift = better(STEPS, deadline);
        double scale = scale(shift);
        double slack = 1e-13;
        for (double growth : GROWTH) {
            double tau = growth * Math.max(0, -shift.least()) + slack * scale;
            slack *= 10;
            double[] raised = raise(shift, tau);
            SparseCholesky.Outcome outcome = factorize(raised, deadline);
            if (outcome == SparseCholesky.Outcome.POSITIVE) {
                return SdpBound.larger(best, new SdpBound(bound(raised), SdpBound.Proof.FACTORISED));
            }
            if (outcome != SparseCholesky.Outcome.NOT_POSITIVE) {
                break;
            }
        }
        return bounding == SdpOptions.Bounding.PROBABLE ? SdpBound.larger(best, probable(deadline)) : best;
    }

    private Shift better(int steps, Deadline deadline) {
        Shift uniform = shift(ones(), ESTIMATE_STEPS, deadline);
        Shift scaled = shift(floored(), ESTIMATE_STEPS, deadline);
        Shift better = scaled.loss() < uniform.loss() ? scaled : uniform;
        return steps > ESTIMATE_STEPS ? shift(better.weights(), steps, deadline) : better;
    }

    private double[] ones() {
        double[] d = new double[y.length];
        for (int u = 0; u < d.length; u++) {
            d[u] = c.isAlive(u) ? 1 : 0;
        }
        return d;
    }

    /** y itself, with a floor under entries near 0. */
    private double[] floored() {
        double floor = Math.max(1e-3 * sum(y) / c.alive(), 1e-200);
        double[] d = ones();
        for (int u = 0; u < d.length; u++) {
            d[u] *= Math.max(y[u], floor);
        }
        return d;
    }

    /** λ_min of D^−½ M D^−½, so that M + τD ⪰ 0 for τ = −λ_min. */
    private Shift shift(double[] weights, int steps, Deadline deadline) {
        Lanczos ends = Lanczos.run(scaledBy(weights), y.length, Math.min(steps, y.length), random.split(), deadline);
        return new Shift(weights, sum(weights), ends.least());
    }

    private SymmetricOperator scaledBy(double[] weights) {
        int n = y.length;
        double[] root = new double[n];
        for (int u = 0; u < n; u++) {
            root[u] = weights[u] == 0 ? 0 : 1 / Math.sqrt(weights[u]);
        }
        double[] x = new double[n];
        return (in, out) -> {
            for (int u = 0; u < n; u++) {
                x[u] = in[u] * root[u];
            }
            c.multiply(x, 1, out);
            for (int u = 0; u < n; u++) {
                out[u] = root[u] * (0.5 * out[u] + y[u] * x[u]);
            }
        };
    }

    private double scale(Shift shift) {
        double scale = 0;
        for (int u = 0; u < y.length; u++) {
            if (shift.weights()[u] > 0) {
                scale = Math.max(scale, y[u] / shift.weights()[u]);
            }
        }
        return Math.max(scale, 1e-200);
    }

    private double[] raise(Shift shift, double tau) {
        double[] raised = y.clone();
        for (int u = 0; u < y.length; u++) {
            raised[u] += tau * shift.weights()[u];
        }
        return raised;
    }

    /** constant − Σ y, less what rounding may have added. */
    private double bound(double[] raised) {
        double total = sum(raised);
        double eigen = Cholesky.leastEigenvalue(c.alive(), total);
        return c.constant()
                - total
                + c.alive() * eigen
                - 0x1p-51 * (c.alive() + 16.0) * (total + Math.abs(c.constant()))
                - c.rounding();
    }

    private double coefficients() {
        double[] total = {0};
        for (int u = 0; u < c.size(); u++) {
            c.forEachAbove(u, (v, value) -> total[0] += Math.abs(value));
        }
        return c.constant() - total[0] * (1 + 0x1p-52 * (c.entries() + 16.0)) - c.rounding() - Math.ulp(c.constant());
    }

    /** Of both shifts the better one, with a failure probability for each. */
    private SdpBound probable(Deadline deadline) {
        double best = Double.NEGATIVE_INFINITY;
        for (double[] weights : List.of(ones(), floored())) {
            int steps = Math.min(PROBABLE_STEPS, y.length);
            Lanczos ends = Lanczos.run(scaledBy(weights), y.length, steps, random.split(), deadline);
            double tau = -Math.min(0, ends.probableLower(y.length, FAILURE_PROBABILITY));
            if (tau < Double.POSITIVE_INFINITY) {
                best = Math.max(best, bound(raise(new Shift(weights, 0, 0), tau)));
            }
        }
        return new SdpBound(best, SdpBound.Proof.PROBABLE);
    }

    private SparseCholesky.Outcome factorize(double[] raised, Deadline deadline) {
        int n = c.alive();
        boolean dense = n <= DENSE_LIMIT && c.entries() > DENSE_SHARE * n * n / 2;
        if (!dense && c instanceof KroneckerSpins && n > DENSE_LIMIT) {
            return SparseCholesky.Outcome.TOO_LARGE;
        }
        int[] position = new int[c.size()];
        int next = 0;
        for (int u = 0; u < position.length; u++) {
            position[u] = c.isAlive(u) ? next++ : -1;
        }
        return dense ? factorizeDense(raised, position, n, deadline) : factorizeSparse(raised, position, n, deadline);
    }

    private SparseCholesky.Outcome factorizeDense(double[] raised, int[] position, int n, Deadline deadline) {
        double[] m = new double[n * n];
        for (int u = 0; u < position.length; u++) {
            if (position[u] >= 0) {
                int row = position[u] * n;
                m[row + position[u]] = raised[u];
                c.forEachAbove(u, (v, value) -> m[row + position[v]] = 0.5 * value);
            }
        }
        return switch (Cholesky.factorize(m, n, deadline)) {
            case POSITIVE -> SparseCholesky.Outcome.POSITIVE;
            case NOT_POSITIVE -> SparseCholesky.Outcome.NOT_POSITIVE;
            case OUT_OF_TIME -> SparseCholesky.Outcome.OUT_OF_TIME;
        };
    }

    private SparseCholesky.Outcome factorizeSparse(double[] raised, int[] position, int n, Deadline deadline) {
        double[] diagonal = new double[n];
        int[] degree = new int[n];
        for (int u = 0; u < position.length; u++) {
            if (position[u] >= 0) {
                int row = position[u];
                diagonal[row] = raised[u];
                c.forEachAbove(u, (v, value) -> {
                    degree[row]++;
                    degree[position[v]]++;
                });
            }
        }
        int[][] columns = new int[n][];
        double[][] values = new double[n][];
        for (int p = 0; p < n; p++) {
            columns[p] = new int[degree[p]];
            values[p] = new double[degree[p]];
        }
        Arrays.fill(degree, 0);
        for (int u = 0; u < position.length; u++) {
            if (position[u] >= 0) {
                int row = position[u];
                c.forEachAbove(u, (v, value) -> {
                    int column = position[v];
                    columns[row][degree[row]] = column;
                    values[row][degree[row]++] = 0.5 * value;
                    columns[column][degree[column]] = row;
                    values[column][degree[column]++] = 0.5 * value;
                });
            }
        }
        return new SparseCholesky(diagonal, columns, values, degree).factorize(DENSE_LIMIT, deadline);
    }

    private static double sum(double[] a) {
        double s = 0;
        for (double x : a) {
            s += x;
        }
        return s;
    }
}
