package org.shrinq.relax.theta;

/**
 * Choices of the theta bound.
 *
 * @param number which number bounds the independent sets
 * @param goal when to stop
 * @param gap relative difference between the bound and the primal value at which a component is done
 * @param maxIterations most iterations per component
 */
public record ThetaOptions(Number number, Goal goal, double gap, int maxIterations) {
    /** Which number. */
    public enum Number {
        /** Lovász (1979): X_ij = 0 on edges. */
        LOVASZ,
        /** Schrijver (1979): X_ij ≥ 0 besides; at most Lovász's, rarely by much. */
        SCHRIJVER
    }

    /** When to stop. */
    public enum Goal {
        /** At the gap. */
        VALUE,
        /**
         * With whole weights at the gap, or as soon as rounding the component's bound down cannot be expected to give
         * less; the total is the sum of what is rounded down.
         */
        WHOLE
    }

    public ThetaOptions {
        if (!(gap > 0) || maxIterations < 1) {
            throw new IllegalArgumentException("gap " + gap + ", " + maxIterations + " iterations");
        }
    }

    /** Lovász's number to be rounded down, gap 10⁻⁵, at most 3000 iterations. */
    public static ThetaOptions defaults() {
        return new ThetaOptions(Number.LOVASZ, Goal.WHOLE, 1e-5, 3000);
    }

    public ThetaOptions withNumber(Number value) {
        return new ThetaOptions(value, goal, gap, maxIterations);
    }

    public ThetaOptions withGoal(Goal value, double relativeGap) {
        return new ThetaOptions(number, value, relativeGap, maxIterations);
    }

    public ThetaOptions withMaxIterations(int value) {
        return new ThetaOptions(number, goal, gap, value);
    }
}
