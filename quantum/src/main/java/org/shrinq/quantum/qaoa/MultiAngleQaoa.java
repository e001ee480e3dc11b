package org.shrinq.quantum.qaoa;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.shrinq.quantum.ParameterSet;
import org.shrinq.quantum.QuantumTask;
import org.shrinq.quantum.TrainingPoint;
import org.shrinq.quantum.TrainingStop;
import org.shrinq.quantum.circuit.Angle;
import org.shrinq.quantum.circuit.Circuit;
import org.shrinq.quantum.circuit.GateKind;
import org.shrinq.quantum.statevector.QaoaSimulator;
import org.shrinq.quantum.train.Trainer;
import org.shrinq.quantum.train.TrainingFunction;
import org.shrinq.quantum.train.TrainingMonitor;
import org.shrinq.quantum.train.TrainingResult;
import org.shrinq.qubo.Ising;

/**
 * The multi-angle QAOA (Herrman et al. 2022): every term and every qubit has its own angle in every layer. Trained from
 * the shared angles that a third of the evaluations found, so that it never ends above the plain QAOA of that training.
 * {@code gamma} and {@code beta} are the layers' angles one after another, terms in the order fields by i, couplings by
 * (i, j).
 */
final class MultiAngleQaoa extends StateVectorMethod {
    @Override
    public String id() {
        return "ma-qaoa";
    }

    /** The currents, in double. */
    @Override
    int extraBytesPerState() {
        return Double.BYTES;
    }

    private static Angles layout(Ising ising, int layers) {
        int terms = Math.toIntExact(ising.couplings());
        for (int i = 0; i < ising.size(); i++) {
            terms += ising.linear(i) != 0 ? 1 : 0;
        }
        return new Angles(layers, terms, ising.size());
    }

    @Override
    double[] spread(double[] shared, Ising ising, int layers) {
        return layout(ising, layers).spread(shared);
    }

    @Override
    ParameterSet named(double[] theta, Ising ising, int layers) {
        Angles angles = layout(ising, layers);
        return ParameterSet.angles(flat(angles.gamma(theta)), flat(angles.beta(theta)));
    }

    @Override
    Trained train(Session session) {
        QuantumTask task = session.task();
        QaoaSimulator simulator = session.simulator();
        int evaluations = task.options().init().isTrained() ? task.options().maxEvaluations() : 0;
        SharedTraining first = new SharedTraining(task, session.ising(), session);
        TrainingResult shared = first.run(evaluations == 0 ? 0 : Math.max(1, evaluations / 3));
        Trainer trainer = Trainer.of(task.options().optimizer());
        int p = task.options().layers();
        Angles angles = new Angles(p, simulator.terms(), simulator.qubits());
        double[] start = angles.spread(shared.parameters());
        TrainingMonitor monitor = new TrainingMonitor(
                start,
                evaluations - shared.evaluations(),
                task.deadline(),
                task.options().optimizer().usesGradients() ? 0.4 : 1);
        Objective objective = new Objective(session, angles, monitor, shared.evaluations());
        TrainingStop reason = monitor.exhausted()
                ? shared.stop()
                : trainer.minimize(
                        objective, start, SharedTraining.STEP, monitor, task.streams().stream("multi-angle"));
        TrainingResult result = joined(shared, monitor.result(reason), start);
        double[][] gamma = angles.gamma(result.parameters());
        double[][] beta = angles.beta(result.parameters());
        return new Trained() {
            @Override
            public TrainingResult result() {
                return result;
            }

            @Override
            public ParameterSet parameters() {
                return ParameterSet.angles(flat(gamma), flat(beta));
            }

            @Override
            public double prepare() {
                return simulator.valueMulti(gamma, beta, () -> false);
            }
        };
    }

    /** The account of both parts; the shared angles stay best when the second part found nothing better. */
    private static TrainingResult joined(TrainingResult shared, TrainingResult multi, double[] start) {
        List<TrainingPoint> curve = new ArrayList<>(shared.curve());
        for (TrainingPoint point : multi.curve()) {
            double value = Math.min(point.objective(), shared.value());
            curve.add(new TrainingPoint(shared.evaluations() + point.evaluation(), value));
        }
        boolean better = multi.value() < shared.value();
        return new TrainingResult(
                better ? multi.parameters() : start,
                Math.min(multi.value(), shared.value()),
                shared.evaluations() + multi.evaluations(),
                multi.stop(),
                curve);
    }

