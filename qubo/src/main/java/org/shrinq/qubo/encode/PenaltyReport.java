package org.shrinq.qubo.encode;

import java.util.List;
import org.shrinq.qubo.text.Brief;

/**
 * The per-constraint account of an encoding.
 *
 * @param penalties one entry per encoded constraint, in the model's order
 * @param coefficientRange largest over smallest non-zero |coefficient| of the QUBO, 1 for a constant
 */
public record PenaltyReport(List<ConstraintPenalty> penalties, double coefficientRange) {
    /** Ranges above this are reported as a warning: no device resolves them. */
    public static final double RANGE_WARNING = 1e6;

    public PenaltyReport {
        penalties = List.copyOf(penalties);
    }

    public boolean isRangeWarning() {
        return coefficientRange > RANGE_WARNING;
    }

    /** True when every constraint's weight is certified. */
    public boolean isExact() {
        return penalties.stream().allMatch(p -> p.certificate().isExact());
    }

    @Override
    public String toString() {
        return Brief.of(this);
    }
}
