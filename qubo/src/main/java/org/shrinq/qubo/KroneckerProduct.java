package org.shrinq.qubo;

import java.util.Arrays;

/**
 * The product of a {@link KroneckerForm} with vectors: A V Bᵀ + Aᵀ V B, one factor after the other, plus row and column
 * sums.
 */
final class KroneckerProduct {
    private KroneckerProduct() {}

    static void multiply(KroneckerForm form, double[] vectors, int rank, double[] out) {
        int n = form.order();
        Arrays.fill(out, 0, n * n * rank, 0.0);
        double[] product = new double[n * n * rank];
        addThrough(form.flow, form.distance, vectors, rank, product, out, Transpose.NO);
        addThrough(form.flow, form.distance, vectors, rank, product, out, Transpose.YES);
        addPenaltyRows(form, vectors, rank, out);
    }

    private enum Transpose {
        NO,
        YES
    }

    private static void addThrough(
            double[][] a, double[][] b, double[] v, int rank, double[] product, double[] out, Transpose transpose) {
        int n = a.length;
        boolean t = transpose == Transpose.YES;
        Arrays.fill(product, 0.0);
        int rowLength = n * rank;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double c = t ? a[j][i] : a[i][j];
                if (c != 0) {
                    axpy(c, v, j * rowLength, product, i * rowLength, rowLength);
                }
            }
        }
        for (int p = 0; p < n; p++) {
            for (int q = 0; q < n; q++) {
                double c = t ? b[q][p] : b[p][q];
                if (c != 0) {
                    for (int i = 0; i < n; i++) {
                        axpy(c, product, i * rowLength + q * rank, out, i * rowLength + p * rank, rank);
                    }
                }
            }
        }
    }

    private static void axpy(double c, double[] from, int fromStart, double[] to, int toStart, int length) {
        for (int k = 0; k < length; k++) {
            to[toStart + k] += c * from[fromStart + k];
        }
    }

    private static void addPenaltyRows(KroneckerForm form, double[] v, int rank, double[] out) {
        int n = form.order();
        double[] rowPenalty = form.rowPenalty;
        double[] columnPenalty = form.columnPenalty;
        double[] sum = new double[rank];
        for (int i = 0; i < n; i++) {
            if (rowPenalty[i] != 0) {
                addGroup(n, v, rank, out, i * n, 1, 2 * rowPenalty[i], sum);
            }
            if (columnPenalty[i] != 0) {
                addGroup(n, v, rank, out, i, n, 2 * columnPenalty[i], sum);
            }
        }
    }

    private static void addGroup(
            int n, double[] v, int rank, double[] out, int first, int step, double weight, double[] sum) {
        Arrays.fill(sum, 0.0);
        for (int k = 0; k < n; k++) {
            axpy(1, v, (first + k * step) * rank, sum, 0, rank);
        }
        for (int k = 0; k < n; k++) {
            int at = (first + k * step) * rank;
            for (int r = 0; r < rank; r++) {
                out[at + r] += weight * (sum[r] - v[at + r]);
            }
        }
    }
}
