package org.shrinq.qubo.encode;

import java.util.ArrayList;
import java.util.List;
import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.BoundedCode;
import org.shrinq.qubo.Constraint;
import org.shrinq.qubo.LinearAtMost;

/** Lays out the slack bits of every capacity row of a model. */
final class SlackPlan {
    /** Ranges beyond this would need more slack bits than any simulator or device has. */
    private static final double MAX_RANGE = 1L << 50;

    private SlackPlan() {}

    /** One entry per {@link LinearAtMost} in the model's order; the first slack variable is {@code first}. */
    static List<SlackVariables> plan(BinaryModel model, int first) {
        List<SlackVariables> slacks = new ArrayList<>();
        int next = first;
        for (int c = 0; c < model.constraints().size(); c++) {
            Constraint row = model.constraints().get(c);
            if (!(row instanceof LinearAtMost)) {
                continue;
            }
            if (!Rows.isIntegral(row)) {
                throw new EncodingException("constraint " + row.name()
                        + " has coefficients that are not whole numbers, which binary slack cannot reach exactly. "
                        + "Maybe scale the row, or use the slack-free encoding.");
            }
            double unit = Rows.unit(row);
            double least = 0;
            for (int k = 0; k < row.arity(); k++) {
                least += Math.min(0, row.coefficient(k));
            }
            double range = Math.floor(row.bound() / unit) - least / unit;
            if (range > MAX_RANGE) {
                throw new EncodingException("constraint " + row.name() + " needs slack up to " + range
                        + ". Maybe use the slack-free encoding.");
            }
            SlackVariables s =
                    new SlackVariables(c, next, unit, BoundedCode.coefficients(Math.floor(Math.max(0, range))));
            slacks.add(s);
            next += s.count();
        }
        return slacks;
    }
}
