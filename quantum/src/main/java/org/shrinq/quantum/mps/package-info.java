/**
 * Matrix product states: circuits on up to several hundred qubits, exact while little is entangled, else with an
 * estimate of the fidelity.
 */
@NullMarked
package org.shrinq.quantum.mps;

import org.jspecify.annotations.NullMarked;
