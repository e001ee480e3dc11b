package org.shrinq.repair.knapsack;

import java.util.stream.IntStream;
import org.shrinq.qubo.Indices;
import org.shrinq.qubo.problem.MultidimensionalKnapsack;

/** Items by descending value per share of the capacities, Σ_k w_ki / c_k, as long as they fit. O(nm + n log n). */
public final class KnapsackStart {
    private KnapsackStart() {}

    /** @param x zeros; modified */
    public static void write(MultidimensionalKnapsack problem, byte[] x) {
        int m = problem.rows();
        double[] left = new double[m];
        for (int k = 0; k < m; k++) {
            left[k] = problem.capacity(k);
        }
        double[] worth = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            double share = 1e-300;
            for (int k = 0; k < m; k++) {
                double weight = problem.weight(k, i);
                share += weight == 0 ? 0 : weight / left[k];
            }
            worth[i] = problem.value(i) / share;
        }
        for (int i : Indices.ascending(IntStream.range(0, x.length), j -> -worth[j])) {
            boolean fits = problem.value(i) > 0;
            for (int k = 0; k < m && fits; k++) {
                fits = problem.weight(k, i) <= left[k];
            }
            for (int k = 0; k < m && fits; k++) {
                left[k] -= problem.weight(k, i);
            }
            x[i] = (byte) (fits ? 1 : 0);
        }
    }
}
