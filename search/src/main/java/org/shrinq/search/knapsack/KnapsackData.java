package org.shrinq.search.knapsack;

import java.util.stream.IntStream;
import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.Indices;
import org.shrinq.qubo.Qubo;
import org.shrinq.qubo.problem.MultidimensionalKnapsack;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.relax.lagrange.LagrangianBound;
import org.shrinq.search.Hints;

/**
 * A knapsack in flat arrays, with the utility v_i / Σ_k λ_k w_ki and the reduced cost v_i − Σ_k λ_k w_ki of every item.
 * The multipliers λ are the ones handed in, or come from the Lagrangian dual. Immutable.
 */
public final class KnapsackData {
    public final int n;
    public final int m;
    public final double[] value;
    /** w_ki at i·m + k. */
    public final double[] weight;
    /** Largest |v|. */
    public final double largestValue;
    /** Capacity; of a row whose sums may round, plus a bound on their rounding, so that nothing that fits is lost. */
    public final double[] limit;

    public final double[] multiplier;
    public final double[] utility;
    public final double[] reducedCost;
    /** Items by descending utility. */
    public final int[] byUtility;
    /** True for an item that fits alone. */
    public final boolean[] fits;

    public KnapsackData(MultidimensionalKnapsack p, Hints hints) {
        n = p.items();
        m = p.rows();
        value = new double[n];
        weight = new double[n * m];
        limit = new double[m];
        fits = new boolean[n];
        for (int k = 0; k < m; k++) {
            boolean whole = p.model().constraints().get(k).isWhole();
            double total = p.capacity(k);
            for (int i = 0; i < n; i++) {
                weight[i * m + k] = p.weight(k, i);
                total += p.weight(k, i);
            }
            limit[k] = p.capacity(k) + (whole ? 0 : (n + 3) * 0x1p-52 * total);
        }
        double largest = 0;
        for (int i = 0; i < n; i++) {
            value[i] = p.value(i);
            largest = Math.max(largest, Math.abs(value[i]));
            fits[i] = true;
            for (int k = 0; k < m; k++) {
                fits[i] &= weight[i * m + k] <= limit[k];
            }
        }
        largestValue = largest;
        double[] given = hints.multipliers();
        multiplier = given.length == m && positive(given) ? given : dual(p);
        utility = new double[n];
        reducedCost = new double[n];
        for (int i = 0; i < n; i++) {
            double price = 0;
            double share = 0;
            for (int k = 0; k < m; k++) {
                price += multiplier[k] * weight[i * m + k];
                share += limit[k] > 0 ? weight[i * m + k] / limit[k] : 0;
            }
            reducedCost[i] = value[i] - price;
            // a small share of the plain fill ratio ranks the items that use only rows without a price
            utility[i] = fits[i]
                    ? value[i] / (price + 1e-6 * Math.abs(value[i]) * share + 1e-300)
                    : Double.NEGATIVE_INFINITY;
        }
        byUtility = Indices.ascending(IntStream.range(0, n), i -> -utility[i]);
    }

    /** Multipliers of the items that fit alone. */
    private double[] dual(MultidimensionalKnapsack p) {
        Qubo.Builder values = Qubo.builder(n);
        for (int i = 0; i < n; i++) {
            values.addLinear(i, fits[i] ? value[i] : 0);
        }
        BinaryModel model = new BinaryModel(p.sense(), values.build(), p.model().constraints());
        return LagrangianBound.of(model, Deadline.never()).multipliers();
    }

    private static boolean positive(double[] values) {
        for (double v : values) {
            if (v > 0) {
                return true;
            }
        }
        return false;
    }

    /** Adds an item's weights to the loads (modified). */
    public void add(int item, double[] load) {
        int at = item * m;
        for (int k = 0; k < m; k++) {
            load[k] += weight[at + k];
        }
    }

    /** Subtracts an item's weights from the loads (modified). */
    public void subtract(int item, double[] load) {
        int at = item * m;
        for (int k = 0; k < m; k++) {
            load[k] -= weight[at + k];
        }
    }

    public boolean fitsOn(int item, double[] load) {
        int at = item * m;
        for (int k = 0; k < m; k++) {
            if (load[k] + weight[at + k] > limit[k]) {
                return false;
            }
        }
        return true;
    }

    public double value(byte[] x) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += x[i] != 0 ? value[i] : 0;
        }
        return sum;
    }

    /** Loads of x, overwritten into {@code load}. */
    public void loads(byte[] x, double[] load) {
        java.util.Arrays.fill(load, 0);
        for (int i = 0; i < n; i++) {
            if (x[i] != 0) {
                add(i, load);
            }
        }
    }
}
