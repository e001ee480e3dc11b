package org.shrinq.quantum.statevector;

import org.jspecify.annotations.Nullable;

/** Receives derivatives layer by layer, the last layer first. */
interface GradientSink {
    Mixing.Detail detail();

    /**
     * Where the detail is {@link Mixing.Detail#PER_QUBIT}: an array of 2ⁿ numbers that holds Im(λ̄(z) φ(z)) when {@link
     * #layer} is called, the derivative by the phase θ(z) being twice that.
     */
    double @Nullable [] currents();

    /**
     * @param gamma derivative by the factor of the cost in the phase of layer l (only for {@link Mixing.Detail#SUM})
     * @param beta derivatives by the mixer angles, one or one per qubit; not to be kept
     */
    void layer(int l, double gamma, double[] beta);
}
