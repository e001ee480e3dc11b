/**
 * The state-vector engine for circuits of diagonal quadratic phases and X mixers: kernels, phase tables, passes over
 * memory, exact gradients by the adjoint method, observables and sampling. The design is on one page in {@code
 * docs/state-vector.md}. The loops in double precision, {@code Double*}, are made from those in single precision,
 * {@code Float*}, when the module is built.
 */
@NullMarked
package org.shrinq.quantum.statevector;

import org.jspecify.annotations.NullMarked;
