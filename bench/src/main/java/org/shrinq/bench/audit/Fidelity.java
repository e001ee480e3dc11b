package org.shrinq.bench.audit;

import org.shrinq.bench.statistics.Interval;
import org.shrinq.qubo.QuadraticForm;

/**
 * The share F of ideal strings in a mixture F·ideal + (1 − F)·uniform with the measured mean energy: F = (E_uniform −
 * E)/(E_uniform − E_ideal). Real noise is not such a mixture; the figure is the level of the one that has this energy.
 *
 * @param share F with its interval, not cut at 0 and 1; NaN where ideal and uniform strings have the same energy
 * @param ideal the ideal mean energy
 * @param uniform the mean energy of uniform strings
 */
public record Fidelity(Interval share, double ideal, double uniform) {
    static Fidelity of(QuadraticForm form, double ideal, Interval energy) {
        double uniform = uniform(form);
        double span = uniform - ideal;
        if (Math.abs(span) < 1e-12 * Math.max(1, Math.abs(uniform))) {
            return new Fidelity(new Interval(Double.NaN, Double.NaN, Double.NaN), ideal, uniform);
        }
        double a = (uniform - energy.high()) / span;
        double b = (uniform - energy.low()) / span;
        return new Fidelity(
                new Interval((uniform - energy.estimate()) / span, Math.min(a, b), Math.max(a, b)), ideal, uniform);
    }

    /** Offset + Σ l/2 + Σ q/4. */
    static double uniform(QuadraticForm form) {
        double[] sum = {form.offset()};
        for (int i = 0; i < form.size(); i++) {
            sum[0] += form.linear(i) / 2;
        }
        form.forEachCoupling((i, j, c) -> sum[0] += c / 4);
        return sum[0];
    }

    /** The share of the mixture, in [0, 1]; 0 where it is unknown. */
    double mixture() {
        return Double.isNaN(share.estimate()) ? 0 : Math.max(0, Math.min(1, share.estimate()));
    }
}
