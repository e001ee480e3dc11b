package org.shrinq.quantum.qaoa;

import org.shrinq.quantum.InitialAngles;
import org.shrinq.quantum.Objective;
import org.shrinq.quantum.QuantumOptions;
import org.shrinq.quantum.QuantumTask;
import org.shrinq.quantum.lightcone.LightConeQaoa;
import org.shrinq.quantum.train.TrainingResult;
import org.shrinq.qubo.Ising;
import org.shrinq.qubo.run.Deadline;

/**
 * Shared angles of a circuit whose state is too large for derivatives: trained on exact energies from light cones where
 * these are small, those of {@link InitialAngles#FIXED} where a training would take longer than all else, and as they
 * start where cones are too large, where derivatives are not wanted or where the objective is no energy. Time limits
 * are shared: the state that comes next has as much time as the training.
 */
final class ConeTraining {
    /** Complex multiplications of a training: some 20 s of one core. */
    private static final double MOST_OPERATIONS = 1e10;

    /** A gradient in units of an energy. */
    private static final double GRADIENT = 4;

    /** Fewer evaluations than this seldom lead beyond the fixed angles. */
    private static final int LEAST_EVALUATIONS = 20;

    private final QuantumTask task;
    private final SharedTraining training;
    private final LightConeLandscape cones;

    ConeTraining(QuantumTask task, Ising ising) {
        Deadline whole = task.deadline();
        this.task = whole.hasTimeLimit()
                ? task.withDeadline(whole.within(Math.max(0, whole.remainingSeconds() / 2)))
                : task;
        cones = new LightConeLandscape(this.task, ising);
        training = new SharedTraining(this.task, ising, cones);
    }

    /** γ_0 … γ_{p−1}, β_0 … β_{p−1}. */
    TrainingResult run() {
        QuantumOptions options = task.options();
        boolean exact = options.optimizer().usesGradients()
                && options.objective() == Objective.EXPECTATION
                && options.init().isTrained()
                && options.maxEvaluations() > 0
                && cones.fit(options.layers());
        if (!exact) {
            return training.untrained();
        }
        double evaluation = GRADIENT
                * cones.cones(options.layers()).map(LightConeQaoa::operations).orElse(0.0);
        double most = MOST_OPERATIONS / Math.max(1, evaluation);
        return most < Math.min(LEAST_EVALUATIONS, options.maxEvaluations())
                ? training.untrained(InitialAngles.FIXED)
                : training.run((int) Math.min(options.maxEvaluations(), most));
    }
}
