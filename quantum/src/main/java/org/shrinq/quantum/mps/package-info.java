/** Matrix product states: circuits on up to several hundred qubits, exact while little is entangled, else with a fidelity that is told. */
@NullMarked
package org.shrinq.quantum.mps;

import org.jspecify.annotations.NullMarked;
