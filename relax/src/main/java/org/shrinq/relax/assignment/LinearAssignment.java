package org.shrinq.relax.assignment;

import java.util.Arrays;

/**
 * The linear sum assignment problem min_φ Σ_i c_{i,φ(i)} by shortest augmenting paths with potentials (Jonker and
 * Volgenant 1987), O(k³) for a k×k matrix. The potentials u, v are dual feasible: u_i + v_j ≤ c_ij up to rounding, so
 * that Σ u + Σ v bounds the optimum. Reusable workspace; one thread.
 */
public final class LinearAssignment {
    private final double[] u;
    private final double[] v;
    private final double[] least;
    private final int[] rowOf;
    private final int[] way;
    private final boolean[] used;
    private final int[] columnOf;

    /** A workspace for matrices of at most that order. */
    public LinearAssignment(int most) {
        u = new double[most + 1];
        v = new double[most + 1];
        least = new double[most + 1];
        rowOf = new int[most + 1];
        way = new int[most + 1];
        used = new boolean[most + 1];
        columnOf = new int[most];
    }

    /**
     * Solves for the k×k matrix that begins at an offset.
     *
     * @param cost row-major; not modified
     * @return the optimal value
     */
    public double solve(double[] cost, int offset, int k) {
        Arrays.fill(u, 0, k + 1, 0);
        Arrays.fill(v, 0, k + 1, 0);
        Arrays.fill(rowOf, 0, k + 1, 0);
        for (int row = 1; row <= k; row++) {
            augment(cost, offset, k, row);
        }
        return value(cost, offset, k);
    }

    /**
     * The same after column and row reduction and a greedy matching of what then costs nothing, which leaves few rows
     * to augment: mostly far less than O(k³). Its potentials are others, and so is its solution where several are
     * optimal.
     *
     * @param cost row-major, from its front; not modified
     * @return the optimal value
     */
    public double solveReduced(double[] cost, int k) {
        reduce(cost, k);
        for (int row = 1; row <= k; row++) {
            if (columnOf[row - 1] < 0) {
                augment(cost, 0, k, row);
            }
        }
        return value(cost, 0, k);
    }

    private double value(double[] cost, int offset, int k) {
        double value = 0;
        for (int j = 1; j <= k; j++) {
            columnOf[rowOf[j] - 1] = j - 1; // augmenting moves rows that were matched before
            value += cost[offset + (rowOf[j] - 1) * k + j - 1];
        }
        return value;
    }

    /** Sets potentials at which no reduced cost is negative, and matches rows to columns of reduced cost zero. */
    private void reduce(double[] cost, int k) {
        Arrays.fill(rowOf, 0, k + 1, 0);
        Arrays.fill(columnOf, 0, k, -1);
        u[0] = 0;
        v[0] = 0;
        System.arraycopy(cost, 0, v, 1, k);
        for (int row = 1; row < k; row++) {
            for (int j = 1; j <= k; j++) {
                v[j] = Math.min(v[j], cost[row * k + j - 1]);
            }
        }
        for (int row = 1; row <= k; row++) {
            int base = (row - 1) * k - 1;
            double smallest = Double.POSITIVE_INFINITY;
            int open = 0;
            for (int j = 1; j <= k; j++) {
                double reduced = cost[base + j] - v[j];
                if (reduced < smallest || (reduced == smallest && open != 0 && rowOf[open] != 0)) {
                    smallest = reduced;
                    open = j;
                }
            }
            u[row] = smallest;
            if (rowOf[open] == 0) {
                rowOf[open] = row;
                columnOf[row - 1] = open - 1;
            }
        }
    }

    private void augment(double[] cost, int offset, int k, int row) {
        rowOf[0] = row;
        int column = 0;
        Arrays.fill(least, 0, k + 1, Double.POSITIVE_INFINITY);
        Arrays.fill(used, 0, k + 1, false);
        do {
            used[column] = true;
            int i = rowOf[column];
            int base = offset + (i - 1) * k - 1;
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

    /** The column of a row in the solution. */
    public int column(int row) {
        return columnOf[row];
    }

    /** Potential of a row. */
    public double rowPotential(int row) {
        return u[row + 1];
    }

    /** Potential of a column. */
    public double columnPotential(int column) {
        return v[column + 1];
    }
}
