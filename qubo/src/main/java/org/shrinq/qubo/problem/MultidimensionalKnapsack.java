package org.shrinq.qubo.problem;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.Constraint;
import org.shrinq.qubo.LinearAtMost;
import org.shrinq.qubo.Qubo;
import org.shrinq.qubo.Sense;

/** Maximise Σ_i v_i x_i subject to Σ_i w_ki x_i ≤ c_k for k = 1 … m, all weights and capacities ≥ 0. */
public final class MultidimensionalKnapsack implements Problem {
    private final String name;
    private final double[] values;
    private final double[][] weights;
    private final double[] capacities;
    private final BinaryModel model;
    private @Nullable NormalForm normal;

    private MultidimensionalKnapsack(
            String name, double[] values, double[][] weights, double[] capacities, List<Constraint> rows) {
        this.name = name;
        this.values = values;
        this.weights = weights;
        this.capacities = capacities;
        Qubo.Builder objective = Qubo.builder(values.length);
        for (int i = 0; i < values.length; i++) {
            objective.addLinear(i, values[i]);
        }
        model = new BinaryModel(Sense.MAXIMIZE, objective.build(), rows);
    }

    /** Of rows with coefficients ≥ 0; weights and capacities are theirs. */
    private static MultidimensionalKnapsack of(String name, double[] values, List<Constraint> rows) {
        double[][] weights = new double[rows.size()][values.length];
        double[] capacities = new double[rows.size()];
        for (int k = 0; k < capacities.length; k++) {
            Constraint row = rows.get(k);
            capacities[k] = row.bound();
            for (int e = 0; e < row.arity(); e++) {
                weights[k][row.variable(e)] = row.coefficient(e);
            }
        }
        return new MultidimensionalKnapsack(name, values, weights, capacities, rows);
    }

    private static List<Constraint> rows(double[][] weights, double[] capacities, int items) {
        int[] all = new int[items];
        Arrays.setAll(all, i -> i);
        List<Constraint> rows = new ArrayList<>();
        for (int k = 0; k < capacities.length; k++) {
            rows.add(LinearAtMost.of("c" + (k + 1), all, weights[k], capacities[k]));
        }
        return rows;
    }

    /**
     * Arrays are copied.
     *
     * @param values v, length n
     * @param weights w, m rows of length n, entries ≥ 0
     * @param capacities c, length m, entries ≥ 0
     * @throws IllegalArgumentException for no item, wrong shapes, or negative or non-finite numbers
     */
    public static MultidimensionalKnapsack of(String name, double[] values, double[][] weights, double[] capacities) {
        NotEmpty.require(name, "items", values.length);
        if (weights.length != capacities.length) {
            throw new IllegalArgumentException(
                    weights.length + " weight rows but " + capacities.length + " capacities");
        }
        for (int k = 0; k < weights.length; k++) {
            if (weights[k].length != values.length) {
                throw new IllegalArgumentException(
                        "weight row " + (k + 1) + " has " + weights[k].length + " entries, expected " + values.length);
            }
            for (double w : weights[k]) {
                if (!(w >= 0) || Double.isInfinite(w)) {
                    throw new IllegalArgumentException("weight row " + (k + 1) + " holds " + w
                            + ". Maybe this is not a knapsack: enter it as a general binary model.");
                }
            }
            if (!(capacities[k] >= 0) || Double.isInfinite(capacities[k])) {
                throw new IllegalArgumentException("capacity " + (k + 1) + " is " + capacities[k]);
            }
        }
        for (double v : values) {
            if (!Double.isFinite(v)) {
                throw new IllegalArgumentException("a value is " + v);
            }
        }
        return new MultidimensionalKnapsack(
                name,
                values.clone(),
                Integrality.copy(weights),
                capacities.clone(),
                rows(weights, capacities, values.length));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public ProblemKind kind() {
        return ProblemKind.KNAPSACK;
    }

    /** Number of items n. */
    public int items() {
        return values.length;
    }

    /** Number of capacity rows m. */
    public int rows() {
        return capacities.length;
    }

    public double value(int item) {
        return values[item];
    }

    public double weight(int row, int item) {
        return weights[row][item];
    }

    public double capacity(int row) {
        return capacities[row];
    }

    @Override
    public BinaryModel model() {
        return model;
    }

    @Override
    public double objective(byte[] x) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            if (x[i] != 0) {
                sum += values[i];
            }
        }
        return sum;
    }

    @Override
    public boolean isObjectiveIntegral() {
        return Integrality.all(values);
    }

    @Override
    public Problem withTolerance(double tolerance) {
        List<Constraint> rows = OtherRows.tolerant(model.constraints(), tolerance);
        return rows.equals(model.constraints())
                ? this
                : new MultidimensionalKnapsack(name, values, weights, capacities, rows);
    }

    @Override
    public NormalForm normalForm() {
        NormalForm known = normal;
        if (known == null) {
            known = normalize();
            normal = known;
        }
        return known;
    }

    private NormalForm normalize() {
        Unit unit = Unit.of(numbers -> {
            for (double v : values) {
                numbers.accept(v, 1);
            }
        });
        List<Constraint> rows = new ArrayList<>();
        for (Constraint written : model.constraints()) {
            List<Constraint> row = written.inWholeNumbers();
            // one, or none where everything fits
            rows.add(row.isEmpty() ? LinearAtMost.of(written.name(), new int[0], new double[0], 0) : row.get(0));
        }
        return unit.exponent() == 0 && rows.equals(model.constraints())
                ? NormalForm.unchanged(this)
                : new NormalForm(this, of(name, unit.of(values), rows), unit);
    }

    /** What it is, on one line. */
    @Override
    public String toString() {
        return ProblemText.of(this);
    }
}
