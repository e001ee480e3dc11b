package org.shrinq.relax.sdp;

/**
 * A lower bound of the minimum of a quadratic form over its 0/1 states.
 *
 * @param value the bound; −∞ when none was asked for
 * @param proof what it rests on
 */
public record SdpBound(double value, Proof proof) {
    /** What a bound rests on. */
    public enum Proof {
        /** Nothing was asked for. */
        NONE,
        /**
         * The sum of the sizes of all coefficients; holds always, and is all there is when the time did not suffice for
         * more.
         */
        COEFFICIENTS,
        /** A dual solution proven feasible by a Cholesky factorisation with a bound of its rounding error. */
        FACTORISED,
        /** A dual solution feasible but for a probability of 10⁻¹² (random-start Lanczos); no proof. */
        PROBABLE
    }

    static final SdpBound NONE = new SdpBound(Double.NEGATIVE_INFINITY, Proof.NONE);

    static SdpBound larger(SdpBound a, SdpBound b) {
        return b.value() > a.value() ? b : a;
    }

    /** True for a bound from a dual solution. */
    boolean isTight() {
        return proof == Proof.FACTORISED || proof == Proof.PROBABLE;
    }

    /** True when the bound holds for certain. */
    public boolean isProven() {
        return proof == Proof.COEFFICIENTS || proof == Proof.FACTORISED;
    }
}
