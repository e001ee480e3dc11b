package org.shrinq.quantum.ansatz;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.shrinq.quantum.QuantumTask;
import org.shrinq.quantum.TrainingPoint;
import org.shrinq.quantum.TrainingStop;
import org.shrinq.quantum.train.Trainer;
import org.shrinq.quantum.train.TrainingFunction;
import org.shrinq.quantum.train.TrainingMonitor;
import org.shrinq.quantum.train.TrainingResult;

/**
 * Training from several starts, each with an equal share of the evaluations that are left; the best point of all is
 * returned. Methods that see shots alone need all evaluations for one start.
 */
final class Descent {
    /** Size of a first change of a parameter, in radians. */
    private static final double STEP = 0.1;

    /** The same where only shots tell: differences must stand out from their noise. */
    private static final double STEP_BY_SHOTS = 0.4;

    /** Time that the final distribution and its shots take, in evaluations. */
    private static final double FINISH_COST = 1;

    private Descent() {}

    /**
     * Minimises with at most as many evaluations as the task's options allow; a start's value counts as one. Starts are
     * not modified. When none was made the value is +∞.
     */
    static TrainingResult minimize(Loss loss, List<double[]> allStarts, QuantumTask task) {
        Trainer trainer = Trainer.of(task.options().optimizer());
        boolean gradients = task.options().optimizer().usesGradients();
        double step = gradients ? STEP : STEP_BY_SHOTS;
        List<double[]> starts = gradients ? allStarts : allStarts.subList(0, 1);
        double[] best = starts.get(0).clone();
        double value = Double.POSITIVE_INFINITY;
        int evaluations = 0;
        TrainingStop stop = TrainingStop.CONVERGED;
        List<TrainingPoint> curve = new ArrayList<>();
        int most = loss.parameters() == 0 ? 0 : task.options().maxEvaluations();
        for (int s = 0; s < starts.size() && evaluations < most && stop != TrainingStop.DEADLINE; s++) {
            int share = Math.max(1, (most - evaluations) / (starts.size() - s));
            TrainingMonitor monitor = new TrainingMonitor(starts.get(s), share, task.deadline(), FINISH_COST);
            Function function = new Function(loss, monitor, evaluations);
            SplittableRandom random = task.streams().stream("optimizer");
            TrainingResult part = monitor.result(trainer.minimize(function, starts.get(s), step, monitor, random));
            for (TrainingPoint point : part.curve()) {
                if (point.objective() < value) {
                    value = point.objective();
                    curve.add(new TrainingPoint(evaluations + point.evaluation(), value));
                }
            }
            best = part.value() <= value ? part.parameters() : best;
            evaluations += part.evaluations();
            stop = part.stop() == TrainingStop.CONVERGED ? stop : part.stop();
        }
        if (!curve.isEmpty() && curve.get(curve.size() - 1).evaluation() < evaluations) {
            curve.add(new TrainingPoint(evaluations, value));
        }
        return new TrainingResult(best, value, evaluations, most == 0 ? TrainingStop.NOT_TRAINED : stop, curve);
    }

    /** Losses are in units of the scale of the model. */
    private record Function(Loss loss, TrainingMonitor monitor, int before) implements TrainingFunction {
        @Override
        public int dimension() {
            return loss.parameters();
        }

        @Override
        public double value(double[] x) {
            return loss.sampled(x, before + monitor.evaluations(), monitor);
        }

        @Override
        public double valueAndGradient(double[] x, double[] gradient) {
            return loss.valueAndGradient(x, gradient, monitor);
        }

        @Override
        public double unit() {
            return 1;
        }
    }
}
