package org.shrinq.quantum.train;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.hipparchus.exception.MathIllegalStateException;
import org.hipparchus.optim.ConvergenceChecker;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.OptimizationData;
import org.hipparchus.optim.PointValuePair;
import org.hipparchus.optim.SimpleBounds;
import org.hipparchus.optim.SimpleValueChecker;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.noderiv.CMAESOptimizer;
import org.hipparchus.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.hipparchus.optim.nonlinear.scalar.noderiv.SimplexOptimizer;
import org.hipparchus.random.Well19937c;
import org.shrinq.quantum.TrainingStop;

/** The derivative-free minimisers of Hipparchus. */
final class HipparchusTrainer implements Trainer {
    private static final double RELATIVE_TOLERANCE = 1e-6;

    /** Which one. */
    enum Method {
        NELDER_MEAD,
        CMA_ES
    }

    private final Method method;

    HipparchusTrainer(Method method) {
        this.method = method;
    }

    @Override
    public TrainingStop minimize(
            TrainingFunction f, double[] start, double step, TrainingMonitor monitor, SplittableRandom random) {
        int left = monitor.maxEvaluations() - monitor.evaluations();
        if (left < 1) {
            return TrainingStop.EVALUATIONS;
        }
        Finite finite = new Finite(f, monitor);
        SimpleValueChecker flat = new SimpleValueChecker(RELATIVE_TOLERANCE, RELATIVE_TOLERANCE * f.unit());
        ConvergenceChecker<PointValuePair> checker =
                (iteration, before, now) -> monitor.exhausted() || flat.converged(iteration, before, now);
        OptimizationData[] common = {
            new MaxEval(left), new ObjectiveFunction(finite::value), GoalType.MINIMIZE, new InitialGuess(start.clone())
        };
        try {
            switch (method) {
                case NELDER_MEAD ->
                    new SimplexOptimizer(checker).optimize(with(common, new NelderMeadSimplex(f.dimension(), step)));
                case CMA_ES -> cmaEs(start, step, left, random, checker, common);
            }
        } catch (MathIllegalStateException usedUp) {
            return TrainingStop.EVALUATIONS; // how the library reports its count; the monitor has the best point
        }
        return TrainingStop.CONVERGED;
    }

    private static void cmaEs(
            double[] start,
            double step,
            int left,
            SplittableRandom random,
            ConvergenceChecker<PointValuePair> checker,
            OptimizationData[] common) {
        double[] sigma = new double[start.length];
        Arrays.fill(sigma, step);
        int population = 4 + (int) (3 * Math.log(start.length));
        CMAESOptimizer optimizer = new CMAESOptimizer(
                Math.max(1, left / population),
                Double.NEGATIVE_INFINITY,
                true,
                0,
                0,
                new Well19937c(random.nextLong()),
                false,
                checker);
        optimizer.optimize(with(
                with(common, new CMAESOptimizer.Sigma(sigma)),
                new CMAESOptimizer.PopulationSize(population),
                SimpleBounds.unbounded(start.length)));
    }

    private static OptimizationData[] with(OptimizationData[] data, OptimizationData... more) {
        OptimizationData[] all = Arrays.copyOf(data, data.length + more.length);
        System.arraycopy(more, 0, all, data.length, more.length);
        return all;
    }
}
