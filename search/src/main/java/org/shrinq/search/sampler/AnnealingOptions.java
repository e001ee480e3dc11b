package org.shrinq.search.sampler;

/**
 * How {@link Sampler#simulatedAnnealing(AnnealingOptions)} cools; immutable.
 *
 * @param sweeps sweeps over all variables per read, at least 1
 * @param schedule how the temperature falls from its highest to its lowest value
 */
public record AnnealingOptions(int sweeps, Schedule schedule) {
    /** Interpolation between the highest and the lowest temperature. */
    public enum Schedule {
        /** The temperature is multiplied by a constant factor. */
        GEOMETRIC,
        /** The temperature falls by a constant amount. */
        LINEAR
    }

    public AnnealingOptions {
        if (sweeps < 1) {
            throw new IllegalArgumentException("sweeps is " + sweeps + ", expected at least 1");
        }
    }

    /** 200 sweeps, geometric. */
    public static AnnealingOptions defaults() {
        return new AnnealingOptions(200, Schedule.GEOMETRIC);
    }

    public AnnealingOptions withSweeps(int value) {
        return new AnnealingOptions(value, schedule);
    }

    public AnnealingOptions withSchedule(Schedule value) {
        return new AnnealingOptions(sweeps, value);
    }

    /** The temperature of sweep s, 0 ≤ s &lt; sweeps. */
    double temperature(int s, double hot, double cold) {
        double progress = sweeps == 1 ? 1 : s / (double) (sweeps - 1);
        return schedule == Schedule.GEOMETRIC ? hot * Math.pow(cold / hot, progress) : hot + (cold - hot) * progress;
    }
}
