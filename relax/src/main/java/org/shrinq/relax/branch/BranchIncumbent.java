package org.shrinq.relax.branch;

import org.shrinq.qubo.Bits;

/**
 * What a branch and bound knows of solutions from elsewhere, and where it puts its own as it finds them. Used by one
 * thread at a time.
 */
public interface BranchIncumbent {
    /**
     * Objective of the best feasible solution known, in the problem's own sense, or the worst value; it may get better
     * between two questions to the deadline.
     */
    double objective();

    /** Takes a feasible solution that is better than all that were known. */
    void found(Bits better);

    /** A solution of which only the objective is known, and which nobody else improves. */
    static BranchIncumbent of(double objective) {
        return new BranchIncumbent() {
            @Override
            public double objective() {
                return objective;
            }

            @Override
            public void found(Bits better) {
                // the result of the search holds the last one
            }
        };
    }
}
