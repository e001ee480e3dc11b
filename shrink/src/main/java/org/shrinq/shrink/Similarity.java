package org.shrinq.shrink;

import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.Constraint;
import org.shrinq.qubo.LinearAtMost;
import org.shrinq.shrink.contract.Contraction;
import org.shrinq.shrink.contract.IntDoubleMap;
import org.shrinq.shrink.contract.LiteralClasses;

/**
 * Structural similarity of two vertices: the cosine of their feature vectors [class size, Σ|J|, h, X_0, fill], each
 * feature scaled to largest magnitude 1, after two rounds of h ← ½h + ½D⁻¹|J|h. Fill is the largest share of a capacity
 * that the variable takes up. (The paper names a heuristic inspired by graph neural networks without giving it.)
 */
final class Similarity {
    private static final int FEATURES = 5;
    private static final int ROUNDS = 2;

    private final int[] position;
    private final double[] features;

    Similarity(Contraction form, LiteralClasses classes, BinaryModel model, CarriedCorrelations x) {
        int[] live = form.liveVertices();
        position = new int[classes.variables()];
        for (int p = 0; p < live.length; p++) {
            position[live[p]] = p;
        }
        double[] fill = fill(model);
        double[] h = new double[live.length * FEATURES];
        for (int p = 0; p < live.length; p++) {
            int v = live[p];
            h[p * FEATURES] = classes.classSize(v);
            h[p * FEATURES + 1] = form.strength(v);
            h[p * FEATURES + 2] = form.field(v);
            h[p * FEATURES + 3] = x.single(v);
            h[p * FEATURES + 4] = v < fill.length ? fill[v] : 0;
        }
        scale(h);
        for (int round = 0; round < ROUNDS; round++) {
            h = smooth(form, live, h);
        }
        features = h;
    }

    private static double[] fill(BinaryModel model) {
        double[] fill = new double[model.size()];
        for (Constraint c : model.constraints()) {
            if (c instanceof LinearAtMost && c.bound() > 0) {
                for (int k = 0; k < c.arity(); k++) {
                    int v = c.variable(k);
                    fill[v] = Math.max(fill[v], Math.min(1, c.coefficient(k) / c.bound()));
                }
            }
        }
        return fill;
    }

    private static void scale(double[] h) {
        for (int f = 0; f < FEATURES; f++) {
            double max = 0;
            for (int k = f; k < h.length; k += FEATURES) {
                max = Math.max(max, Math.abs(h[k]));
            }
            for (int k = f; k < h.length && max > 0; k += FEATURES) {
                h[k] /= max;
            }
        }
    }

    private double[] smooth(Contraction form, int[] live, double[] h) {
        double[] out = new double[h.length];
        double[] sum = new double[FEATURES];
        for (int p = 0; p < live.length; p++) {
            java.util.Arrays.fill(sum, 0);
            double degree = 0;
            IntDoubleMap row = form.row(live[p]);
            for (int s = 0; s < row.slots(); s++) {
                if (row.keyAt(s) >= 0) {
                    double w = Math.abs(row.valueAt(s));
                    degree += w;
                    int q = position[row.keyAt(s)] * FEATURES;
                    for (int f = 0; f < FEATURES; f++) {
                        sum[f] += w * h[q + f];
                    }
                }
            }
            for (int f = 0; f < FEATURES; f++) {
                double mean = degree > 0 ? sum[f] / degree : h[p * FEATURES + f];
                out[p * FEATURES + f] = (h[p * FEATURES + f] + mean) / 2;
            }
        }
        return out;
    }

    /** cos ∈ [−1, 1]; 0 when a vector vanishes. */
    double cosine(int u, int v) {
        int a = position[u] * FEATURES;
        int b = position[v] * FEATURES;
        double dot = 0;
        double aa = 0;
        double bb = 0;
        for (int f = 0; f < FEATURES; f++) {
            dot += features[a + f] * features[b + f];
            aa += features[a + f] * features[a + f];
            bb += features[b + f] * features[b + f];
        }
        return aa == 0 || bb == 0 ? 0 : dot / Math.sqrt(aa * bb);
    }
}
