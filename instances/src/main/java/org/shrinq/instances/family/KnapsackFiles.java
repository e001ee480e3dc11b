package org.shrinq.instances.family;

import java.util.Optional;
import org.shrinq.instances.text.Limits;
import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.Constraint;
import org.shrinq.qubo.problem.MultidimensionalKnapsack;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.qubo.problem.ProblemKind;

/** Multidimensional knapsacks: items that are packed. */
final class KnapsackFiles implements FileFamilies.Bundled<MultidimensionalKnapsack> {
    @Override
    public Class<MultidimensionalKnapsack> type() {
        return MultidimensionalKnapsack.class;
    }

    @Override
    public ProblemKind kind() {
        return ProblemKind.KNAPSACK;
    }

    @Override
    public double reach(MultidimensionalKnapsack problem) {
        double values = 0;
        for (int i = 0; i < problem.items(); i++) {
            values += Math.abs(problem.value(i));
        }
        double most = values;
        for (int row = 0; row < problem.rows(); row++) {
            double weights = 0;
            for (int i = 0; i < problem.items(); i++) {
                weights += problem.weight(row, i);
            }
            most = Math.max(most, weights);
        }
        return most;
    }

    @Override
    public String meaning(MultidimensionalKnapsack problem, String name, int i) {
        return "item " + (i + 1) + " is packed";
    }

    @Override
    public FromModel fromModel(Problem problem) {
        BinaryModel model = problem.model();
        Optional<String> obstacle = FileFamilies.obstacleToLinear(model);
        if (obstacle.isPresent()) {
            return FromModel.none(obstacle.get());
        }
        int m = model.constraints().size();
        if (24.0 * m * model.size() > 0.5 * Limits.ofThisJava().heapBytes()) {
            return FromModel.none("its " + m + " × " + model.size() + " weights would not fit into memory");
        }
        double[][] weights = new double[m][model.size()];
        double[] capacities = new double[m];
        for (int k = 0; k < m; k++) {
            Constraint row = model.constraints().get(k);
            capacities[k] = row.bound();
            for (int t = 0; t < row.arity(); t++) {
                weights[k][row.variable(t)] = row.coefficient(t);
                if (row.coefficient(t) < 0) {
                    return FromModel.none("constraint " + row.name() + " has a negative coefficient");
                }
            }
            if (row.isEquality()) {
                return FromModel.none("constraint " + row.name() + " is an equation");
            }
            if (row.bound() < 0) {
                return FromModel.none("constraint " + row.name() + " has a negative bound");
            }
        }
        return m == 0
                ? FromModel.none("it has no constraints")
                : FromModel.of(MultidimensionalKnapsack.of(
                        problem.name(), FileFamilies.linear(model.objective()), weights, capacities));
    }

    @Override
    public boolean listsSelected() {
        return true;
    }

    @Override
    public String extension() {
        return ".dat";
    }
}
