package org.shrinq.quantum.ansatz;

import java.util.function.BooleanSupplier;

/** A real function of circuit parameters: exact with its gradient, or estimated from shots. */
interface Loss {
    int parameters();

    /**
     * The exact value at θ.
     *
     * @param theta not modified
     * @param gradient overwritten
     * @param stop asked between the operators of the circuit
     * @return NaN when it was stopped
     */
    double valueAndGradient(double[] theta, double[] gradient, BooleanSupplier stop);

    /**
     * An estimate of the value at θ, as a device would give it.
     *
     * @param theta not modified
     * @param evaluation number of the evaluation, which has its own shots
     * @param stop as above
     * @return NaN when it was stopped
     */
    double sampled(double[] theta, int evaluation, BooleanSupplier stop);
}
