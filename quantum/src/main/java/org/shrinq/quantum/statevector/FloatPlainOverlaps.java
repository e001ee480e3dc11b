package org.shrinq.quantum.statevector;

/**
 * The overlaps ⟨y|G_j|x⟩ of {@link FloatPlainKernel}, with several sums at once, as one would wait for every addition.
 */
final class FloatPlainOverlaps {
    private FloatPlainOverlaps() {}

    /** Σ_j w_j ⟨y|G_j|x⟩ over the lowest {@code bits} qubits, at least 3; three of weight 1 in one go. */
    static double low(float[] x, float[] y, int off, int length, double[] w, int bits) {
        double sum = 0;
        int j = 0;
        while (j < bits) {
            int stride = 1 << j;
            if (j + 2 < bits && w[j] == 1 && w[j + 1] == 1 && w[j + 2] == 1) {
                sum += j == 0
                        ? octets(x, y, off, length)
                        : three(x, y, off, stride, 8 * stride, length / (8 * stride), stride);
                j += 3;
            } else {
                sum += w[j] == 0 ? 0 : w[j] * one(x, y, off, stride, 2 * stride, length / (2 * stride), stride);
                j++;
            }
        }
        return sum;
    }

    private static double octets(float[] x, float[] y, int off, int length) {
        double total0 = 0;
        double total1 = 0;
        double total2 = 0;
        double total3 = 0;
        for (int a = off; a < off + length; a += 8) {
            float x0 = x[a];
            float x1 = x[a + 1];
            float x2 = x[a + 2];
            float x3 = x[a + 3];
            float x4 = x[a + 4];
            float x5 = x[a + 5];
            float x6 = x[a + 6];
            float x7 = x[a + 7];
            total0 += (x0 - x3 - x5) * y[a + 1] - (x1 + x2 + x4) * y[a];
            total1 += (x0 - x3 - x6) * y[a + 2] + (x2 + x1 - x7) * y[a + 3];
            total2 += (x0 - x5 - x6) * y[a + 4] + (x4 + x1 - x7) * y[a + 5];
            total3 += (x4 + x2 - x7) * y[a + 6] + (x6 + x5 + x3) * y[a + 7];
        }
        return total0 + total1 + (total2 + total3);
    }

    static double one(float[] x, float[] y, int off, int stride, int outerStride, int outer, int count) {
        double total0 = 0;
        double total1 = 0;
        double total2 = 0;
        double total3 = 0;
        for (int o = 0; o < outer; o++) {
            int start = off + o * outerStride;
            int quads = start + (count & ~3);
            for (int a = start; a < quads; a += 4) {
                total0 += x[a] * y[a + stride] - x[a + stride] * y[a];
                total1 += x[a + 1] * y[a + 1 + stride] - x[a + 1 + stride] * y[a + 1];
                total2 += x[a + 2] * y[a + 2 + stride] - x[a + 2 + stride] * y[a + 2];
                total3 += x[a + 3] * y[a + 3 + stride] - x[a + 3 + stride] * y[a + 3];
            }
            for (int a = quads; a < start + count; a++) {
                total0 += x[a] * y[a + stride] - x[a + stride] * y[a];
            }
        }
        return total0 + total1 + (total2 + total3);
    }

    static double three(float[] x, float[] y, int off, int stride, int outerStride, int outer, int count) {
        double total0 = 0;
        double total1 = 0;
        double total2 = 0;
        double total3 = 0;
        for (int o = 0; o < outer; o++) {
            int start = off + o * outerStride;
            for (int a = start; a < start + count; a++) {
                float x0 = x[a];
                float x1 = x[a + stride];
                float x2 = x[a + 2 * stride];
                float x3 = x[a + 3 * stride];
                float x4 = x[a + 4 * stride];
                float x5 = x[a + 5 * stride];
                float x6 = x[a + 6 * stride];
                float x7 = x[a + 7 * stride];
                total0 += (x0 - x3 - x5) * y[a + stride] - (x1 + x2 + x4) * y[a];
                total1 += (x0 - x3 - x6) * y[a + 2 * stride] + (x2 + x1 - x7) * y[a + 3 * stride];
                total2 += (x0 - x5 - x6) * y[a + 4 * stride] + (x4 + x1 - x7) * y[a + 5 * stride];
                total3 += (x4 + x2 - x7) * y[a + 6 * stride] + (x6 + x5 + x3) * y[a + 7 * stride];
            }
        }
        return total0 + total1 + (total2 + total3);
    }
}
