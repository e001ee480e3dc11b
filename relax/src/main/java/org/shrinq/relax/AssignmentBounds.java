package org.shrinq.relax;

import org.shrinq.qubo.problem.QuadraticAssignment;
import org.shrinq.relax.assignment.DualAscent;
import org.shrinq.relax.assignment.GilmoreLawler;

/** Gilmore-Lawler and dual ascent. */
final class AssignmentBounds implements BoundFamily<QuadraticAssignment> {
    @Override
    public Class<QuadraticAssignment> type() {
        return QuadraticAssignment.class;
    }

    /** 0 where nothing is negative. */
    @Override
    public double trivial(QuadraticAssignment qap) {
        return isNonNegative(qap) ? 0 : Double.NEGATIVE_INFINITY;
    }

    private static boolean isNonNegative(QuadraticAssignment qap) {
        for (int i = 0; i < qap.order(); i++) {
            for (int a = 0; a < qap.order(); a++) {
                if (qap.flow(i, a) < 0 || qap.distance(i, a) < 0 || qap.linear(i, a) < 0) {
                    return false;
                }
            }
        }
        return true;
    }

    @Override
    public void bound(QuadraticAssignment qap, BoundList bounds) {
        bounds.add(BoundKind.GILMORE_LAWLER, GilmoreLawler.bound(qap).bound());
        boolean large = qap.order() > DualAscent.MOST;
        if (!bounds.isLeftOut(BoundKind.DUAL_ASCENT, large, "needs n^4 memory, n is " + qap.order())) {
            bounds.add(
                    BoundKind.DUAL_ASCENT,
                    DualAscent.run(qap, 200, Double.POSITIVE_INFINITY, bounds.deadline())
                            .bound());
        }
    }
}
