package org.shrinq.repair;

import java.util.Arrays;

/** The linear sum assignment problem by shortest augmenting paths with potentials, O(k³); reusable. One thread. */
final class LinearSum {
    private final double[] u;
    private final double[] v;
    private final double[] least;
    private final int[] rowOf;
    private final int[] way;
    private final boolean[] used;
    private final int[] columnOf;

    LinearSum(int most) {
        u = new double[most + 1];
        v = new double[most + 1];
        least = new double[most + 1];
        rowOf = new int[most + 1];
        way = new int[most + 1];
        used = new boolean[most + 1];
        columnOf = new int[most];
    }

    /** Solves for the k×k matrix at the front of {@code cost} (row-major, not modified). */
    void solve(double[] cost, int k) {
        Arrays.fill(u, 0, k + 1, 0);
        Arrays.fill(v, 0, k + 1, 0);
        Arrays.fill(rowOf, 0, k + 1, 0);
        for (int row = 1; row <= k; row++) {
            rowOf[0] = row;
            int column = 0;
            Arrays.fill(least, 0, k + 1, Double.POSITIVE_INFINITY);
            Arrays.fill(used, 0, k + 1, false);
            do {
                used[column] = true;
                int i = rowOf[column];
                int base = (i - 1) * k - 1;
                double delta = Double.POSITIVE_INFINITY;
                int next = 0;
                for (int j = 1; j <= k; j++) {
                    if (!used[j]) {
                        double reduced = cost[base + j] - u[i] - v[j];
                        if (reduced < least[j]) {
                            least[j] = reduced;
                            way[j] = column;
                        }
                        if (least[j] < delta) {
                            delta = least[j];
                            next = j;
                        }
                    }
                }
                for (int j = 0; j <= k; j++) {
                    if (used[j]) {
                        u[rowOf[j]] += delta;
                        v[j] -= delta;
                    } else {
                        least[j] -= delta;
                    }
                }
                column = next;
            } while (rowOf[column] != 0);
            do {
                int previous = way[column];
                rowOf[column] = rowOf[previous];
                column = previous;
            } while (column != 0);
        }
        for (int j = 1; j <= k; j++) {
            columnOf[rowOf[j] - 1] = j - 1;
        }
    }

    /** The column of a row in the solution. */
    int column(int row) {
        return columnOf[row];
    }
}
