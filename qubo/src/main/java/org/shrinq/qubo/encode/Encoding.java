package org.shrinq.qubo.encode;

import java.util.Arrays;
import java.util.List;
import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.Constraint;
import org.shrinq.qubo.QuadraticForm;

/**
 * A binary model as a minimising quadratic form: f = ±objective + penalties, exactly ±objective on feasible points
 * under {@link InequalityEncoding#SLACK_BINARY} with the right slack, and always for one-hot and conflict constraints.
 * The first {@code model.size()} variables are the model's, slack variables and products follow.
 *
 * @param model what was encoded
 * @param form the QUBO, explicit or implicit
 * @param slacks slack bits per row, empty for slack-free encodings
 * @param products variables that stand for products of two others, none where the objective is quadratic
 * @param report penalty weights and what is known of them
 */
public record Encoding(
        BinaryModel model,
        QuadraticForm form,
        List<SlackVariables> slacks,
        List<ProductVariable> products,
        PenaltyReport report) {
    public Encoding {
        slacks = List.copyOf(slacks);
        products = List.copyOf(products);
    }

    /** Number of variables that are not the model's: slack bits and products. */
    public int slackCount() {
        return form.size() - model.size();
    }

    /** The model's variables of a QUBO state. */
    public Bits decode(Bits state) {
        return Bits.of(Arrays.copyOf(state.toArray(), model.size()));
    }

    /**
     * The QUBO state of lowest energy with the given model variables: slack bits are set to the unused capacity,
     * products to products.
     */
    public Bits encode(Bits x) {
        byte[] values = x.toArray();
        byte[] state = Arrays.copyOf(values, form.size());
        for (SlackVariables s : slacks) {
            Constraint row = model.constraints().get(s.constraint());
            s.set(state, (row.bound() - row.activity(values)) / s.unit());
        }
        for (ProductVariable y : products) {
            state[y.index()] = (byte) (values[y.first()] & values[y.second()]);
        }
        return Bits.of(state);
    }

    @Override
    public String toString() {
        return "Encoding[" + model.size() + " variables and " + (form.size() - model.size()) + " slack bits as " + form
                + "]";
    }
}
