package org.shrinq.qubo.encode;

import java.util.Optional;

/**
 * Choices of an encoding.
 *
 * @param inequality how capacity rows are encoded
 * @param penalty how penalty weights are chosen
 * @param unbalancedLinear a of the unbalanced penalty, 0.1 by default
 * @param hints what a relaxation knows of the rows; needed by {@link InequalityEncoding#LAGRANGIAN}
 */
public record EncodingOptions(
        InequalityEncoding inequality, PenaltyPolicy penalty, double unbalancedLinear, Optional<LinearHints> hints) {
    public static EncodingOptions defaults() {
        return new EncodingOptions(InequalityEncoding.SLACK_FREE, PenaltyPolicy.auto(), 0.1, Optional.empty());
    }

    public EncodingOptions withInequality(InequalityEncoding value) {
        return new EncodingOptions(value, penalty, unbalancedLinear, hints);
    }

    public EncodingOptions withPenalty(PenaltyPolicy value) {
        return new EncodingOptions(inequality, value, unbalancedLinear, hints);
    }

    public EncodingOptions withHints(LinearHints value) {
        return new EncodingOptions(inequality, penalty, unbalancedLinear, Optional.of(value));
    }
}
