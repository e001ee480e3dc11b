package org.shrinq.quantum.train;

/**
 * Evaluates through a monitor for libraries that can neither be stopped nor bear infinities: once the monitor is
 * exhausted every point is as bad as the worst one seen, at no cost, until the library has used up its own count.
 */
final class Finite {
    private final TrainingFunction f;
    private final TrainingMonitor monitor;
    private double worst;

    Finite(TrainingFunction f, TrainingMonitor monitor) {
        this.f = f;
        this.monitor = monitor;
    }

    double value(double[] x) {
        double value = monitor.value(f, x.clone());
        if (value == Double.POSITIVE_INFINITY) {
            return worst;
        }
        worst = monitor.evaluations() == 1 ? value : Math.max(worst, value);
        return value;
    }
}
