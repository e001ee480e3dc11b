package org.shrinq.shrink;

import org.shrinq.shrink.contract.Step;

/**
 * One entry of the elimination log: z_i = sign · z_j (merge) or z_i = sign (fix), with the reason. Plain data;
 * variables are those of the encoded form, 0-based.
 *
 * @param kind fix or merge
 * @param i the variable that vanishes
 * @param j the variable that stays, −1 for a fix (vertex 0)
 * @param sign +1 or −1; a fix with +1 is x_i = 0, with −1 x_i = 1
 * @param rule what decided it
 * @param correlation the X_ij or X_0i in use, in [−1, 1]; 0 where the rule uses none
 * @param margin score of this candidate minus the score of the runner-up; 0 where there was none
 * @param risk the guard's estimate in [0, 1] of the constraints' room used up
 * @param proven true when the step cannot lose the optimum of what was left before it; false for a heuristic step
 */
public record Elimination(
        Kind kind,
        int i,
        int j,
        int sign,
        EliminationRule rule,
        double correlation,
        double margin,
        double risk,
        boolean proven) {
    /** The two shapes of a step. */
    public enum Kind {
        FIX("fix"),
        MERGE("merge");

        private final String id;

        Kind(String id) {
            this.id = id;
        }

        /** "fix" or "merge". */
        public String id() {
            return id;
        }
    }

    public Elimination {
        if ((kind == Kind.FIX) != (j == Step.GROUND)) {
            throw new IllegalArgumentException(kind + " with j = " + j);
        }
    }

    static Elimination of(Step step, EliminationRule rule, Evidence evidence, Proof proof) {
        return new Elimination(
                step.isFix() ? Kind.FIX : Kind.MERGE,
                step.i(),
                step.j(),
                step.sign(),
                rule,
                evidence.correlation(),
                evidence.margin(),
                evidence.risk(),
                proof == Proof.PROVEN);
    }

    /** Whether a step can lose the optimum. */
    enum Proof {
        PROVEN,
        HEURISTIC
    }

    /** The numbers that stand beside a step. */
    record Evidence(double correlation, double margin, double risk) {
        static final Evidence NONE = new Evidence(0, 0, 0);
    }

    /** The contraction step. */
    public Step step() {
        return new Step(i, j, sign);
    }

    /** For a fix, the value given to x_i. */
    public int value() {
        return sign > 0 ? 0 : 1;
    }
}
