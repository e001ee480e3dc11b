package org.shrinq.quantum.train;

import java.util.SplittableRandom;
import org.shrinq.quantum.Optimizer;
import org.shrinq.quantum.TrainingStop;

/** Minimises a {@link TrainingFunction}. Stateless. */
public interface Trainer {
    /**
     * Walks from a start until convergence or until the monitor is exhausted; all it evaluates goes through the
     * monitor, which has the best point.
     *
     * @param start not modified
     * @param step the size of a first change of a parameter
     * @param random for methods that draw; its draws depend on nothing but what was evaluated
     * @return {@link TrainingStop#CONVERGED} or {@link TrainingStop#EVALUATIONS}; the monitor knows better when a
     *     deadline struck
     */
    TrainingStop minimize(
            TrainingFunction f, double[] start, double step, TrainingMonitor monitor, SplittableRandom random);

    /** The trainer of that name. */
    static Trainer of(Optimizer optimizer) {
        return switch (optimizer) {
            case LBFGS -> new LimitedMemoryBfgs();
            case SPSA -> new Spsa();
            case COBYLA -> new CobylaTrainer();
            case NELDER_MEAD -> new HipparchusTrainer(HipparchusTrainer.Method.NELDER_MEAD);
            case CMA_ES -> new HipparchusTrainer(HipparchusTrainer.Method.CMA_ES);
        };
    }
}
