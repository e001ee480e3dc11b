package org.shrinq.quantum.qaoa;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.shrinq.quantum.InitialAngles;
import org.shrinq.quantum.QuantumOptions;
import org.shrinq.quantum.QuantumTask;
import org.shrinq.quantum.TrainingStop;
import org.shrinq.quantum.lightcone.FixedAngleOptimizer;
import org.shrinq.quantum.train.Trainer;
import org.shrinq.quantum.train.TrainingFunction;
import org.shrinq.quantum.train.TrainingMonitor;
import org.shrinq.quantum.train.TrainingResult;
import org.shrinq.qubo.Ising;

/** The training of shared angles on any {@link Landscape}; also the first part of a multi-angle one. */
final class SharedTraining {
    /** Size of a first change of an angle, in radians. */
    static final double STEP = 0.1;

    private final Landscape landscape;
    private final Ising ising;
    private final QuantumTask task;
    private final Trainer trainer;
    private final QuantumOptions options;

    SharedTraining(QuantumTask task, Ising ising, Landscape landscape) {
        this.task = task;
        this.ising = ising;
        this.landscape = landscape;
        options = task.options();
        trainer = Trainer.of(options.optimizer());
    }

    TrainingResult run() {
        return run(options.maxEvaluations());
    }

    /** The start alone. */
    TrainingResult untrained() {
        return untrained(options.init());
    }

    /** A start alone. */
    TrainingResult untrained(InitialAngles init) {
        return run(init, 0);
    }

    TrainingResult run(int most) {
        return run(options.init(), options.init().isTrained() ? most : 0);
    }

    private TrainingResult run(InitialAngles init, int evaluations) {
        AngleStarts starts = new AngleStarts(ising);
        double[] start = starts.start(init, options.layers(), task.streams().stream("start"), task.deadline());
        boolean grows = init == InitialAngles.INTERP || init == InitialAngles.FOURIER;
        TrainingMonitor monitor = new TrainingMonitor(
                grown(start), evaluations, task.deadline(), options.optimizer().usesGradients() ? 0.4 : 1);
        if (evaluations == 0) {
            return monitor.result(TrainingStop.NOT_TRAINED);
        }
        TrainingStop reason = !grows
                ? trainer.minimize(new Objective(options.layers(), monitor), start, STEP, monitor, random())
                : init == InitialAngles.INTERP ? interpolate(start, monitor) : fourier(start, monitor);
        return monitor.result(reason);
    }

    /** Shorter angles than the circuit has layers, interpolated to its length. */
    private double[] grown(double[] angles) {
        int p = angles.length / 2;
        double[] gamma = Arrays.copyOf(angles, p);
        double[] beta = Arrays.copyOfRange(angles, p, 2 * p);
        while (gamma.length < options.layers()) {
            gamma = FixedAngleOptimizer.interpolated(gamma);
            beta = FixedAngleOptimizer.interpolated(beta);
        }
        double[] joined = Arrays.copyOf(gamma, gamma.length + beta.length);
        System.arraycopy(beta, 0, joined, gamma.length, beta.length);
        return joined;
    }

    private SplittableRandom random() {
        return task.streams().stream("optimizer");
    }

    /** Layer by layer; each depth but the last gets an equal share of half of the evaluations. */
    private TrainingStop interpolate(double[] start, TrainingMonitor whole) {
        double[] angles = start;
        for (int p = 1; p < options.layers(); p++) {
            TrainingMonitor part = whole.part(angles, share(whole));
            trainer.minimize(new Objective(p, part), angles, STEP, part, random());
            double[] best = part.best();
            double[] gamma = FixedAngleOptimizer.interpolated(Arrays.copyOf(best, p));
            double[] beta = FixedAngleOptimizer.interpolated(Arrays.copyOfRange(best, p, 2 * p));
            angles = Arrays.copyOf(gamma, 2 * p + 2);
            System.arraycopy(beta, 0, angles, p + 1, p + 1);
        }
        whole.startFrom(grown(angles));
        return trainer.minimize(new Objective(options.layers(), whole), angles, STEP, whole, random());
    }

    private TrainingStop fourier(double[] start, TrainingMonitor whole) {
        double[] amplitudes = SpectralAngles.ofOneLayer(start);
        for (int p = 1; p < options.layers(); p++) {
            TrainingMonitor part = whole.part(amplitudes, share(whole));
            SpectralAngles f = new SpectralAngles(new Objective(p, part));
            trainer.minimize(f, amplitudes, STEP, part, random());
            amplitudes = SpectralAngles.extended(part.best());
        }
        SpectralAngles f = new SpectralAngles(new Objective(options.layers(), whole));
        whole.startFrom(amplitudes);
        TrainingStop reason = trainer.minimize(f, amplitudes, STEP, whole, random());
        whole.replaceBest(f.angles(whole.best()));
        return reason;
    }

    private int share(TrainingMonitor whole) {
        return Math.max(1, whole.maxEvaluations() / (2 * Math.max(1, options.layers() - 1)));
    }

    /** The objective of a circuit of p layers as a function of its 2p angles. */
    private final class Objective implements TrainingFunction {
        private final int p;
        private final TrainingMonitor monitor;
        private final double[] gamma;
        private final double[] beta;
        private final double[] dGamma;
        private final double[] dBeta;

        Objective(int p, TrainingMonitor monitor) {
            this.p = p;
            this.monitor = monitor;
            gamma = new double[p];
            beta = new double[p];
            dGamma = new double[p];
            dBeta = new double[p];
        }

        @Override
        public int dimension() {
            return 2 * p;
        }

        @Override
        public double unit() {
            return landscape.scale();
        }

        @Override
        public double value(double[] x) {
            split(x);
            return landscape.value(gamma, beta, monitor.evaluations(), monitor);
        }

        @Override
        public double valueAndGradient(double[] x, double[] gradient) {
            split(x);
            double value = landscape.gradient(gamma, beta, dGamma, dBeta, monitor);
            System.arraycopy(dGamma, 0, gradient, 0, p);
            System.arraycopy(dBeta, 0, gradient, p, p);
            return value;
        }

        @Override
        public double exactValue(double[] x) {
            split(x);
            return landscape.exact(gamma, beta, monitor);
        }

        private void split(double[] x) {
            System.arraycopy(x, 0, gamma, 0, p);
            System.arraycopy(x, p, beta, 0, p);
        }
    }
}