    private static double[] flat(double[][] rows) {
        return Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
    }

    @Override
    public Circuit circuit(QuantumTask task, ParameterSet parameters) {
        Ising ising = task.qubo().toIsing();
        double scale = ising.maxAbsCoefficient() > 0 ? ising.maxAbsCoefficient() : 1;
        double[] gamma = parameters.get(ParameterSet.GAMMA);
        double[] beta = parameters.get(ParameterSet.BETA);
        int n = ising.size();
        int terms = gamma.length / (beta.length / n);
        Circuit.Builder b = Circuit.builder(n);
        for (int i = 0; i < n; i++) {
            b.add(GateKind.H, i);
        }
        for (int l = 0; l < beta.length / n; l++) {
            int[] term = {l * terms};
            for (int i = 0; i < n; i++) {
                if (ising.linear(i) != 0) {
                    b.add(GateKind.RZ, i, Angle.of(2 * gamma[term[0]++] * ising.linear(i) / scale));
                }
            }
            ising.forEachCoupling((i, j, c) -> b.add(GateKind.RZZ, i, j, Angle.of(2 * gamma[term[0]++] * c / scale)));
            for (int i = 0; i < n; i++) {
                b.add(GateKind.RX, i, Angle.of(2 * beta[l * n + i]));
            }
        }
        return b.build();
    }

    /** Layout of the parameter vector: per layer the terms' angles, then the qubits'. */
    private record Angles(int layers, int terms, int qubits) {
        int perLayer() {
            return terms + qubits;
        }

        double[] spread(double[] shared) {
            double[] all = new double[layers * perLayer()];
            for (int l = 0; l < layers; l++) {
                int from = l * perLayer();
                Arrays.fill(all, from, from + terms, shared[l]);
                Arrays.fill(all, from + terms, from + perLayer(), shared[layers + l]);
            }
            return all;
        }

        double[][] gamma(double[] all) {
            double[][] rows = new double[layers][];
            for (int l = 0; l < layers; l++) {
                rows[l] = Arrays.copyOfRange(all, l * perLayer(), l * perLayer() + terms);
            }
            return rows;
        }

        double[][] beta(double[] all) {
            double[][] rows = new double[layers][];
            for (int l = 0; l < layers; l++) {
                rows[l] = Arrays.copyOfRange(all, l * perLayer() + terms, (l + 1) * perLayer());
            }
            return rows;
        }

        void join(double[][] gamma, double[][] beta, double[] all) {
            for (int l = 0; l < layers; l++) {
                System.arraycopy(gamma[l], 0, all, l * perLayer(), terms);
                System.arraycopy(beta[l], 0, all, l * perLayer() + terms, qubits);
            }
        }
    }

    private static final class Objective implements TrainingFunction {
        private final Session session;
        private final QaoaSimulator simulator;
        private final Angles angles;
        private final TrainingMonitor monitor;
        private final int before;
        private final double[][] dGamma;
        private final double[][] dBeta;

        Objective(Session session, Angles angles, TrainingMonitor monitor, int before) {
            this.session = session;
            simulator = session.simulator();
            this.angles = angles;
            this.monitor = monitor;
            this.before = before;
            dGamma = new double[angles.layers][angles.terms];
            dBeta = new double[angles.layers][angles.qubits];
        }

        @Override
        public int dimension() {
            return angles.layers * angles.perLayer();
        }

        @Override
        public double unit() {
            return simulator.scale();
        }

        @Override
        public double value(double[] x) {
            double exact = exactValue(x);
            return Double.isNaN(exact) ? exact : session.estimate(before + monitor.evaluations());
        }

        @Override
        public double exactValue(double[] x) {
            return simulator.valueMulti(angles.gamma(x), angles.beta(x), monitor);
        }

        @Override
        public double valueAndGradient(double[] x, double[] gradient) {
            double value = simulator.gradientMulti(angles.gamma(x), angles.beta(x), dGamma, dBeta, monitor);
            angles.join(dGamma, dBeta, gradient);
            return value;
        }
    }
}
