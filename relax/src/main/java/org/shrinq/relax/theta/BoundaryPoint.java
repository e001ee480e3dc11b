package org.shrinq.relax.theta;

import java.util.List;
import org.shrinq.qubo.Graph;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.relax.linalg.Cholesky;
import org.shrinq.relax.linalg.Dense;

/**
 * Boundary-point method (Povh, Rendl and Wiegele 2006, Computing 78; Malick, Povh, Rendl and Wiegele 2009, SIAM J.
 * Optim. 20) for the Lovász number of one graph with positive weights, C = √w·√wᵀ:
 *
 * <pre>max ⟨C, X⟩, tr X = 1, X_ij = 0 on edges, X ⪰ 0        min t, tI + Y − C = Z ⪰ 0, Y zero but on edges</pre>
 *
 * by alternating directions on the dual, where the projection onto ⪰ 0 is one eigendecomposition; for Schrijver's
 * number with X_ij ≥ 0 on non-edges and its multipliers N ≥ 0, tI + Y − C − N = Z. Whatever Y and N ≥ 0 are, t =
 * λ_max(C + N − Y) is a bound, which is proven by a Cholesky factorisation of tI + Y − C − N.
 */
final class BoundaryPoint {
    private static final double STEP = 1.6;
    private static final int CHECK_EVERY = 5;
    private static final int LEAST_SYMMETRIC = 40;
    private static final int MOST_INVOLUTIONS = 4;
    private static final int BALANCE_EVERY = 10;

    /**
     * Relative infeasibility from which on the values of both problems are trusted to tell what the bound will round
     * to.
     */
    private static final double SETTLED = 5e-3;

    private final int n;
    private final boolean[] edge;
    private final double[] c;
    private final double norm;
    private final boolean nonNegative;
    private final double[] x;
    private final double[] z;
    private final double[] w;
    private final double[] slack;
    private final double[] work;
    private final double[] dual;
    private final Spectrum spectrum;

    /** Y on edges and −N on non-edges, whose shift by C is the best bound so far. */
    private final double[] bestDual;

    private double best = Double.POSITIVE_INFINITY;
    private double sigma;
    private double t;
    private int iterations;

    BoundaryPoint(Graph graph, double[] weights, ThetaOptions.Number number, Deadline deadline) {
        n = graph.vertices();
        edge = new boolean[n * n];
        c = new double[n * n];
        double total = 0;
        for (int i = 0; i < n; i++) {
            total += weights[i];
            for (int k = 0; k < graph.degree(i); k++) {
                edge[i * n + graph.neighbor(i, k)] = true;
            }
            for (int j = 0; j < n; j++) {
                c[i * n + j] = Math.sqrt(weights[i]) * Math.sqrt(weights[j]);
            }
        }
        norm = total;
        nonNegative = number == ThetaOptions.Number.SCHRIJVER;
        x = new double[n * n];
        z = new double[n * n];
        w = new double[n * n];
        slack = new double[nonNegative ? n * n : 0];
        work = new double[n * n];
        dual = new double[n * n];
        bestDual = new double[n * n];
        List<int[]> involutions = n < LEAST_SYMMETRIC
                ? List.of()
                : Involutions.find(
                        graph, weights, MOST_INVOLUTIONS, deadline.within(0.2 * deadline.remainingSeconds()));
        spectrum = new Spectrum(Symmetry.of(n, involutions));
        sigma = 1 / total;
    }

    int iterations() {
        return iterations;
    }

    /** Iterates until the gap, {@code done}, the limit or the deadline is reached. */
    void run(double gap, int maxIterations, Done done, Deadline deadline) {
        while (iterations < maxIterations && !deadline.expired()) {
            double dualError = iterate(deadline);
            if (Double.isNaN(dualError)) {
                return;
            }
            iterations++;
            if (iterations % BALANCE_EVERY == 0) {
                balance(dualError);
            }
            if (iterations % CHECK_EVERY == 0 || n < 32) {
                check(deadline);
                double primal = Dense.dot(c, 0, x, 0, n * n) / trace(x);
                double error = Math.max(primalError(), dualError / norm);
                boolean close = best - primal <= gap * best && error < 10 * gap;
                if (close || (error < SETTLED && done.test(best, Math.min(primal, t) * (1 + uncertainty())))) {
                    return;
                }
            }
        }
    }

