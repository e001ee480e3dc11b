package org.shrinq.quantum.qaoa;

import java.util.function.BooleanSupplier;

/** What shared angles are trained on; angles of any number of layers up to the circuit's. Arrays are not modified. */
interface Landscape {
    /** The largest |coefficient| by which the Hamiltonian is divided. */
    double scale();

    /**
     * The objective, exact or from shots; NaN when stopped.
     *
     * @param evaluation number of the evaluation, which has its own shots
     */
    double value(double[] gamma, double[] beta, int evaluation, BooleanSupplier stop);

    /** The exact objective; NaN when stopped. */
    default double exact(double[] gamma, double[] beta, BooleanSupplier stop) {
        return gradient(gamma, beta, new double[gamma.length], new double[beta.length], stop);
    }

    /** The exact objective and its derivatives, which are overwritten; NaN when stopped. */
    double gradient(double[] gamma, double[] beta, double[] dGamma, double[] dBeta, BooleanSupplier stop);
}
