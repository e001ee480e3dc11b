package org.shrinq.quantum.train;

/**
 * A function of real parameters to be minimised; may keep state between calls, so that one thread uses it at a time.
 */
public interface TrainingFunction {
    int dimension();

    /**
     * The value at x, exact or estimated from shots.
     *
     * @param x not modified
     * @return NaN when {@link TrainingMonitor#getAsBoolean} stopped the evaluation
     */
    double value(double[] x);

    /**
     * The exact value and gradient at x.
     *
     * @param x not modified
     * @param gradient overwritten
     * @return NaN when stopped
     * @throws UnsupportedOperationException where there is no gradient
     */
    double valueAndGradient(double[] x, double[] gradient);

    /**
     * The value that {@link #valueAndGradient} gives, without the gradient.
     *
     * @param x not modified
     * @return NaN when stopped
     */
    default double exactValue(double[] x) {
        return valueAndGradient(x, new double[dimension()]);
    }

    /** The size of a change of the value that matters: tolerances are in this unit. */
    double unit();
}
