package org.shrinq.quantum.ansatz;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.shrinq.quantum.Optimizer;
import org.shrinq.quantum.QuantumOptions;
import org.shrinq.quantum.StopReason;
import org.shrinq.quantum.TrainingPoint;
import org.shrinq.quantum.train.Trainer;
import org.shrinq.quantum.train.TrainingFunction;
import org.shrinq.quantum.train.TrainingMonitor;
import org.shrinq.quantum.train.TrainingResult;
import org.shrinq.qubo.run.Deadline;

/**
 * L-BFGS from several starts. Each start gets an equal share of the evaluations that are left; the best point of all is
 * returned.
 */
final class Descent {
    /** Size of a first change of a parameter, in radians. */
    private static final double STEP = 0.1;

    /** Time that the final distribution and its shots take, in evaluations. */
    private static final double FINISH_COST = 1;

    private Descent() {}

    /**
     * Refuses an optimiser that this package does not have, rather than silently using another.
     *
     * @throws IllegalArgumentException when the options name another than {@link Optimizer#LBFGS}
     */
    static void check(String method, QuantumOptions options) {
        if (options.optimizer() != Optimizer.LBFGS) {
            throw new IllegalArgumentException("method " + method + " trains on exact gradients with LBFGS: optimizer "
                    + options.optimizer() + " cannot be used");
        }
    }

    /**
     * Minimises with at most {@code budget} evaluations; a start's value counts as one. Starts are not modified. The value is
     * known even when there was no evaluation to be made.
     */
    static TrainingResult minimize(Loss loss, List<double[]> starts, int budget, Deadline deadline) {
        double[] best = starts.get(0).clone();
        double value = Double.POSITIVE_INFINITY;
        int evaluations = 0;
        StopReason stop = StopReason.CONVERGED;
        List<TrainingPoint> curve = new ArrayList<>();
        int most = loss.parameters() == 0 ? 0 : budget;
        for (int s = 0; s < starts.size() && evaluations < most && stop != StopReason.DEADLINE; s++) {
            int share = Math.max(1, (most - evaluations) / (starts.size() - s));
            TrainingResult part = descend(loss, starts.get(s), share, deadline);
            for (TrainingPoint point : part.curve()) {
                if (point.objective() < value) {
                    value = point.objective();
                    curve.add(new TrainingPoint(evaluations + point.evaluation(), value));
                }
            }
            best = part.value() <= value ? part.parameters() : best;
            evaluations += part.evaluations();
            stop = part.stop() == StopReason.CONVERGED ? stop : part.stop();
        }
        if (evaluations == 0) {
            value = loss.valueAndGradient(best, new double[best.length]);
        } else if (curve.get(curve.size() - 1).evaluation() < evaluations) {
            curve.add(new TrainingPoint(evaluations, value));
        }
        return new TrainingResult(best, value, evaluations, most == 0 ? StopReason.NOT_TRAINED : stop, curve);
    }

    private static TrainingResult descend(Loss loss, double[] start, int evaluations, Deadline deadline) {
        TrainingMonitor monitor = new TrainingMonitor(start, evaluations, deadline, FINISH_COST);
        Trainer trainer = Trainer.of(Optimizer.LBFGS);
        SplittableRandom unused = new SplittableRandom(0);
        return monitor.result(trainer.minimize(new Function(loss), start, STEP, monitor, unused));
    }

    /** Losses are in units of the scale of the model. */
    private record Function(Loss loss) implements TrainingFunction {
        @Override
        public int dimension() {
            return loss.parameters();
        }

        @Override
        public double value(double[] x) {
            return loss.valueAndGradient(x, new double[x.length]);
        }

        @Override
        public double valueAndGradient(double[] x, double[] gradient) {
            return loss.valueAndGradient(x, gradient);
        }

        @Override
        public double unit() {
            return 1;
        }
    }
}
