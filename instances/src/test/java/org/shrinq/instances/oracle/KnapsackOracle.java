package org.shrinq.instances.oracle;

import java.util.stream.IntStream;
import org.shrinq.qubo.problem.MultidimensionalKnapsack;

/**
 * Exact multidimensional knapsacks with whole values by branch and bound. The bound is that of the one row Σ_k λ_k
 * row_k, its multipliers λ chosen by a subgradient search; any λ ≥ 0 is valid.
 */
public final class KnapsackOracle {
    private final int n;
    private final int m;
    private final double[] value;
    private final double[][] weight;
    private final double[] load;
    private final double[] room;
    private double loadRoom;
    private double best;

    private KnapsackOracle(MultidimensionalKnapsack p) {
        n = p.items();
        m = p.rows();
        double[] lambda = multipliers(p);
        int[] order = IntStream.range(0, n)
                .boxed()
                .sorted((i, j) -> Double.compare(p.value(j) * load(p, lambda, i), p.value(i) * load(p, lambda, j)))
                .mapToInt(i -> i)
                .toArray();
        value = new double[n];
        weight = new double[n][m];
        load = new double[n];
        room = new double[m];
        for (int k = 0; k < m; k++) {
            room[k] = p.capacity(k);
            loadRoom += lambda[k] * room[k];
        }
        for (int i = 0; i < n; i++) {
            value[i] = p.value(order[i]);
            load[i] = load(p, lambda, order[i]);
            for (int k = 0; k < m; k++) {
                weight[i][k] = p.weight(k, order[i]);
            }
        }
    }

    public static double optimum(MultidimensionalKnapsack p) {
        KnapsackOracle oracle = new KnapsackOracle(p);
        oracle.branch(0, 0);
        return oracle.best;
    }

    private static double load(MultidimensionalKnapsack p, double[] lambda, int item) {
        double sum = 1e-12;
        for (int k = 0; k < lambda.length; k++) {
            sum += lambda[k] * p.weight(k, item);
        }
        return sum;
    }

    /** Minimises Σ_k λ_k c_k + Σ_i max(0, v_i − Σ_k λ_k w_ki), the Lagrangian bound. */
    private static double[] multipliers(MultidimensionalKnapsack p) {
        int n = p.items();
        int m = p.rows();
        double[] lambda = new double[m];
        double[] kept = new double[m];
        double least = Double.POSITIVE_INFINITY;
        double scale = 0;
        for (int i = 0; i < n; i++) {
            scale += p.value(i);
        }
        double capacities = 0;
        for (int k = 0; k < m; k++) {
            capacities += p.capacity(k);
        }
        for (int step = 0; step < 3000; step++) {
            double bound = 0;
            double[] gradient = new double[m];
            for (int k = 0; k < m; k++) {
                gradient[k] = p.capacity(k);
                bound += lambda[k] * p.capacity(k);
            }
            for (int i = 0; i < n; i++) {
                double gain = p.value(i) - load(p, lambda, i);
                if (gain > 0) {
                    bound += gain;
                    for (int k = 0; k < m; k++) {
                        gradient[k] -= p.weight(k, i);
                    }
                }
            }
            if (bound < least) {
                least = bound;
                kept = lambda.clone();
            }
            double length = scale / capacities / capacities / (1 + step * 0.05) * m;
            for (int k = 0; k < m; k++) {
                lambda[k] = Math.max(0, lambda[k] - length * gradient[k]);
            }
        }
        return kept;
    }

    private void branch(int i, double taken) {
        best = Math.max(best, taken);
        if (i == n || Math.floor(taken + fractional(i) + 1e-6) <= best) {
            return;
        }
        boolean fits = true;
        for (int k = 0; k < m; k++) {
            fits &= weight[i][k] <= room[k];
        }
        if (fits) {
            move(i, 1);
            branch(i + 1, taken + value[i]);
            move(i, -1);
        }
        branch(i + 1, taken);
    }

    private void move(int i, int sign) {
        for (int k = 0; k < m; k++) {
            room[k] -= sign * weight[i][k];
        }
        loadRoom -= sign * load[i];
    }

    /** The best fractional filling of the one row with items i, i + 1, …, which stand in order of value per load. */
    private double fractional(int from) {
        double left = loadRoom;
        double sum = 0;
        for (int i = from; i < n; i++) {
            if (load[i] > left) {
                return sum + Math.max(0, value[i]) * left / load[i];
            }
            left -= load[i];
            sum += Math.max(0, value[i]);
        }
        return sum;
    }
}
