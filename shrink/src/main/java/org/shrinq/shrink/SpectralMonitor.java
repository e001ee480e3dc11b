package org.shrinq.shrink;

import java.util.Arrays;
import org.shrinq.shrink.contract.Contraction;
import org.shrinq.shrink.contract.IntDoubleMap;
import org.shrinq.shrink.contract.Step;

/**
 * Watches λ₂ of the normalised Laplacian I − D^{−1/2} W D^{−1/2} of the unsigned graph W = |J| with vertex 0 joined by
 * |h|. The graph is contracted alongside with weights added up, so that λ₂ never falls (Chung 1997, Lemma 1.15); when
 * it has grown by more than a factor 1 + ε, contraction has begun to destroy the structure.
 */
final class SpectralMonitor {
    private static final int LANCZOS_STEPS = 80;

    /** λ₂ is computed again after this share of the remaining vertices has gone. */
    private static final double STRIDE = 0.02;

    private final Contraction graph;
    private final int ground;
    private final double limit;
    private int checkAt;
    private boolean exceeded;

    SpectralMonitor(Contraction form, int variables, double epsilon) {
        ground = variables;
        graph = unsigned(form, variables);
        limit = (1 + epsilon) * secondEigenvalue();
        scheduleNext();
    }

    private static Contraction unsigned(Contraction form, int variables) {
        org.shrinq.qubo.Ising.Builder b = org.shrinq.qubo.Ising.builder(variables + 1);
        for (int v : form.liveVertices()) {
            b.add(v, variables, Math.abs(form.field(v)));
            IntDoubleMap row = form.row(v);
            for (int k : row.sortedKeys()) {
                if (k > v) {
                    b.add(v, k, Math.abs(row.get(k, 0)));
                }
            }
        }
        return Contraction.of(b.build());
    }

    private void scheduleNext() {
        checkAt = (int) Math.floor(graph.live() * (1 - STRIDE));
    }

    /** Contracts the step's vertices regardless of its sign. */
    void apply(Step step) {
        graph.apply(Step.merge(step.i(), step.isFix() ? ground : step.j(), 1));
    }

    boolean isExceeded() {
        if (!exceeded && graph.live() <= checkAt) {
            exceeded = secondEigenvalue() > limit;
            scheduleNext();
        }
        return exceeded;
    }

    /**
     * λ₂ = 1 − the largest eigenvalue of D^{−1/2} W D^{−1/2} orthogonal to D^{1/2}1, by Lanczos; isolated vertices are
     * left out.
     */
    double secondEigenvalue() {
        int[] live = Arrays.stream(graph.liveVertices())
                .filter(v -> graph.degree(v) > 0)
                .toArray();
        int n = live.length;
        if (n < 2) {
            return 0;
        }
        int[] position = new int[ground + 1];
        double[] root = new double[n];
        double norm = 0;
        for (int p = 0; p < n; p++) {
            position[live[p]] = p;
            double d = graph.strength(live[p]);
            root[p] = Math.sqrt(d);
            norm += d;
        }
        double[][] basis = new double[Math.min(LANCZOS_STEPS, n - 1) + 1][];
        basis[0] = new double[n];
        for (int p = 0; p < n; p++) {
            basis[0][p] = root[p] / Math.sqrt(norm);
        }
        double[] alpha = new double[basis.length - 1];
        double[] beta = new double[basis.length];
        double[] w = new double[n];
        for (int p = 0; p < n; p++) {
            // A start without symmetry: the fractional parts of multiples of the golden ratio.
            w[p] = (p + 1) * 0.6180339887498949 % 1 - 0.5;
        }
        int steps = 0;
        while (steps < alpha.length) {
            double length = orthonormalise(w, basis, steps + 1);
            if (length < 1e-10) {
                break;
            }
            beta[steps] = length;
            basis[steps + 1] = w;
            w = multiply(live, position, root, w);
            alpha[steps] = dot(w, basis[steps + 1]);
            steps++;
        }
        return steps == 0 ? 1 : 1 - largestEigenvalue(alpha, beta, steps);
    }

    /** Twice is enough (Kahan): removes the components along the basis and returns the length before normalising. */
    private static double orthonormalise(double[] w, double[][] basis, int count) {
        for (int pass = 0; pass < 2; pass++) {
            for (int b = 0; b < count; b++) {
                double c = dot(w, basis[b]);
                for (int p = 0; p < w.length; p++) {
                    w[p] -= c * basis[b][p];
                }
            }
        }
        double length = Math.sqrt(dot(w, w));
        for (int p = 0; p < w.length && length >= 1e-10; p++) {
            w[p] /= length;
        }
        return length;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int p = 0; p < a.length; p++) {
            sum += a[p] * b[p];
        }
        return sum;
    }

    private double[] multiply(int[] live, int[] position, double[] root, double[] x) {
        double[] y = new double[x.length];
        for (int p = 0; p < live.length; p++) {
            IntDoubleMap row = graph.row(live[p]);
            double sum = 0;
            for (int s = 0; s < row.slots(); s++) {
                if (row.keyAt(s) >= 0) {
                    int q = position[row.keyAt(s)];
                    sum += row.valueAt(s) * x[q] / root[q];
                }
            }
            y[p] = sum / root[p];
        }
        return y;
    }

    /** Of the tridiagonal matrix with diagonal alpha and off-diagonal beta[1 …], by bisection on Sturm counts. */
    private static double largestEigenvalue(double[] alpha, double[] beta, int n) {
        double low = -2;
        double high = 2;
        while (high - low > 1e-13) {
            double mid = (low + high) / 2;
            int above = 0;
            double d = 1;
            for (int k = 0; k < n; k++) {
                double off = k == 0 ? 0 : beta[k] * beta[k];
                d = alpha[k] - mid - off / (d == 0 ? Double.MIN_NORMAL : d);
                above += d > 0 ? 1 : 0;
            }
            if (above > 0) {
                low = mid;
            } else {
                high = mid;
            }
        }
        return (low + high) / 2;
    }
}
