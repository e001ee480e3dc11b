package org.shrinq.report.answer;

import java.util.Arrays;
import org.shrinq.qubo.problem.QuadraticAssignment;

/**
 * Locations in the plane whose distances are near those of an assignment problem: classical scaling (Torgerson 1952),
 * the two leading eigenvectors of B = −½ J D² J with J the centering matrix and D the symmetrised distances, by power
 * iteration.
 */
final class LocationMap {
    private static final int ITERATIONS = 300;

    private LocationMap() {}

    /** Per location x and y, both from 0 to 1. */
    static double[][] of(QuadraticAssignment problem) {
        int n = problem.order();
        double[][] b = centred(problem);
        double[] first = eigenvector(b, new double[n]);
        double[] second = eigenvector(b, first);
        double[] x = GraphLayout.spread(Arrays.stream(first), 0);
        double[] y = GraphLayout.spread(Arrays.stream(second), 0);
        double[][] places = new double[n][];
        for (int a = 0; a < n; a++) {
            places[a] = new double[] {x[a], y[a]};
        }
        return places;
    }

    private static double[][] centred(QuadraticAssignment problem) {
        int n = problem.order();
        double[][] b = new double[n][n];
        double[] means = new double[n];
        double all = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double d = 0.5 * (problem.distance(i, j) + problem.distance(j, i));
                b[i][j] = i == j ? 0 : -0.5 * d * d;
                means[i] += b[i][j] / n;
            }
            all += means[i] / n;
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                b[i][j] += all - means[i] - means[j];
            }
        }
        return b;
    }

    /**
     * The leading eigenvector that is orthogonal to one that is known, times √eigenvalue; a shift makes the largest
     * eigenvalue the largest in absolute value.
     */
    private static double[] eigenvector(double[][] b, double[] known) {
        int n = b.length;
        double shift = 0;
        for (double[] row : b) {
            double sum = 0;
            for (double v : row) {
                sum += Math.abs(v);
            }
            shift = Math.max(shift, sum);
        }
        double[] v = new double[n];
        for (int i = 0; i < n; i++) {
            // any start that is not orthogonal to what is sought
            v[i] = Math.cos(1.7 * i + 0.3);
        }
        for (int t = 0; t < ITERATIONS; t++) {
            double[] next = new double[n];
            for (int i = 0; i < n; i++) {
                next[i] = 0.2 * shift * v[i];
                for (int j = 0; j < n; j++) {
                    next[i] += b[i][j] * v[j];
                }
            }
            withoutPart(next, known);
            double norm = Math.sqrt(dot(next, next));
            for (int i = 0; i < n; i++) {
                v[i] = norm > 0 ? next[i] / norm : 0;
            }
        }
        return v;
    }

    private static void withoutPart(double[] v, double[] known) {
        double length = dot(known, known);
        double part = length > 0 ? dot(v, known) / length : 0;
        for (int i = 0; i < v.length; i++) {
            v[i] -= part * known[i];
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
