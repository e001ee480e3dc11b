package org.shrinq.quantum.qaoa;

import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import org.shrinq.quantum.QuantumOptions;
import org.shrinq.quantum.QuantumTask;
import org.shrinq.quantum.statevector.QaoaSimulator;
import org.shrinq.quantum.train.CandidatePool;
import org.shrinq.qubo.Ising;

/**
 * What one run works with.
 *
 * @param ising the task's model
 * @param pool takes every string that is sampled
 */
record Session(QuantumTask task, QaoaSimulator simulator, Ising ising, TaskGoal goal, CandidatePool pool)
        implements Landscape {
    QuantumOptions options() {
        return task.options();
    }

    @Override
    public double scale() {
        return simulator.scale();
    }

    @Override
    public double value(double[] gamma, double[] beta, int evaluation, BooleanSupplier stop) {
        double exact = simulator.value(gamma, beta, stop);
        return Double.isNaN(exact) ? exact : estimate(evaluation);
    }

    @Override
    public double exact(double[] gamma, double[] beta, BooleanSupplier stop) {
        return simulator.value(gamma, beta, stop);
    }

    @Override
    public double gradient(double[] gamma, double[] beta, double[] dGamma, double[] dBeta, BooleanSupplier stop) {
        return simulator.gradient(gamma, beta, dGamma, dBeta, stop);
    }

    /**
     * The goal of the simulator's state, from shots. @param evaluation number of the evaluation, which has shots of its
     * own
     */
    double estimate(int evaluation) {
        SplittableRandom random = new SplittableRandom(
                task.streams().child("training-shots", evaluation).seed());
        long[] shots = simulator.sample(options().shots(), random);
        return goal.sampled().estimate(pool.add(shots), simulator.scale());
    }
}