    /** How far above the estimates the number may be thought to be: more the longer it takes to settle. */
    private double uncertainty() {
        return 5e-4 * Math.max(1, iterations / 100.0);
    }

    /** Tells from the bound and an estimate of the number whether to stop. */
    interface Done {
        boolean test(double bound, double estimate);
    }

    /** One round of updates; ‖Z + C + N − tI − Y‖, NaN when the deadline came first. */
    private double iterate(Deadline deadline) {
        double inverse = 1 / sigma;
        double trace = 0;
        double traceX = 0;
        for (int i = 0; i < n; i++) {
            trace += z[i * n + i] + c[i * n + i];
            traceX += x[i * n + i];
        }
        t = (trace + (traceX - 1) * inverse) / n;
        for (int k = 0; k < w.length; k++) {
            if (edge[k]) {
                w[k] = z[k]; // Y − C − X/σ with Y = Z + C + X/σ
            } else {
                double rest = -c[k] - x[k] * inverse;
                if (nonNegative) {
                    slack[k] = Math.max(0, rest - z[k]);
                    rest -= slack[k];
                }
                w[k] = rest;
            }
        }
        for (int i = 0; i < n; i++) {
            int k = i * n + i;
            w[k] = t - c[k] - x[k] * inverse;
            if (nonNegative) {
                slack[k] = 0;
            }
        }
        remember();
        return spectrum.positivePart(w, work, deadline) ? step() : Double.NaN;
    }

    /** Keeps Y and N of this iteration in {@code dual}, before X changes. */
    private void remember() {
        double inverse = 1 / sigma;
        for (int k = 0; k < dual.length; k++) {
            dual[k] = edge[k] ? z[k] + c[k] + x[k] * inverse : nonNegative ? -slack[k] : 0;
        }
    }

    /** Z ← W₊, X ← X + step·(−σ·W₋ − X). */
    private double step() {
        double change = 0;
        for (int k = 0; k < w.length; k++) {
            double delta = sigma * (work[k] - w[k]) - x[k];
            z[k] = work[k];
            x[k] += STEP * delta;
            change += delta * delta;
        }
        return Math.sqrt(change) / sigma;
    }

    private double primalError() {
        double square = 0;
        double all = 0;
        for (int k = 0; k < x.length; k++) {
            all += x[k] * x[k];
            if (edge[k] || (nonNegative && x[k] < 0)) {
                square += x[k] * x[k];
            }
        }
        double traceError = trace(x) - 1;
        return Math.sqrt((square + traceError * traceError) / Math.max(all, 1e-300));
    }

    private double trace(double[] m) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += m[i * n + i];
        }
        return sum;
    }

    private void balance(double dualError) {
        double ratio = primalError() / Math.max(dualError / norm, 1e-300);
        if (ratio < 0.5) {
            sigma *= 1.4;
        } else if (ratio > 2) {
            sigma /= 1.4;
        }
    }

    private void check(Deadline deadline) {
        for (int k = 0; k < work.length; k++) {
            work[k] = c[k] - dual[k];
        }
        double bound = spectrum.greatest(work, deadline);
        if (bound < best) {
            best = bound;
            System.arraycopy(dual, 0, bestDual, 0, dual.length);
        }
    }

    /** A bound that holds; +∞ without one. Costs a factorisation. */
    double prove() {
        if (best == Double.POSITIVE_INFINITY) {
            return best;
        }
        for (double slackness = 1e-12; slackness < 1; slackness *= 10) {
            double bound = best + slackness * norm;
            for (int i = 0; i < n; i++) {
                for (int j = i; j < n; j++) {
                    work[i * n + j] = (i == j ? bound : bestDual[i * n + j]) - c[i * n + j];
                }
            }
            double diagonal = trace(work);
            if (Cholesky.factorize(work, n, Deadline.never()) == Cholesky.Outcome.POSITIVE) {
                // rounding of the entries themselves: n·u times the largest, for roots of weights and sums
                double entries = 0x1p-50 * n * (norm + largest());
                return (bound - Cholesky.leastEigenvalue(n, diagonal) + entries) * (1 + 1e-14);
            }
        }
        return Double.POSITIVE_INFINITY;
    }

    private double largest() {
        double most = 0;
        for (double v : bestDual) {
            most = Math.max(most, Math.abs(v));
        }
        return most;
    }
}
