package org.shrinq.relax.knapsack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.Constraint;

/**
 * The knapsack max c·x subject to A·x ≤ b and, where asked for, Σ x = ones, as a minimisation of −c·x in flat arrays.
 * All weights are at least 0. Not modified by those who use it.
 */
public final class KnapsackCore {
    final int n;
    /** Rows, that of the number of ones included. */
    final int rows;
    /** The row Σ x = ones, −1 for none. */
    final int equality;
    /** −c. */
    final double[] cost;
    /** a_ki at k·n + i. */
    final double[] a;

    final double[] b;
    /** Σ_i a_ki. */
    final double[] rowSum;
    /** Σ |c_i|. */
    final double costSum;
    /** The largest |c_i|, positive. */
    final double unit;

    /**
     * Arrays are kept, not copied.
     *
     * @param values c
     * @param weights a_ki ≥ 0 at k·n + i, of at least {@code capacities.length} rows
     * @param capacities b
     * @param ones the number of ones, −1 for any
     */
    public KnapsackCore(double[] values, double[] weights, double[] capacities, int ones) {
        n = values.length;
        int m = capacities.length;
        equality = ones < 0 ? -1 : m;
        rows = ones < 0 ? m : m + 1;
        a = Arrays.copyOf(weights, rows * n);
        b = Arrays.copyOf(capacities, rows);
        if (ones >= 0) {
            Arrays.fill(a, m * n, rows * n, 1);
            b[m] = ones;
        }
        cost = new double[n];
        double total = 0;
        double largest = 1e-300;
        for (int i = 0; i < n; i++) {
            cost[i] = -values[i];
            total += Math.abs(values[i]);
            largest = Math.max(largest, Math.abs(values[i]));
        }
        costSum = total;
        unit = largest;
        rowSum = new double[rows];
        for (int k = 0; k < rows; k++) {
            for (int i = 0; i < n; i++) {
                rowSum[k] += a[k * n + i];
            }
        }
    }

    /**
     * A binary model with a linear objective as a knapsack, its variables as items; empty where a row has a negative
     * coefficient or is an equation, unless that counts all variables.
     */
    public static Optional<KnapsackCore> of(BinaryModel model) {
        int n = model.size();
        int ones = -1;
        List<Constraint> rows = new ArrayList<>();
        for (Constraint row : model.constraints()) {
            if (row.isEquality()) {
                if (ones >= 0 || !countsAll(row, n)) {
                    return Optional.empty();
                }
                ones = (int) row.bound();
            } else {
                rows.add(row);
            }
        }
        double[] weights = new double[rows.size() * n];
        double[] capacities = new double[rows.size()];
        for (int k = 0; k < capacities.length; k++) {
            Constraint row = rows.get(k);
            capacities[k] = row.bound() + row.tolerance();
            for (int e = 0; e < row.arity(); e++) {
                if (row.coefficient(e) < 0) {
                    return Optional.empty();
                }
                weights[k * n + row.variable(e)] = row.coefficient(e);
            }
        }
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            values[i] = -model.sense().factor() * model.objective().linear(i);
        }
        return Optional.of(new KnapsackCore(values, weights, capacities, ones));
    }

    private static boolean countsAll(Constraint row, int n) {
        boolean unit = row.arity() == n && row.bound() == Math.rint(row.bound()) && row.bound() >= 0;
        for (int e = 0; unit && e < n; e++) {
            unit = row.coefficient(e) == 1;
        }
        return unit;
    }

    /** The same knapsack with exactly so many ones. It must not count them already. */
    KnapsackCore withOnes(int ones) {
        double[] values = new double[n];
        Arrays.setAll(values, i -> -cost[i]);
        return new KnapsackCore(values, a, b, ones);
    }

    /**
     * The knapsack of the items that are free, in their order, beside the others.
     *
     * @param fixed per item 0, 1, or negative where it is free; not modified
     */
    KnapsackCore restrict(byte[] fixed) {
        int[] free = IntStream.range(0, n).filter(i -> fixed[i] < 0).toArray();
        int m = equality < 0 ? rows : rows - 1;
        double[] values = new double[free.length];
        double[] weights = new double[m * free.length];
        double[] capacities = Arrays.copyOf(b, m);
        double ones = equality < 0 ? -1 : b[equality];
        for (int j = 0; j < free.length; j++) {
            values[j] = -cost[free[j]];
            for (int k = 0; k < m; k++) {
                weights[k * free.length + j] = a[k * n + free[j]];
            }
        }
        for (int i = 0; i < n; i++) {
            if (fixed[i] == 1) {
                ones -= equality < 0 ? 0 : 1;
                for (int k = 0; k < m; k++) {
                    capacities[k] -= a[k * n + i];
                }
            }
        }
        return new KnapsackCore(values, weights, capacities, (int) ones);
    }

    public int items() {
        return n;
    }

    /** Numbers in a tableau: rows · items. */
    public long entries() {
        return (long) rows * n;
    }

    /**
     * Bytes that a tree needs at most: as many levels as items, each with some arrays of all columns and rows, and a
     * tableau of the columns that are left.
     */
    public long bytes() {
        return n * (26L * n + 65L * rows + 4L * n * rows);
    }
}
