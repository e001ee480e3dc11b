package org.shrinq.relax;

/**
 * A valid bound on the optimum in the problem's own sense: no feasible solution is greater when it is maximised, none
 * is smaller when it is minimised. ±∞ when nothing is known.
 *
 * @param kind where it comes from
 * @param value the bound
 */
public record Bound(BoundKind kind, double value) {
    public Bound {
        if (Double.isNaN(value)) {
            throw new IllegalArgumentException("a bound is not a number");
        }
    }

    /** "6313 (search)". */
    @Override
    public String toString() {
        return (value == Math.rint(value) && Math.abs(value) < 1e15
                        ? Long.toString((long) value)
                        : Double.toString(value))
                + " (" + kind.id() + ")";
    }
}
