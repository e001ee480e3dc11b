package org.shrinq.quantum.ansatz;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.shrinq.quantum.QuantumTask;
import org.shrinq.quantum.StringTable;
import org.shrinq.quantum.circuit.Amplitudes;
import org.shrinq.quantum.circuit.Evolution;
import org.shrinq.quantum.circuit.Operator;

/**
 * QAOA among the strings of a table with partial mixers (Hadfield, Wang, O'Gorman, Rieffel, Venturelli, Biswas 2019, on
 * permutations): from their uniform superposition, p times exp(−iγC) and, one after the other, exp(−iβw_e·T_e) for
 * every exchange e. One amplitude a string; simulated only.
 */
final class ExchangeFamily {
    private ExchangeFamily() {}

    /** @throws IllegalArgumentException when the table of the task has no exchanges */
    static DiagonalMethod.Family of(QuantumTask task, Scaling scaling) {
        StringTable table = task.strings().orElseThrow();
        if (table.exchanges().isEmpty()) {
            throw new IllegalArgumentException("the strings have no exchanges. Maybe --method grover-qaoa.");
        }
        double[] energies = new double[table.size()];
        Arrays.setAll(energies, table::energy);
        double[] values = DiagonalModel.centred(energies, task);
        for (int k = 0; k < values.length; k++) {
            values[k] /= scaling.scale();
        }
        DiagonalModel model = new DiagonalModel(
                evolution(table, values, task.options().layers()),
                (k, random) -> table.string(k),
                energies,
                values,
                task,
                DiagonalModel.Target.ENERGY,
                scaling.scale());
        return new AngleFamily(() -> model, task.options(), Optional.empty(), 0.75, 2);
    }

    static Evolution evolution(StringTable table, double[] values, int layers) {
        List<Operator> operators = new ArrayList<>();
        for (int l = 0; l < layers; l++) {
            operators.add(new PhaseOperator(values, l));
            for (StringTable.Exchange e : table.exchanges()) {
                operators.add(new ExchangeOperator(e.partner(), e.weight(), layers + l));
            }
        }
        return new Evolution(Amplitudes.uniform(table.size()), operators, 2 * layers);
    }
}
