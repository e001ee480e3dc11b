package org.shrinq.qubo.problem;

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
        List<Constraint> rows = inWholeNumbers(original.model().constraints());
        return rows.equals(original.model().constraints())
                ? NormalForm.unchanged(original)
                : new NormalForm(original, with(original, rows), Unit.ONE);
    }

    private static OtherRows with(Problem original, List<Constraint> rows) {
        return new OtherRows(
                original, new BinaryModel(original.sense(), original.model().objective(), rows));
    }

    /** The problem with a tolerance on every row that takes one; the problem itself where none does. */
    static Problem tolerant(Problem original, double tolerance) {
        List<Constraint> rows = tolerant(original.model().constraints(), tolerance);
        return rows.equals(original.model().constraints()) ? original : with(original, rows);
    }

    static List<Constraint> tolerant(List<Constraint> rows, double tolerance) {
        return rows.stream().map(c -> c.withTolerance(tolerance)).toList();
    }

    static List<Constraint> inWholeNumbers(List<Constraint> rows) {
        return rows.stream().flatMap(c -> c.inWholeNumbers().stream()).toList();
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
    public VariableTable variables() {
        return original.variables();
    }

    @Override
    public double objective(byte[] x) {
        return original.objective(x);
    }

    @Override
    public boolean isObjectiveIntegral() {
        return original.isObjectiveIntegral();
    }

    /** What it is, on one line. */
    @Override
    public String toString() {
        return ProblemText.of(this);
    }
}
