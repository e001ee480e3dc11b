package org.shrinq.shrink;

import java.util.Optional;

/** What decided an elimination. */
public enum EliminationRule {
    /** Fixed by the caller before shrinking. */
    GIVEN("given"),
    /** The strongest eligible correlation. */
    CORRELATION("correlation"),
    /** Marginals of the implicit phase of large assignment forms. */
    MARGINAL("marginal"),
    /** A facility of an assignment got its place, or was kept from one outside its block. */
    PLACEMENT("placement"),
    /** Follows from the constraints and the entries before it. */
    PROPAGATION("propagation"),
    /** Follows from both values of some variable, or contradicts one of them. */
    PROBING("probing"),
    /** |h_i| ≥ Σ_j |J_ij|. */
    PERSISTENCY("persistency"),
    /** |J_ij| ≥ Σ_{k≠j} |J_ik| + |h_i|. */
    DOMINANCE("dominance"),
    /** Set as in the witness because the budget demanded a step and no candidate was left. */
    WITNESS("witness"),
    /** A slack bit re-derived from the witness because the slack bits alone exceed the budget. */
    SLACK("slack"),
    /** The reverse of an earlier merge that the bound showed to be wrong. */
    BACKTRACK("backtrack");

    private final String id;

    EliminationRule(String id) {
        this.id = id;
    }

    /** The name in result files. */
    public String id() {
        return id;
    }

    public static Optional<EliminationRule> ofId(String id) {
        for (EliminationRule rule : values()) {
            if (rule.id.equals(id)) {
                return Optional.of(rule);
            }
        }
        return Optional.empty();
    }
}
