package org.shrinq.relax.lp;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.ModelEntity;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;
import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.Constraint;
import org.shrinq.qubo.run.Deadline;

/**
 * The linear relaxation by ojAlgo's simplex, which takes sparse models. Rows that its presolver takes out have no
 * multiplier, so that the bound is valid but may be below the value of x. Its presolver and factorisations ask no
 * deadline (143 s at a limit of 10 s were seen), so that it works {@linkplain Unattended unattended}.
 */
final class OjalgoLp {
    /**
     * Of the least time that is worth a start, for a factorisation, which asks no deadline: by the square of the number
     * of rows (measured: 0.6 s beyond the limit for 6,000 rows).
     */
    private static final double SECONDS_PER_SQUARE = 2e-8;

    /** And for writing the program out, by variables and entries (0.5 s for 90,000 variables). */
    private static final double SECONDS_PER_ENTRY = 3e-6;

    private OjalgoLp() {}

    /** The relaxation; empty when the solver fails or time runs out. */
    static Optional<ModelLp.Result> solve(BinaryModel model, Deadline deadline) {
        double seconds = deadline.remainingSeconds();
        double rowCount = model.constraints().size();
        double entries = model.size();
        for (Constraint c : model.constraints()) {
            entries += c.arity();
        }
        if (seconds < SECONDS_PER_SQUARE * rowCount * rowCount + SECONDS_PER_ENTRY * entries) {
            deadline.strike();
            return Optional.empty();
        }
        ExpressionsBasedModel lp = new ExpressionsBasedModel();
        if (seconds < 1e6) {
            lp.options.time_abort = Math.max(1, (long) (1000 * seconds));
        }
        Runnable stop = () -> {
            lp.options.time_abort = 0;
            lp.options.iterations_abort = 0;
        };
        return Unattended.call("shrinq-linear-relaxation", () -> solve(model, lp), stop, deadline);
    }

    private static Optional<ModelLp.Result> solve(BinaryModel model, ExpressionsBasedModel lp) {
        int n = model.size();
        double sign = model.sense().factor();
        Variable[] variables = new Variable[n];
        for (int i = 0; i < n; i++) {
            variables[i] = lp.newVariable("x" + i)
                    .lower(0)
                    .upper(1)
                    .weight(sign * model.objective().linear(i));
        }
        Map<Object, Integer> rows = new HashMap<>();
        List<Constraint> constraints = model.constraints();
        for (int k = 0; k < constraints.size(); k++) {
            Constraint c = constraints.get(k);
            Expression row = lp.newExpression("r" + k);
            for (int e = 0; e < c.arity(); e++) {
                row.add(variables[c.variable(e)], BigDecimal.valueOf(c.coefficient(e)));
            }
            if (c.isEquality()) {
                row.level(c.bound());
            } else {
                row.upper(c.bound());
            }
            rows.put("r" + k, k);
        }
        Optimisation.Result solved = lp.minimise();
        if (!solved.getState().isFeasible()) {
            return Optional.empty();
        }
        return Optional.of(result(model, solved, rows));
    }

    private static ModelLp.Result result(BinaryModel model, Optimisation.Result solved, Map<Object, Integer> rows) {
        double[] x = new double[model.size()];
        for (int i = 0; i < x.length; i++) {
            x[i] = Math.max(0, Math.min(1, solved.doubleValue(i)));
        }
        double[] duals = new double[model.constraints().size()];
        solved.getDualValues().forEach(entry -> {
            ModelEntity<?> entity = entry.getKey().left();
            Integer k = rows.get(entity.getName());
            if (k != null) {
                duals[k] += entry.doubleValue();
            }
        });
        ModelLp.Result plus = ModelLp.evaluate(model, x, duals, 1);
        ModelLp.Result minus = ModelLp.evaluate(model, x, duals, -1);
        return plus.bound() >= minus.bound() ? plus : minus;
    }
}
