package org.shrinq.quantum.qaoa;

import java.util.Arrays;
import org.shrinq.quantum.Evaluation;
import org.shrinq.quantum.ParameterSet;
import org.shrinq.quantum.QuantumOptions;
import org.shrinq.quantum.QuantumRun;
import org.shrinq.quantum.QuantumTask;
import org.shrinq.quantum.circuit.Circuit;
import org.shrinq.quantum.circuit.QaoaCircuit;
import org.shrinq.quantum.closedform.ClosedFormRun;
import org.shrinq.quantum.train.TrainingResult;
import org.shrinq.qubo.Ising;
import org.shrinq.qubo.Qubo;

/** The QAOA of Farhi, Goldstone and Gutmann 2014; of one layer also in closed form. */
final class SharedAngleQaoa extends StateVectorMethod {
    @Override
    public String id() {
        return "qaoa";
    }

    @Override
    public boolean evaluates(Evaluation evaluation) {
        return true;
    }

    @Override
    int extraBytesPerState() {
        return 0;
    }

    @Override
    public long bytesFor(Qubo qubo, QuantumOptions options) {
        return switch (options.evaluation()) {
            case STATE, MATRIX_PRODUCT -> super.bytesFor(qubo, options);
            case CLOSED_FORM, LIGHT_CONE -> ClosedFormRun.bytesFor(qubo);
        };
    }

    @Override
    public QuantumRun run(QuantumTask task) {
        return switch (task.options().evaluation()) {
            case STATE, MATRIX_PRODUCT -> super.run(task);
            case CLOSED_FORM -> ClosedFormRun.run(id(), task);
            case LIGHT_CONE -> LightConeRun.run(id(), task);
        };
    }

    @Override
    double[] spread(double[] shared, Ising ising, int layers) {
        return shared;
    }

    @Override
    ParameterSet named(double[] theta, Ising ising, int layers) {
        return ParameterSet.angles(Arrays.copyOf(theta, layers), Arrays.copyOfRange(theta, layers, 2 * layers));
    }

    @Override
    Trained train(Session session) {
        TrainingResult result = new SharedTraining(session.task(), session.ising(), session).run();
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
}
