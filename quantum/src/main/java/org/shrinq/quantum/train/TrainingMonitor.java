package org.shrinq.quantum.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.shrinq.quantum.TrainingPoint;
import org.shrinq.quantum.TrainingStop;
import org.shrinq.qubo.run.Deadline;

/**
 * The account of one training: counts evaluations, keeps the best point and the curve, and says when to stop. As a
 * {@link BooleanSupplier} it is what an evaluation asks between its steps. Near a time limit it stops early enough to
 * leave time for what follows the training, estimated from the evaluations so far. Not thread-safe.
 */
public final class TrainingMonitor implements BooleanSupplier {
    private final int maxEvaluations;
    private final Deadline deadline;
    private final double finishCost;
    private final List<TrainingPoint> curve = new ArrayList<>();
    private double[] best;
    private double bestValue = Double.POSITIVE_INFINITY;
    private int evaluations;
    private double secondsPerEvaluation;
    private double remainingBefore;
    private boolean stopped;
    private @Nullable TrainingMonitor whole;

    /**
     * @param start what is returned when nothing can be evaluated; not modified
     * @param finishCost time needed after the training, in units of one evaluation
     */
    public TrainingMonitor(double[] start, int maxEvaluations, Deadline deadline, double finishCost) {
        best = start.clone();
        this.maxEvaluations = maxEvaluations;
        this.deadline = deadline;
        this.finishCost = finishCost;
    }

    /** True once the deadline is so near that the evaluation at hand should be given up. */
    @Override
    public boolean getAsBoolean() {
        if (!stopped) {
            stopped = deadline.expired();
            if (!stopped
                    && deadline.hasTimeLimit()
                    && deadline.remainingSeconds() < finishCost * secondsPerEvaluation) {
                deadline.strike();
                stopped = true;
            }
        }
        return stopped;
    }

    /** True when no further evaluation should begin. */
    public boolean exhausted() {
        return evaluations >= maxEvaluations || getAsBoolean();
    }

    public int evaluations() {
        return evaluations;
    }

    public int maxEvaluations() {
        return maxEvaluations;
    }

    public double bestValue() {
        return bestValue;
    }

    /** A copy of the best point so far. */
    public double[] best() {
        return best.clone();
    }

    /** f.value(x), recorded; the worst possible number when nothing may be evaluated any more. */
    double value(TrainingFunction f, double[] x) {
        return exhausted() ? Double.POSITIVE_INFINITY : recorded(x, begin(() -> f.value(x)));
    }

    /**
     * f.valueAndGradient(x, gradient), recorded; +∞ when nothing may be evaluated any more. In the last
     * evaluation the gradient is left out, since nobody would follow it: it is 0 then.
     */
    double valueAndGradient(TrainingFunction f, double[] x, double[] gradient) {
        if (exhausted()) {
            return Double.POSITIVE_INFINITY;
        }
        if (evaluations + 1 < maxEvaluations) {
            return recorded(x, begin(() -> f.valueAndGradient(x, gradient)));
        }
        Arrays.fill(gradient, 0);
        return recorded(x, begin(() -> f.exactValue(x)));
    }

    private void count() {
        evaluations++;
        if (whole != null) {
            whole.count();
            whole.secondsPerEvaluation = Math.max(whole.secondsPerEvaluation, secondsPerEvaluation);
        }
    }

    private interface Evaluation {
        double run();
    }

    private double begin(Evaluation evaluation) {
        if (!deadline.hasTimeLimit()) {
            return evaluation.run();
        }
        remainingBefore = deadline.remainingSeconds();
        double value = evaluation.run();
        secondsPerEvaluation = Math.max(secondsPerEvaluation, remainingBefore - deadline.remainingSeconds());
        return value;
    }

    private double recorded(double[] x, double value) {
        if (Double.isNaN(value)) {
            return Double.POSITIVE_INFINITY;
        }
        count();
        if (value < bestValue) {
            bestValue = value;
            best = x.clone();
            curve.add(new TrainingPoint(evaluations, value));
        }
        return value;
    }

    /**
     * A monitor for a preliminary training, of other parameters, within this one: its evaluations count here, its
     * points do not.
     */
    public TrainingMonitor part(double[] start, int most) {
        int left = maxEvaluations - evaluations;
        TrainingMonitor part = new TrainingMonitor(start, Math.min(most, left), deadline, finishCost);
        part.whole = this;
        part.secondsPerEvaluation = secondsPerEvaluation;
        return part;
    }

    /** Says what is best before anything of the main training was evaluated. Copied. */
    public void startFrom(double[] point) {
        if (bestValue == Double.POSITIVE_INFINITY) {
            best = point.clone();
        }
    }

    /** Gives the best point in other parameters. Copied. */
    public void replaceBest(double[] samePoint) {
        best = samePoint.clone();
    }

    /** The account so far. */
    public TrainingResult result(TrainingStop whenNotStopped) {
        TrainingStop reason = maxEvaluations == 0
                ? TrainingStop.NOT_TRAINED
                : stopped
                        ? TrainingStop.DEADLINE
                        : evaluations >= maxEvaluations && whenNotStopped != TrainingStop.CONVERGED
                                ? TrainingStop.EVALUATIONS
                                : whenNotStopped;
        List<TrainingPoint> points = new ArrayList<>(curve);
        if (!points.isEmpty() && points.get(points.size() - 1).evaluation() < evaluations) {
            points.add(new TrainingPoint(evaluations, bestValue));
        }
        return new TrainingResult(best, bestValue, evaluations, reason, points);
    }
}
