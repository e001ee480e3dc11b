package org.shrinq.qubo.problem;

import java.util.List;
import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.Constraint;
import org.shrinq.qubo.QuadraticForm;
import org.shrinq.qubo.Qubo;
import org.shrinq.qubo.Sense;

/**
 * Any binary model under a name: a plain QUBO when it has no constraints, a general constrained binary quadratic program
 * otherwise.
 *
 * @param name short name of the instance
 * @param model the model
 * @param variables what the bits stand for; empty where they have no names
 */
public record BinaryQuadraticProgram(String name, BinaryModel model, VariableTable variables) implements Problem {
    /** A model whose variables are bits without names. */
    public BinaryQuadraticProgram(String name, BinaryModel model) {
        this(name, model, VariableTable.none());
    }

    /** Nothing to decide: what exact reductions leave of a problem that they have solved. It has no variables, and {@code Shrinq} does not take it. */
    public static BinaryQuadraticProgram nothing(String name, Sense sense) {
        return new BinaryQuadraticProgram(
                name, new BinaryModel(sense, Qubo.builder(0).build(), List.of()));
    }

    @Override
    public ProblemKind kind() {
        return ProblemKind.BINARY_QUADRATIC;
    }

    @Override
    public double objective(byte[] x) {
        return model.value(x);
    }

    @Override
    public boolean isObjectiveIntegral() {
        QuadraticForm f = model.objective();
        if (!Integrality.all(f.offset())) {
            return false;
        }
        boolean[] integral = {true};
        for (int i = 0; i < f.size(); i++) {
            integral[0] &= Integrality.all(f.linear(i));
        }
        f.forEachCoupling((i, j, c) -> integral[0] &= Integrality.all(c));
        return integral[0];
    }

    @Override
    public Problem withTolerance(double tolerance) {
        List<Constraint> rows = OtherRows.tolerant(model.constraints(), tolerance);
        return rows.equals(model.constraints())
                ? this
                : new BinaryQuadraticProgram(name, new BinaryModel(model.sense(), model.objective(), rows), variables);
    }

    /** Implicit forms keep their objective as it is. */
    @Override
    public NormalForm normalForm() {
        QuadraticForm f = model.objective();
        List<Constraint> rows = OtherRows.inWholeNumbers(model.constraints());
        Unit unit = f instanceof Qubo ? Unit.of(Rounding.numbers(f)) : Unit.ONE;
        if (unit.exponent() == 0 && rows.equals(model.constraints())) {
            return NormalForm.unchanged(this);
        }
        BinaryModel whole = new BinaryModel(model.sense(), unit.exponent() == 0 ? f : in(unit, f), rows);
        return new NormalForm(this, new BinaryQuadraticProgram(name, whole, variables), unit);
    }

    private static Qubo in(Unit unit, QuadraticForm f) {
        Qubo.Builder b = Qubo.builder(f.size()).addOffset(unit.of(f.offset()));
        for (int i = 0; i < f.size(); i++) {
            b.addLinear(i, unit.of(f.linear(i)));
        }
        f.forEachCoupling((i, j, c) -> b.add(i, j, unit.of(c)));
        return b.build();
    }

    /** What it is, on one line. */
    @Override
    public String toString() {
        return ProblemText.of(this);
    }
}
