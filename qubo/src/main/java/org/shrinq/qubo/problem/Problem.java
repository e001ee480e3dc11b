package org.shrinq.qubo.problem;

import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.Sense;

/**
 * A named problem. A new one is added by a class that describes its {@link BinaryModel}: encoders, penalties, guard,
 * propagation, verification, generic repair and local search work on that. Immutable.
 */
public interface Problem {
    /** Short name of the instance, such as "nug12". */
    String name();

    ProblemKind kind();

    /** Number of binary variables. */
    default int size() {
        return model().size();
    }

    default Sense sense() {
        return model().sense();
    }

    /** The binary model; the same object on every call. */
    BinaryModel model();

    /**
     * The variables by the names that a model gives them, and the bits that write them; empty where there are no names.
     */
    default VariableTable variables() {
        return VariableTable.none();
    }

    /** {@link #variables}, with "x1", "x2", … for the bits where there are no names. */
    default VariableTable namedVariables() {
        return variables().isEmpty() ? VariableTable.numbered(size()) : variables();
    }

    /**
     * The natural objective of x in this problem's own sense, from the problem's own data. Equal to
     * {@code model().value(x)} on feasible x, except where a class says that its model's objective is a stand-in.
     */
    double objective(byte[] x);

    /**
     * This problem in numbers that doubles add up exactly, as far as there are such: what algorithms work on, so that
     * neither the scale of the objective nor that of a row changes what they do. The same object on every call for the
     * named problems.
     *
     * <p>For other problems the rows alone are brought into whole numbers.
     */
    default NormalForm normalForm() {
        return OtherRows.normalForm(this);
    }

    /**
     * This problem with rows that may be missed by up to {@code tolerance}, which is cut to a quarter of each row's
     * smallest coefficient; this object itself where no row takes one. Groups, conflicts and whole problems without
     * linear rows are always held exactly.
     */
    default Problem withTolerance(double tolerance) {
        return OtherRows.tolerant(this, tolerance);
    }

    /**
     * This problem with rows in whole numbers as far as there are such, the same x being feasible and the objective as
     * it is; of the same class. This object where rows are whole, and for problems of other classes.
     */
    default Problem withWholeRows() {
        return this;
    }

    /**
     * How far a sum of doubles may be from the objective that it stands for: 0 where {@link #isObjectiveIntegral} and
     * sums stay below 2⁵³, else a bound on the rounding, terms · 2⁻⁵² · Σ|coefficient|. Objectives closer than that are
     * not told apart.
     */
    default double objectiveRounding() {
        return Rounding.of(this, Rounding.numbers(model().objective()));
    }

    /** True when the objective of every feasible x is a whole number, so that bounds may be rounded. */
    boolean isObjectiveIntegral();

    /**
     * False where the model's quadratic objective is not the problem's, so that bounds and reductions of the model
     * prove nothing.
     */
    default boolean hasExactModel() {
        return model().isExact();
    }
}
