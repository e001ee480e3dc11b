package org.shrinq.quantum.mps;

import org.shrinq.quantum.ParameterSet;
import org.shrinq.quantum.circuit.Circuit;

/** A circuit that depends on parameters, whose measured bits are the variables. */
public interface MpsFamily {
    /** The circuit with numbers for angles. @param theta not modified */
    Circuit circuit(double[] theta);

    /** The parameters by their names. @param theta not modified */
    ParameterSet named(double[] theta);
}
