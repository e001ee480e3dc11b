package org.shrinq.shrink.correlate;

import java.util.OptionalDouble;
import org.shrinq.qubo.text.Brief;
import org.shrinq.shrink.contract.IntDoubleMap;
import org.shrinq.shrink.contract.Step;

/**
 * Correlations on listed pairs only. A merge carries over as if X came from unit vectors: X_jk ← (X_jk + σ X_ik) / ‖v_j
 * + σ v_i‖ with ‖·‖² = 2 + 2σX_ij, clipped to [−1, 1]; where only one of the two is known it stands alone.
 */
public final class SparseCorrelations implements Correlations {
    private static final double LEAST_NORM = 1e-3;

    private final double[] single;
    private final IntDoubleMap[] pairs;
    private OptionalDouble lowerBound = OptionalDouble.empty();

    /** All zero. */
    public SparseCorrelations(int size) {
        single = new double[size];
        pairs = new IntDoubleMap[size];
        for (int i = 0; i < size; i++) {
            pairs[i] = new IntDoubleMap(3);
        }
    }

    @Override
    public int size() {
        return single.length;
    }

    @Override
    public double single(int i) {
        return single[i];
    }

    @Override
    public double pair(int i, int j) {
        return pairs[i].get(j, 0);
    }

    @Override
    public OptionalDouble lowerBound() {
        return lowerBound;
    }

    public void setLowerBound(double value) {
        lowerBound = OptionalDouble.of(value);
    }

    public void setSingle(int i, double x) {
        single[i] = clip(x);
    }

    public void setPair(int i, int j, double x) {
        double clipped = clip(x);
        pairs[i].put(j, clipped);
        pairs[j].put(i, clipped);
    }

    private static double clip(double x) {
        return Math.max(-1, Math.min(1, x));
    }

    @Override
    public void carry(Step step) {
        int i = step.i();
        int sign = step.sign();
        IntDoubleMap row = pairs[i];
        if (step.isFix()) {
            single[i] = sign;
            for (int s = 0; s < row.slots(); s++) {
                if (row.keyAt(s) >= 0) {
                    pairs[row.keyAt(s)].remove(i);
                }
            }
            row.clear();
            return;
        }
        int j = step.j();
        double norm = Math.sqrt(Math.max(0, 2 + 2 * sign * row.get(j, 0)));
        if (norm >= LEAST_NORM) {
            single[j] = clip((single[j] + sign * single[i]) / norm);
        }
        for (int s = 0; s < row.slots(); s++) {
            int k = row.keyAt(s);
            if (k < 0) {
                continue;
            }
            pairs[k].remove(i);
            if (k == j) {
                continue;
            }
            double other = sign * row.valueAt(s);
            if (!pairs[j].contains(k)) {
                setPair(j, k, other);
            } else if (norm >= LEAST_NORM) {
                setPair(j, k, (pairs[j].get(k, 0) + other) / norm);
            }
        }
        row.clear();
    }

    @Override
    public String toString() {
        return Brief.of(this, "size", single.length, "single", single);
    }
}
