package org.shrinq.shrink.contract;

import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * Two exact rules that look at one vertex of an Ising form: first-order persistency, |h_i| ≥ Σ_j |J_ij| ⇒ z_i =
 * −sign(h_i) in some minimiser, and dominance, |J_ij| ≥ Σ_{k≠j} |J_ik| + |h_i| ⇒ z_i = −sign(J_ij) z_j in some
 * minimiser. O(degree) each.
 */
public final class LocalRules {
    private LocalRules() {}

    /** The fix that persistency allows; x_i = 0 where both values are as good. */
    public static Optional<Step> persistency(Contraction form, int i) {
        double field = form.field(i);
        return Math.abs(field) >= form.strength(i) ? Optional.of(Step.fix(i, field > 0 ? 1 : 0)) : Optional.empty();
    }

    /**
     * The merge that dominance allows, into the strongest partner (the first of equal ones).
     *
     * @param partners which vertices i may be merged into
     */
    public static Optional<Step> dominance(Contraction form, int i, IntPredicate partners) {
        double strength = 0;
        double strongest = 0;
        int partner = -1;
        IntDoubleMap row = form.row(i);
        for (int s = 0; s < row.slots(); s++) {
            int k = row.keyAt(s);
            if (k < 0) {
                continue;
            }
            double size = Math.abs(row.valueAt(s));
            strength += size;
            if (size > strongest || (size == strongest && k < partner)) {
                strongest = size;
                partner = k;
            }
        }
        boolean holds =
                partner >= 0 && partners.test(partner) && strongest >= strength - strongest + Math.abs(form.field(i));
        return holds ? Optional.of(Step.merge(i, partner, row.get(partner, 0) > 0 ? -1 : 1)) : Optional.empty();
    }
}
