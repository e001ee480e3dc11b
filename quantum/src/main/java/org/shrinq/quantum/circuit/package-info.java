/**
 * Circuits as data: gates, their exact matrices, parameters, and a general gate-by-gate simulator with exact gradients.
 * Qubit q is variable q and bit q of a state index (qubit 0 is the least significant bit).
 */
@NullMarked
package org.shrinq.quantum.circuit;

import org.jspecify.annotations.NullMarked;
