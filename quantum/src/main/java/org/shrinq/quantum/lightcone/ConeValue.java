package org.shrinq.quantum.lightcone;

import java.util.function.BooleanSupplier;

/** How ⟨Z_i⟩ or ⟨Z_iZ_j⟩ of one cone is computed. Immutable, used by several threads at a time. */
interface ConeValue {
    /**
     * The expectation.
     *
     * @param stop asked between steps
     * @return NaN when stopped
     */
    double value(Schedule schedule, BooleanSupplier stop);

    /**
     * The expectation and its derivatives by all angles.
     *
     * @param dGamma, dBeta p numbers each; overwritten
     * @return NaN when stopped
     */
    double gradient(Schedule schedule, double[] dGamma, double[] dBeta, BooleanSupplier stop);

    /** About how many complex multiplications a value takes. */
    double operations();

    /** Bytes of scratch memory that a gradient takes at most. */
    long bytes();
}
