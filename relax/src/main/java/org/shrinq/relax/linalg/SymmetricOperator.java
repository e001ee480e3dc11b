package org.shrinq.relax.linalg;

/** A symmetric linear map on ℝⁿ. */
@FunctionalInterface
public interface SymmetricOperator {
    /**
     * out = A·x.
     *
     * @param x not modified
     * @param out overwritten; never the same array as x
     */
    void apply(double[] x, double[] out);
}
