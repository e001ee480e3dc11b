package org.shrinq.relax.linalg;

/** Kernels on stretches of arrays. */
public final class Dense {
    private Dense() {}

    /** Σ a_{i+k}·b_{j+k} over {@code length} entries, in four interleaved sums. */
    public static double dot(double[] a, int i, double[] b, int j, int length) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int k = 0;
        for (; k + 3 < length; k += 4) {
            s0 += a[i + k] * b[j + k];
            s1 += a[i + k + 1] * b[j + k + 1];
            s2 += a[i + k + 2] * b[j + k + 2];
            s3 += a[i + k + 3] * b[j + k + 3];
        }
        for (; k < length; k++) {
            s0 += a[i + k] * b[j + k];
        }
        return (s0 + s1) + (s2 + s3);
    }

    /** to_{j+k} += factor·from_{i+k}. */
    public static void axpy(double factor, double[] from, int i, double[] to, int j, int length) {
        for (int k = 0; k < length; k++) {
            to[j + k] += factor * from[i + k];
        }
    }
}
