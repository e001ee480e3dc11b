package org.shrinq.relax.theta;

import java.util.Arrays;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.relax.linalg.SymmetricEigen;

/** Eigenvalues and positive parts of matrices with a given symmetry, block by block. Not thread-safe. */
final class Spectrum {
    private final Symmetry symmetry;
    private final SymmetricEigen[] eigen;
    private final double[] block;
    private final double[] work;

    Spectrum(Symmetry symmetry) {
        this.symmetry = symmetry;
        eigen = new SymmetricEigen[symmetry.blocks()];
        int largest = 0;
        for (int s = 0; s < eigen.length; s++) {
            eigen[s] = new SymmetricEigen(symmetry.order(s));
            largest = Math.max(largest, symmetry.order(s));
        }
        block = new double[largest * largest];
        work = new double[largest * largest];
    }

    /** The greatest eigenvalue; +∞ when the deadline came first. m is not modified. */
    double greatest(double[] m, Deadline deadline) {
        double most = Double.NEGATIVE_INFINITY;
        for (int s = 0; s < eigen.length; s++) {
            if (symmetry.order(s) > 0) {
                symmetry.gather(m, s, block);
                most = Math.max(most, eigen[s].greatest(block, deadline));
            }
        }
        return most;
    }

    /**
     * The nearest positive semidefinite matrix.
     *
     * @param m not modified
     * @param out overwritten
     * @return false when the deadline came first; then {@code out} has no meaning
     */
    boolean positivePart(double[] m, double[] out, Deadline deadline) {
        Arrays.fill(out, 0.0);
        for (int s = 0; s < eigen.length; s++) {
            int k = symmetry.order(s);
            if (k == 0) {
                continue;
            }
            symmetry.gather(m, s, block);
            System.arraycopy(block, 0, work, 0, k * k);
            if (!eigen[s].decompose(work, deadline)) {
                return false;
            }
            double[] values = eigen[s].values();
            int positive = 0;
            for (double v : values) {
                positive += v > 0 ? 1 : 0;
            }
            if (2 * positive <= k) {
                SpectralPart.of(values, eigen[s].vectors(), k, SpectralPart.Side.POSITIVE, work);
            } else {
                SpectralPart.of(values, eigen[s].vectors(), k, SpectralPart.Side.NEGATIVE, work);
                for (int e = 0; e < k * k; e++) {
                    work[e] += block[e];
                }
            }
            symmetry.scatter(work, s, out);
        }
        return true;
    }
}
