package org.shrinq.relax.sdp;

import java.util.SplittableRandom;
import org.shrinq.relax.linalg.Dense;

/** Unit vectors, one per row of a row-major array. */
final class VectorRows {
    private static final double LEAST_NORM = 1e-6;

    private VectorRows() {}

    static double[] random(int rows, int rank, SplittableRandom random) {
        double[] v = new double[rows * rank];
        for (int u = 0; u < rows; u++) {
            for (int k = 0; k < rank; k++) {
                v[u * rank + k] = random.nextGaussian();
            }
            normalize(v, u * rank, rank);
        }
        return v;
    }

    static double norm(double[] v, int at, int rank) {
        return Math.sqrt(Dense.dot(v, at, v, at, rank));
    }

    static void normalize(double[] v, int at, int rank) {
        double factor = 1 / norm(v, at, rank);
        for (int k = 0; k < rank; k++) {
            v[at + k] *= factor;
        }
    }

    /** v ← −g/‖g‖ unless g = 0; by how much ⟨g, v⟩ became smaller. */
    static double descend(double[] g, double norm, double[] v, int at, int rank) {
        if (norm < 1e-300) {
            return 0;
        }
        double gain = norm + Dense.dot(g, 0, v, at, rank);
        double factor = -1 / norm;
        for (int k = 0; k < rank; k++) {
            v[at + k] = factor * g[k];
        }
        return gain;
    }

    /** v_to ← (v_to + sign·v_from)/‖·‖; unchanged where they nearly cancel. */
    static void mergeInto(double[] v, int from, int to, int sign, int rank) {
        double square = 0;
        for (int k = 0; k < rank; k++) {
            double s = v[to + k] + sign * v[from + k];
            square += s * s;
        }
        double norm = Math.sqrt(square);
        if (norm < LEAST_NORM) {
            return;
        }
        for (int k = 0; k < rank; k++) {
            v[to + k] = (v[to + k] + sign * v[from + k]) / norm;
        }
    }
}
