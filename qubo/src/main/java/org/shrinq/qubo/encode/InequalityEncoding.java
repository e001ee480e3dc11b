package org.shrinq.qubo.encode;

import java.util.Optional;

/** How a row Σ w_i x_i ≤ c becomes part of a QUBO. Flags use {@link #id}. */
public enum InequalityEncoding {
    /**
     * Binary slack with bounded coefficients: μ (Σ w_i x_i + Σ_b d_b s_b − c)² with d = 1, 2, 4, … and a last
     * coefficient that makes the slack reach exactly [0, c − least activity]. Needs whole numbers.
     */
    SLACK_BINARY("slack-binary"),
    /** No slack: μ S (−a g + g²) with g = (c − Σ w_i x_i)/c (Montañez-Barrera et al. 2022, arXiv 2211.13914). */
    UNBALANCED("unbalanced"),
    /**
     * No slack: the multiplier λ_k ≥ 0 of the row, from a relaxation, enters the linear terms, λ_k (Σ w_i x_i − t_k),
     * plus μ S ((Σ w_i x_i − t_k)/c_k)² around the activity t_k of the relaxation.
     */
    LAGRANGIAN("lagrangian"),
    /** {@link #LAGRANGIAN} where multipliers are known, {@link #UNBALANCED} otherwise; the default. */
    SLACK_FREE("slack-free");

    private final String id;

    InequalityEncoding(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }

    public static Optional<InequalityEncoding> ofId(String id) {
        for (InequalityEncoding e : values()) {
            if (e.id.equals(id)) {
                return Optional.of(e);
            }
        }
        return Optional.empty();
    }
}
