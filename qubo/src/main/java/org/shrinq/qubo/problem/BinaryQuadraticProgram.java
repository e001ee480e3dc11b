package org.shrinq.qubo.problem;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.Constraint;
import org.shrinq.qubo.QuadraticForm;
import org.shrinq.qubo.Qubo;
import org.shrinq.qubo.Sense;

/**
 * Any binary model under a name: a plain QUBO when it has no constraints, a general constrained binary quadratic
 * program otherwise. Equal to another of the same name and model.
 */
public final class BinaryQuadraticProgram implements Problem {
    private final String name;
    private final BinaryModel model;
    private final VariableTable variables;
    private @Nullable NormalForm normal;

    /** A model whose variables are bits without names. */
    public BinaryQuadraticProgram(String name, BinaryModel model) {
        this(name, model, VariableTable.none());
    }

    /**
     * A model under a name.
     *
     * @param name short name of the instance
     * @param model the model
     * @param variables what the bits stand for; empty where they have no names
     */
    public BinaryQuadraticProgram(String name, BinaryModel model, VariableTable variables) {
        this.name = name;
        this.model = model;
        this.variables = variables;
    }

    /**
     * Nothing to decide: what exact reductions leave of a problem that they have solved. It has no variables, and
     * {@code Shrinq} does not take it.
     */
    public static BinaryQuadraticProgram nothing(String name, Sense sense) {
        return new BinaryQuadraticProgram(
                name, new BinaryModel(sense, Qubo.builder(0).build(), List.of()));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public BinaryModel model() {
        return model;
    }

    @Override
    public VariableTable variables() {
        return variables;
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
                : new BinaryQuadraticProgram(
                        name, new BinaryModel(model.sense(), model.objective(), rows, model.standIn()), variables);
    }

    @Override
    public Problem withWholeRows() {
        BinaryModel whole = model.inWholeNumbers();
        return whole == model ? this : new BinaryQuadraticProgram(name, whole, variables);
    }

    /** Implicit forms, and objectives with squares, are kept as they are. */
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
        QuadraticForm f = model.objective();
        List<Constraint> rows = OtherRows.inWholeNumbers(model.constraints());
        Unit unit = f instanceof Qubo ? Unit.of(Rounding.numbers(f)) : Unit.ONE;
        if (!model.squares().isEmpty() || (unit.exponent() == 0 && rows.equals(model.constraints()))) {
            return NormalForm.unchanged(this);
        }
        BinaryModel whole =
                new BinaryModel(model.sense(), unit.exponent() == 0 ? f : in(unit, f), rows, model.standIn());
        BinaryQuadraticProgram own = new BinaryQuadraticProgram(name, whole, variables);
        own.normal = NormalForm.unchanged(own);
        return new NormalForm(this, own, unit);
    }

    private static Qubo in(Unit unit, QuadraticForm f) {
        Qubo.Builder b = Qubo.builder(f.size()).addOffset(unit.of(f.offset()));
        for (int i = 0; i < f.size(); i++) {
            b.addLinear(i, unit.of(f.linear(i)));
        }
        f.forEachCoupling((i, j, c) -> b.add(i, j, unit.of(c)));
        return b.build();
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof BinaryQuadraticProgram p
                && p.name.equals(name)
                && p.model.equals(model)
                && p.variables.equals(variables);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, model, variables);
    }

    /** What it is, on one line. */
    @Override
    public String toString() {
        return ProblemText.of(this);
    }
}
