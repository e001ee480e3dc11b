/**
 * Circuit families beside the plain QAOA, each a {@link org.shrinq.quantum.QuantumMethod}: warm-start, XY-mixer and
 * Grover-mixer QAOA, hardware-efficient circuits, and the two encodings with fewer qubits than variables,
 * Pauli-correlation encoding and quantum random access optimisation. All are trained on exact adjoint gradients.
 */
@NullMarked
package org.shrinq.quantum.ansatz;

import org.jspecify.annotations.NullMarked;
