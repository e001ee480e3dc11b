package org.shrinq.quantum.train;

import java.util.SplittableRandom;
import org.shrinq.quantum.TrainingStop;

/**
 * Simultaneous perturbation stochastic approximation (Spall 1992, gains of Spall 1998): two values per step estimate
 * the derivative along a random ±1 direction, for any number of parameters. The gain is calibrated on a few such pairs
 * at the start so that the first steps change each parameter by about {@code step}. Runs until the evaluations are used
 * up; the last one is of the point itself.
 */
final class Spsa implements Trainer {
    private static final double GAIN_DECAY = 0.602;
    private static final double PERTURBATION_DECAY = 0.101;
    private static final int CALIBRATIONS = 5;

    @Override
    public TrainingStop minimize(
            TrainingFunction f, double[] start, double step, TrainingMonitor monitor, SplittableRandom random) {
        int n = f.dimension();
        double[] x = start.clone();
        double[] direction = new double[n];
        int left = monitor.maxEvaluations() - monitor.evaluations();
        if (left < 4) {
            monitor.value(f, x);
            return TrainingStop.EVALUATIONS;
        }
        int calibrations = Math.max(1, Math.min(CALIBRATIONS, left / 10));
        double perturbation = step / 2;
        double slopes = 0;
        for (int k = 0; k < calibrations; k++) {
            draw(direction, random);
            slopes += Math.abs(difference(f, monitor, x, direction, perturbation));
        }
        double slope = Math.max(slopes / calibrations, 1e-9 * f.unit());
        double steps = (left - 2.0 * calibrations) / 2;
        double stability = 0.1 * steps;
        double gain = step / slope * Math.pow(1 + stability, GAIN_DECAY);
        for (int k = 0; monitor.maxEvaluations() - monitor.evaluations() > 2 && !monitor.exhausted(); k++) {
            draw(direction, random);
            double c = perturbation / Math.pow(k + 1, PERTURBATION_DECAY);
            double along = difference(f, monitor, x, direction, c);
            double a = gain / Math.pow(k + 1 + stability, GAIN_DECAY);
            double change = Math.max(-2 * step, Math.min(2 * step, a * along));
            for (int i = 0; i < n; i++) {
                x[i] -= change * direction[i];
            }
        }
        monitor.value(f, x);
        return TrainingStop.EVALUATIONS;
    }

    private static void draw(double[] direction, SplittableRandom random) {
        for (int i = 0; i < direction.length; i++) {
            direction[i] = random.nextBoolean() ? 1 : -1;
        }
    }

    /** (f(x + c·d) − f(x − c·d))/2c; 0 when it can no longer be evaluated. */
    private static double difference(
            TrainingFunction f, TrainingMonitor monitor, double[] x, double[] direction, double c) {
        double plus = monitor.value(f, shifted(x, direction, c));
        double minus = monitor.value(f, shifted(x, direction, -c));
        double slope = (plus - minus) / (2 * c);
        return Double.isFinite(slope) ? slope : 0;
    }

    private static double[] shifted(double[] x, double[] direction, double c) {
        double[] y = x.clone();
        for (int i = 0; i < y.length; i++) {
            y[i] += c * direction[i];
        }
        return y;
    }
}
