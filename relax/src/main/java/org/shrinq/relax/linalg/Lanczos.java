package org.shrinq.relax.linalg;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.shrinq.qubo.run.Deadline;

/**
 * Estimates of the ends of a symmetric operator's spectrum by the Lanczos recurrence with full reorthogonalisation from
 * a random start. Ritz values lie inside the spectrum: an estimate of the least eigenvalue is never too small, but may
 * be too large, so that it proves nothing by itself. O(steps·(one product + steps·n)) time, O(steps·n) memory.
 *
 * <p>How far off it may be with a random start is bounded by Kuczyński and Woźniakowski (1992, SIAM J. Matrix Anal.
 * Appl. 13(4)): the error exceeds ε times the width of the spectrum with probability at most 1.648·√n·exp(−√ε·(2·steps
 * − 1)).
 *
 * @param least least Ritz value
 * @param greatest greatest Ritz value
 * @param steps length of the recurrence
 * @param exhausted whether the Krylov space closed, so that the ends belong to an invariant subspace
 */
public record Lanczos(double least, double greatest, int steps, boolean exhausted) {
    /** Runs at most {@code maxSteps} steps, fewer when the deadline comes first; at least one. */
    public static Lanczos run(SymmetricOperator a, int n, int maxSteps, SplittableRandom random, Deadline deadline) {
        double[] q = randomUnit(n, random);
        double[] w = new double[n];
        double[] diagonal = new double[maxSteps];
        double[] beside = new double[maxSteps];
        List<double[]> basis = new ArrayList<>();
        int steps = 0;
        boolean exhausted = false;
        double scale = 0;
        while (steps < maxSteps && (steps == 0 || !deadline.expired())) {
            basis.add(q);
            a.apply(q, w);
            diagonal[steps] = dot(q, w);
            scale = Math.max(scale, Math.abs(diagonal[steps]));
            for (int pass = 0; pass < 2; pass++) {
                for (double[] b : basis) {
                    addTo(w, -dot(b, w), b);
                }
            }
            double norm = Math.sqrt(dot(w, w));
            scale = Math.max(scale, norm);
            steps++;
            if (norm <= 1e-13 * scale || steps == n) {
                exhausted = true;
                break;
            }
            if (steps == maxSteps) {
                break;
            }
            beside[steps] = norm;
            q = w.clone();
            for (int i = 0; i < n; i++) {
                q[i] /= norm;
            }
        }
        double least = Tridiagonal.eigenvalue(diagonal, beside, steps, 0);
        double greatest = Tridiagonal.eigenvalue(diagonal, beside, steps, steps - 1);
        return new Lanczos(least, greatest, steps, exhausted);
    }

    /**
     * A value below the least eigenvalue except with the given probability, by the theorem above; −∞ when the
     * recurrence was too short for one.
     */
    public double probableLower(int n, double failureProbability) {
        double root = Math.log(1.648 * Math.sqrt(n) / failureProbability) / (2.0 * steps - 1);
        double epsilon = root * root;
        if (epsilon >= 0.25) {
            return Double.NEGATIVE_INFINITY;
        }
        double width = (greatest - least) / (1 - 2 * epsilon);
        return least - epsilon * width - 1e-12 * (Math.abs(least) + Math.abs(greatest));
    }

    private static double[] randomUnit(int n, SplittableRandom random) {
        double[] q = new double[n];
        for (int i = 0; i < n; i++) {
            q[i] = random.nextGaussian();
        }
        double norm = Math.sqrt(dot(q, q));
        for (int i = 0; i < n; i++) {
            q[i] /= norm;
        }
        return q;
    }

    private static double dot(double[] a, double[] b) {
        return Dense.dot(a, 0, b, 0, a.length);
    }

    private static void addTo(double[] to, double factor, double[] from) {
        for (int i = 0; i < to.length; i++) {
            to[i] += factor * from[i];
        }
    }
}
