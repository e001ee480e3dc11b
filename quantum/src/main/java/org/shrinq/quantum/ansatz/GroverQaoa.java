package org.shrinq.quantum.ansatz;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.shrinq.quantum.Evaluation;
import org.shrinq.quantum.QuantumTask;
import org.shrinq.quantum.circuit.Amplitudes;
import org.shrinq.quantum.circuit.Evolution;
import org.shrinq.quantum.circuit.Operator;

/**
 * Grover-mixer QAOA (Bärtschi and Eidenbenz 2020): from the uniform superposition |F⟩ of the feasible strings, p times
 * exp(−iγH) and exp(−iβ|F⟩⟨F|). All strings of one energy keep one amplitude, so that the state has as many entries as
 * there are different energies (Headley and Wilhelm 2023). Feasible are the strings that the task's groups and
 * predicate accept, all if it has neither, or those of the task's table, where it has one: γ is in units of the
 * standard deviation of their energies then. The circuit would need a preparation of |F⟩; it is simulated only.
 */
final class GroverQaoa extends DiagonalMethod {
    @Override
    public String id() {
        return "grover-qaoa";
    }

    /** It has no circuit that could run otherwise than as a state. */
    @Override
    public boolean evaluates(Evaluation evaluation) {
        return evaluation == Evaluation.STATE;
    }

    @Override
    String lessMemory() {
        return "fewer qubits, method qaoa";
    }

    /** The feasible ones alone. */
    @Override
    public boolean asksForAllStrings() {
        return false;
    }

    @Override
    Family family(QuantumTask task, Scaling scaling) {
        Levels levels = Levels.of(task);
        long[] strings = levels.strings();
        Optional<double[]> table = DiagonalModel.observed(task, strings.length, k -> strings[k]);
        double[] values =
                table.map(t -> meansByLevel(levels, t)).orElseGet(() -> DiagonalModel.centred(levels.energy(), task));
        for (int l = 0; l < values.length; l++) {
            values[l] /= scaling.scale();
        }
        DiagonalModel model = new DiagonalModel(
                evolution(levels, scaling, task.options().layers()),
                levels::draw,
                levels.energy(),
                values,
                task,
                table.isPresent() ? DiagonalModel.Target.OBSERVABLE : DiagonalModel.Target.ENERGY,
                scaling.scale());
        return new AngleFamily(() -> model, task.options(), Optional.empty(), 0.75, 2, 4);
    }

    /** The state knows only levels: an observable counts with its mean over a level. */
    private static double[] meansByLevel(Levels levels, double[] table) {
        double[] means = new double[levels.size()];
        for (int l = 0; l < means.length; l++) {
            for (int k = levels.start()[l]; k < levels.start()[l + 1]; k++) {
                means[l] += table[k];
            }
            means[l] /= levels.multiplicity(l);
        }
        return means;
    }

    static Evolution evolution(Levels levels, Scaling scaling, int layers) {
        double[] phases = new double[levels.size()];
        for (int l = 0; l < phases.length; l++) {
            phases[l] = (levels.energy()[l] - levels.energy()[0]) / scaling.scale();
        }
        double[] uniform = levels.uniform();
        List<Operator> operators = new ArrayList<>();
        for (int l = 0; l < layers; l++) {
            operators.add(new PhaseOperator(phases, l));
            operators.add(new GroverOperator(uniform, layers + l));
        }
        Amplitudes start = Amplitudes.zeros(uniform.length);
        System.arraycopy(uniform, 0, start.re(), 0, uniform.length);
        return new Evolution(start, operators, 2 * layers);
    }
}
