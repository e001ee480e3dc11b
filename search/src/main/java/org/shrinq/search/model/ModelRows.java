package org.shrinq.search.model;

import java.util.List;
import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.Constraint;

/** The typed constraints of a model as sparse rows, by row and by variable. Immutable. */
public final class ModelRows {
    public final int variables;
    public final int rows;
    public final int[] rowStart;
    public final int[] rowVariable;
    public final double[] rowCoefficient;
    public final int[] occurrenceStart;
    public final int[] occurrenceRow;
    public final double[] occurrenceCoefficient;
    public final double[] bound;
    public final double[] tolerance;
    public final boolean[] equality;
    /** Largest absolute coefficient of each row, at least a tiny positive number. */
    public final double[] scale;
    /** Rows in which every coefficient has the same absolute value. */
    public final boolean[] uniform;

    public ModelRows(BinaryModel model) {
        List<Constraint> constraints = model.constraints();
        variables = model.size();
        rows = constraints.size();
        rowStart = new int[rows + 1];
        occurrenceStart = new int[variables + 1];
        bound = new double[rows];
        tolerance = new double[rows];
        equality = new boolean[rows];
        scale = new double[rows];
        uniform = new boolean[rows];
        for (int c = 0; c < rows; c++) {
            Constraint constraint = constraints.get(c);
            rowStart[c + 1] = rowStart[c] + constraint.arity();
            bound[c] = constraint.bound();
            tolerance[c] = constraint.tolerance();
            equality[c] = constraint.isEquality();
            scale[c] = 1e-300;
            uniform[c] = true;
            for (int k = 0; k < constraint.arity(); k++) {
                occurrenceStart[constraint.variable(k) + 1]++;
                scale[c] = Math.max(scale[c], Math.abs(constraint.coefficient(k)));
                uniform[c] &= Math.abs(constraint.coefficient(k)) == Math.abs(constraint.coefficient(0));
            }
        }
        for (int v = 0; v < variables; v++) {
            occurrenceStart[v + 1] += occurrenceStart[v];
        }
        rowVariable = new int[rowStart[rows]];
        rowCoefficient = new double[rowStart[rows]];
        occurrenceRow = new int[rowStart[rows]];
        occurrenceCoefficient = new double[rowStart[rows]];
        int[] cursor = occurrenceStart.clone();
        for (int c = 0; c < rows; c++) {
            Constraint constraint = constraints.get(c);
            for (int k = 0; k < constraint.arity(); k++) {
                int v = constraint.variable(k);
                rowVariable[rowStart[c] + k] = v;
                rowCoefficient[rowStart[c] + k] = constraint.coefficient(k);
                occurrenceRow[cursor[v]] = c;
                occurrenceCoefficient[cursor[v]++] = constraint.coefficient(k);
            }
        }
    }

    /** Violation of a row with the given activity, as {@link Constraint#violation} measures it. */
    public double violation(int row, double activity) {
        double excess = activity - bound[row];
        double amount = equality[row] ? Math.abs(excess) : excess;
        return amount <= tolerance[row] ? 0 : amount;
    }

    /** True when x satisfies every row, summed from the coefficients. Not modified. */
    public boolean isFeasible(byte[] x) {
        for (int c = 0; c < rows; c++) {
            double sum = 0;
            for (int e = rowStart[c]; e < rowStart[c + 1]; e++) {
                if (x[rowVariable[e]] != 0) {
                    sum += rowCoefficient[e];
                }
            }
            if (violation(c, sum) > 0) {
                return false;
            }
        }
        return true;
    }
}
