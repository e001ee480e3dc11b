package org.shrinq.cpsat;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import com.google.ortools.sat.Literal;
import java.util.List;
import org.shrinq.qubo.AtMostOne;
import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.Conflict;
import org.shrinq.qubo.Constraint;
import org.shrinq.qubo.ExactlyOne;
import org.shrinq.qubo.QuadraticForm;
import org.shrinq.qubo.problem.FamilyTable;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.solver.RefusedException;

/**
 * A problem as CP-SAT takes it: whole coefficients, and one more variable y = x_i·x_j for every product of the
 * objective. Only the half of y = x_i·x_j that the objective pulls against is written: y ≤ x_i, y ≤ x_j where more is
 * better, y ≥ x_i + x_j − 1 where less is.
 */
final class CpSatModel {
    private static final FamilyTable<CpSatFamily<?>> TABLE =
            FamilyTable.of(CpSatFamily.class, List.of(new MarketShareModel(), new AnyModel()));

    private static final long MOST_PRODUCTS = 1_000_000;

    final CpModel model = new CpModel();
    final BoolVar[] x;
    /** Units of CP-SAT per unit of the problem; negative for what is maximised. */
    private final double factor;

    private final double offset;

    CpSatModel(int size, double factor, double offset) {
        this.factor = factor;
        this.offset = offset;
        this.x = new BoolVar[size];
        for (int i = 0; i < x.length; i++) {
            x[i] = model.newBoolVar("x" + i);
        }
    }

    /** @throws RefusedException for coefficients that no power of ten makes whole, or too many products */
    static CpSatModel of(Problem problem) {
        return of(TABLE.of(problem), problem);
    }

    private static <P extends Problem> CpSatModel of(CpSatFamily<P> row, Problem problem) {
        return row.model(row.type().cast(problem));
    }

    private static CpSatModel quadratic(BinaryModel source) {
        QuadraticForm form = source.objective();
        if (form.couplings() > MOST_PRODUCTS) {
            throw new RefusedException("cp-sat takes at most " + MOST_PRODUCTS
                    + " products of variables; this objective has " + form.couplings());
        }
        IntegerScale scale = new IntegerScale();
        for (int i = 0; i < form.size(); i++) {
            scale.with(form.linear(i));
        }
        form.forEachCoupling((i, j, c) -> scale.with(c));
        int sign = source.sense().factor();
        CpSatModel result = new CpSatModel(source.size(), sign * factor(scale, "the objective"), form.offset());
        source.constraints().forEach(result::add);
        result.model.minimize(result.sum(form));
        return result;
    }

    static double factor(IntegerScale scale, String of) {
        return scale.factor()
                .orElseThrow(() -> new RefusedException("cp-sat works with whole numbers, and " + of
                        + " has coefficients with more than nine decimals, or too large ones"));
    }

    private void add(Constraint c) {
        if (c instanceof AtMostOne || c instanceof Conflict) {
            model.addAtMostOne(literals(c));
        } else if (c instanceof ExactlyOne) {
            model.addExactlyOne(literals(c));
        } else {
            addRow(c);
        }
    }

    private Literal[] literals(Constraint c) {
        Literal[] literals = new Literal[c.arity()];
        for (int k = 0; k < literals.length; k++) {
            literals[k] = x[c.variable(k)];
        }
        return literals;
    }

    private void addRow(Constraint c) {
        IntegerScale scale = new IntegerScale();
        for (int k = 0; k < c.arity(); k++) {
            scale.with(c.coefficient(k));
        }
        if (c.isEquality()) {
            scale.with(c.bound());
        }
        double f = factor(scale, "constraint " + c.name());
        LinearExprBuilder sum = LinearExpr.newBuilder();
        for (int k = 0; k < c.arity(); k++) {
            sum.addTerm(x[c.variable(k)], IntegerScale.units(c.coefficient(k), f));
        }
        if (c.isEquality()) {
            model.addEquality(sum, IntegerScale.units(c.bound(), f));
        } else {
            model.addLessOrEqual(sum, (long) Math.floor((c.bound() + c.tolerance()) * f));
        }
    }

    private LinearExprBuilder sum(QuadraticForm form) {
        LinearExprBuilder sum = LinearExpr.newBuilder();
        for (int i = 0; i < x.length; i++) {
            long units = IntegerScale.units(form.linear(i), factor);
            if (units != 0) {
                sum.addTerm(x[i], units);
            }
        }
        form.forEachCoupling((i, j, c) -> {
            long units = IntegerScale.units(c, factor);
            BoolVar y = model.newBoolVar("");
            if (units < 0) {
                model.addImplication(y, x[i]);
                model.addImplication(y, x[j]);
            } else {
                model.addBoolOr(new Literal[] {x[i].not(), x[j].not(), y});
            }
            sum.addTerm(y, units);
        });
        return sum;
    }

    void hint(Bits start) {
        for (int i = 0; i < x.length; i++) {
            model.addHint(x[i], start.get(i));
        }
    }

    /** A value of CP-SAT's objective in the problem's own sense and unit. */
    double value(double minimised) {
        return minimised / factor + offset;
    }

    /** Problems of which the model alone is asked. */
    private static final class AnyModel implements CpSatFamily<Problem> {
        @Override
        public Class<Problem> type() {
            return Problem.class;
        }

        @Override
        public CpSatModel model(Problem problem) {
            return quadratic(problem.model());
        }
    }
}
