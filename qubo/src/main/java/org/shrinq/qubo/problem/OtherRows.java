package org.shrinq.qubo.problem;

import java.util.ArrayList;
import java.util.List;
import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.Constraint;

/** Any problem with other rows over the same variables, and its objective as it is. */
final class OtherRows implements Problem {
    private final Problem original;
    private final BinaryModel model;

    private OtherRows(Problem original, BinaryModel model) {
        this.original = original;
        this.model = model;
    }

    static NormalForm normalForm(Problem original) {
        Rows rows = rows(original.model().constraints());
        if (rows.constraints.equals(original.model().constraints())) {
            return NormalForm.unchanged(original);
        }
        BinaryModel model =
                new BinaryModel(original.sense(), original.model().objective(), rows.constraints);
        return new NormalForm(original, new OtherRows(original, model), Unit.ONE, rows.same);
    }

    /** The problem with a tolerance on every row that takes one; the problem itself where none does. */
    static Problem tolerant(Problem original, double tolerance) {
        List<Constraint> rows = tolerant(original.model().constraints(), tolerance);
        return rows.equals(original.model().constraints())
                ? original
                : new OtherRows(
                        original,
                        new BinaryModel(original.sense(), original.model().objective(), rows));
    }

    static List<Constraint> tolerant(List<Constraint> rows, double tolerance) {
        return rows.stream().map(c -> c.withTolerance(tolerance)).toList();
    }

    /** Constraints in whole numbers. */
    record Rows(List<Constraint> constraints, boolean same) {}

    static Rows rows(List<Constraint> constraints) {
        List<Constraint> whole = new ArrayList<>(constraints.size());
        boolean same = true;
        for (Constraint c : constraints) {
            Constraint.Whole rows = c.inWholeNumbers();
            whole.addAll(rows.constraints());
            same &= rows.same();
        }
        return new Rows(whole, same);
    }

    @Override
    public String name() {
        return original.name();
    }

    @Override
    public ProblemKind kind() {
        return original.kind();
    }

    @Override
    public BinaryModel model() {
        return model;
    }

    @Override
    public double objective(byte[] x) {
        return original.objective(x);
    }

    @Override
    public boolean isObjectiveIntegral() {
        return original.isObjectiveIntegral();
    }
}
