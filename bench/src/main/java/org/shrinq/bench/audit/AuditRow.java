package org.shrinq.bench.audit;

import java.util.Arrays;
import org.shrinq.bench.statistics.Interval;
import org.shrinq.bench.statistics.Shares;
import org.shrinq.qubo.Sense;

/**
 * What one kind of strings is worth; intervals are of 95 %. Energies are of the form, objectives in the problem's own
 * sense and unit.
 *
 * @param name the device, or a control
 * @param shots strings with multiplicity
 * @param distinct different strings
 * @param energy mean energy
 * @param cvar mean of the lowest energies
 * @param best lowest energy; the interval's upper end is the fourth lowest, which 97.5 % of resamples reach
 * @param feasible share of strings that are feasible as they are
 * @param rawOptimum share that reach the reference as they are
 * @param repaired mean objective after repair
 * @param bestRepaired best objective after repair
 * @param optimum share that reach the reference after repair
 * @param strings strings until the reference is seen after repair with 99 %; infinite where it never was
 * @param energies sorted energies, for plots
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier, never compared
public record AuditRow(
        String name,
        int shots,
        int distinct,
        Interval energy,
        Interval cvar,
        Interval best,
        Interval feasible,
        Interval rawOptimum,
        Interval repaired,
        double bestRepaired,
        Interval optimum,
        Interval strings,
        double[] energies) {
    private static final double Z = 1.959963984540054;

    /** 1 − e^(−k) of resamples have one of the k lowest values: 0.975 at k = 3.7. */
    private static final int REACHED = 4;

    static AuditRow of(
            String name, int distinct, Scores scores, Sense sense, double reference, double worst, double alpha) {
        double[] sorted = scores.energy.clone();
        Arrays.sort(sorted);
        int judged = scores.worth.length;
        double[] repaired = finite(scores.repaired(sense), worst);
        double sign = sense == Sense.MAXIMIZE ? -1 : 1;
        double best = Arrays.stream(repaired).min().orElse(Double.NaN);
        Interval mean = mean(repaired);
        Interval optimum = share(scores.optimal(sense, reference, true));
        return new AuditRow(
                name,
                sorted.length,
                distinct,
                mean(scores.energy),
                cvar(sorted, lowest(alpha, sorted.length)),
                new Interval(sorted[0], sorted[0], sorted[Math.min(REACHED, sorted.length) - 1]),
                Shares.wilson(
                        Arrays.stream(scores.worth).filter(w -> w.feasible()).count(), judged),
                share(scores.optimal(sense, reference, false)),
                sign < 0 ? new Interval(-mean.estimate(), -mean.high(), -mean.low()) : mean,
                sign * best,
                optimum,
                new Interval(strings(optimum.estimate()), strings(optimum.high()), strings(optimum.low())),
                sorted);
    }

    /** How many values CVaR is the mean of. */
    static int lowest(double alpha, int count) {
        return (int) Math.max(1, Math.ceil(alpha * count - 1e-9));
    }

    /** Values with another one for those that repair could not make feasible. */
    static double[] finite(double[] values, double worst) {
        return Arrays.stream(values).map(v -> Double.isNaN(v) ? worst : v).toArray();
    }

    private static Interval share(double[] hits) {
        return Shares.wilson(-Arrays.stream(hits).sum(), hits.length);
    }

    private static double strings(double share) {
        return share <= 0 ? Double.POSITIVE_INFINITY : share >= 0.99 ? 1 : Math.log(0.01) / Math.log1p(-share);
    }

    private static Interval mean(double[] values) {
        int n = values.length;
        double mean = Arrays.stream(values).average().orElse(Double.NaN);
        double square = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
        double half = n < 2 ? Double.POSITIVE_INFINITY : Z * Math.sqrt(square / (n - 1) / n);
        return new Interval(mean, mean - half, mean + half);
    }

    /** With the deviation that the influence of a value, min(x − q, 0)/α, has (Trindade et al. 2007). */
    private static Interval cvar(double[] sorted, int count) {
        int n = sorted.length;
        double q = sorted[count - 1];
        double sum = 0;
        double square = 0;
        for (int k = 0; k < count; k++) {
            sum += sorted[k] - q;
            square += (sorted[k] - q) * (sorted[k] - q);
        }
        double variance = square / n - (sum / n) * (sum / n);
        double half = Z * Math.sqrt(Math.max(0, variance) / n) * n / count;
        double value = q + sum / count;
        return new Interval(value, value - half, value + half);
    }
}
