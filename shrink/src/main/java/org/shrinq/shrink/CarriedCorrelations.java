package org.shrinq.shrink;

import java.util.Arrays;
import java.util.List;
import org.shrinq.shrink.contract.Contraction;
import org.shrinq.shrink.contract.IntDoubleMap;
import org.shrinq.shrink.contract.Step;
import org.shrinq.shrink.correlate.CorrelationTask.Previous;
import org.shrinq.shrink.correlate.Correlations;

/**
 * The latest correlations, addressed by variable and carried over step by step, with the share of ⟨J, X⟩ they have lost
 * since they were computed.
 */
final class CarriedCorrelations {
    private final Correlations correlations;
    /** Position of a variable in the correlations, −1 when it had been eliminated before. */
    private final int[] position;

    private final boolean measured;
    private final double scale;
    private double lost;
    private double before;

    /**
     * @param live the variables in the order of the correlations
     * @param form the form that the correlations are of
     * @param measured whether {@link #lostShare} is wanted; it costs O(degree·rank) per step
     */
    static CarriedCorrelations of(
            Correlations correlations, int[] live, int variables, Contraction form, boolean measured) {
        return new CarriedCorrelations(correlations, live, variables, form, measured);
    }

    private CarriedCorrelations(
            Correlations correlations, int[] live, int variables, Contraction form, boolean measured) {
        this.correlations = correlations;
        this.measured = measured;
        position = new int[variables];
        Arrays.fill(position, -1);
        for (int p = 0; p < live.length; p++) {
            position[live[p]] = p;
        }
        double value = 0;
        if (measured) {
            for (int v : live) {
                value += (local(form, v) + form.field(v) * single(v)) / 2;
            }
        }
        scale = Math.max(Math.abs(value), Double.MIN_NORMAL);
    }

    /** Of the members of an ensemble. */
    List<Double> weights() {
        return correlations.weights();
    }

    double single(int v) {
        return correlations.single(position[v]);
    }

    double pair(int u, int v) {
        return correlations.pair(position[u], position[v]);
    }

    /** Increase of ⟨J, X⟩ since the calculation, relative to its value then. */
    double lostShare() {
        return lost / scale;
    }

    Previous previous(int[] live) {
        int[] index = new int[live.length];
        for (int p = 0; p < live.length; p++) {
            index[p] = position[live[p]];
        }
        return new Previous(correlations, index);
    }

    void before(Step step, Contraction form) {
        if (!measured) {
            return;
        }
        int i = step.i();
        before = local(form, i);
        if (step.isFix()) {
            double after = step.sign() * form.field(i);
            IntDoubleMap row = form.row(i);
            for (int s = 0; s < row.slots(); s++) {
                if (row.keyAt(s) >= 0) {
                    after += step.sign() * row.valueAt(s) * single(row.keyAt(s));
                }
            }
            lost += after - before;
        } else {
            double coupling = form.coupling(i, step.j());
            before += local(form, step.j()) - coupling * pair(i, step.j());
            lost += step.sign() * coupling;
        }
    }

    void after(Step step, Contraction form) {
        correlations.carry(new Step(position[step.i()], step.isFix() ? Step.GROUND : position[step.j()], step.sign()));
        if (measured && !step.isFix()) {
            lost += local(form, step.j()) - before;
        }
    }

    /** h_v X_0v + Σ_k J_vk X_vk. */
    private double local(Contraction form, int v) {
        double sum = form.field(v) * single(v);
        IntDoubleMap row = form.row(v);
        for (int s = 0; s < row.slots(); s++) {
            if (row.keyAt(s) >= 0) {
                sum += row.valueAt(s) * pair(v, row.keyAt(s));
            }
        }
        return sum;
    }
}
