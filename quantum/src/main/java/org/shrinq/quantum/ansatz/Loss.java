package org.shrinq.quantum.ansatz;

/** A real function of circuit parameters with its exact gradient. */
interface Loss {
    int parameters();

    /**
     * The value at θ.
     *
     * @param theta not modified
     * @param gradient overwritten
     */
    double valueAndGradient(double[] theta, double[] gradient);
}
