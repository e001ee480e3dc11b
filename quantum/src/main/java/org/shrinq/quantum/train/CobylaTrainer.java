package org.shrinq.quantum.train;

import de.xypron.jcobyla.Cobyla;
import de.xypron.jcobyla.CobylaExitStatus;
import java.util.SplittableRandom;
import org.shrinq.quantum.TrainingStop;

/**
 * COBYLA without constraints (Powell 1994): linear models on a simplex that shrinks from {@code step} to its hundredth.
 */
final class CobylaTrainer implements Trainer {
    private static final double SHRINK = 1e-2;

    @Override
    public TrainingStop minimize(
            TrainingFunction f, double[] start, double step, TrainingMonitor monitor, SplittableRandom random) {
        int left = monitor.maxEvaluations() - monitor.evaluations();
        if (left < 1) {
            return TrainingStop.EVALUATIONS;
        }
        Finite finite = new Finite(f, monitor);
        CobylaExitStatus status = Cobyla.findMinimum(
                (n, m, x, constraints) -> finite.value(x),
                f.dimension(),
                0,
                start.clone(),
                step,
                SHRINK * step,
                Cobyla.IPRINT_NONE,
                left);
        return status == CobylaExitStatus.NORMAL ? TrainingStop.CONVERGED : TrainingStop.EVALUATIONS;
    }
}
