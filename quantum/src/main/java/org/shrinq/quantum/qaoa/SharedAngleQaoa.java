package org.shrinq.quantum.qaoa;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.shrinq.quantum.Evaluation;
import org.shrinq.quantum.InitialAngles;
import org.shrinq.quantum.ParameterSet;
import org.shrinq.quantum.QuantumOptions;
import org.shrinq.quantum.QuantumRun;
import org.shrinq.quantum.QuantumTask;
import org.shrinq.quantum.TrainingStop;
import org.shrinq.quantum.circuit.Circuit;
import org.shrinq.quantum.circuit.QaoaCircuit;
import org.shrinq.quantum.closedform.ClosedFormRun;
import org.shrinq.quantum.statevector.QaoaSimulator;
import org.shrinq.quantum.train.Trainer;
import org.shrinq.quantum.train.TrainingFunction;
import org.shrinq.quantum.train.TrainingMonitor;
import org.shrinq.quantum.train.TrainingResult;
import org.shrinq.qubo.Ising;
import org.shrinq.qubo.Qubo;

/** The QAOA of Farhi, Goldstone and Gutmann 2014; of one layer also in closed form. */
final class SharedAngleQaoa extends StateVectorMethod {
    /** Size of a first change of an angle, in radians. */
    static final double STEP = 0.1;

    @Override
    public String id() {
        return "qaoa";
    }

    @Override
    int extraBytesPerState() {
        return 0;
    }

    @Override
    public long bytesFor(Qubo qubo, QuantumOptions options) {
        return isClosedForm(options) ? ClosedFormRun.bytesFor(qubo) : super.bytesFor(qubo, options);
    }

    @Override
    public QuantumRun run(QuantumTask task) {
        return isClosedForm(task.options()) ? ClosedFormRun.run(id(), task) : super.run(task);
    }

    private static boolean isClosedForm(QuantumOptions options) {
        return options.evaluation() == Evaluation.CLOSED_FORM;
    }

    @Override
    Trained train(Session session) {
        TrainingResult result = new Training(session).run();
        int p = session.options().layers();
        double[] gamma = Arrays.copyOf(result.parameters(), p);
        double[] beta = Arrays.copyOfRange(result.parameters(), p, 2 * p);
        return new Trained() {
            @Override
            public TrainingResult result() {
                return result;
            }

            @Override
            public ParameterSet parameters() {
                return ParameterSet.angles(gamma, beta);
            }

            @Override
            public double prepare() {
                return session.simulator().value(gamma, beta, () -> false);
            }
        };
    }

    @Override
    public Circuit circuit(QuantumTask task, ParameterSet parameters) {
        double[] gamma = parameters.get(ParameterSet.GAMMA);
        Ising ising = task.qubo().toIsing();
        double scale = ising.maxAbsCoefficient() > 0 ? ising.maxAbsCoefficient() : 1;
        for (int l = 0; l < gamma.length; l++) {
            gamma[l] /= scale;
        }
        return QaoaCircuit.of(ising, gamma, parameters.get(ParameterSet.BETA));
    }

    /** One training; also the first part of a multi-angle one. */
    static final class Training {
        private final Session session;
        private final QuantumTask task;
        private final QaoaSimulator simulator;
        private final Trainer trainer;
        private final QuantumOptions options;

        Training(Session session) {
            this.session = session;
            task = session.task();
            simulator = session.simulator();
            options = session.options();
            trainer = Trainer.of(options.optimizer());
        }

        TrainingResult run() {
            return run(options.maxEvaluations());
        }

        TrainingResult run(int evaluations) {
            AngleStarts starts = new AngleStarts(session.ising());
            InitialAngles init = options.init();
            double[] start = starts.start(init, options.layers(), task.streams().stream("start"), task.deadline());
            boolean grows = init == InitialAngles.INTERP || init == InitialAngles.FOURIER;
            TrainingMonitor monitor = new TrainingMonitor(
                    grown(start),
                    evaluations,
                    task.deadline(),
                    options.optimizer().usesGradients() ? 0.4 : 1);
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
                gamma = AngleStarts.interpolated(gamma);
                beta = AngleStarts.interpolated(beta);
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
                double[] gamma = AngleStarts.interpolated(Arrays.copyOf(best, p));
                double[] beta = AngleStarts.interpolated(Arrays.copyOfRange(best, p, 2 * p));
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
                return simulator.scale();
            }

            @Override
            public double value(double[] x) {
                split(x);
                double exact = simulator.value(gamma, beta, monitor);
                return Double.isNaN(exact) ? exact : session.estimate(monitor.evaluations());
            }

            @Override
            public double valueAndGradient(double[] x, double[] gradient) {
                split(x);
                double value = simulator.gradient(gamma, beta, dGamma, dBeta, monitor);
                System.arraycopy(dGamma, 0, gradient, 0, p);
                System.arraycopy(dBeta, 0, gradient, p, p);
                return value;
            }

            private void split(double[] x) {
                System.arraycopy(x, 0, gamma, 0, p);
                System.arraycopy(x, p, beta, 0, p);
            }
        }
    }
}
