/**
 * The state-vector engine for circuits of diagonal quadratic phases and X mixers: kernels, phase tables, passes over
 * memory, exact gradients by the adjoint method, observables and sampling. The design is on one page in {@code
 * docs/simulator.md}.
 */
@NullMarked
package org.shrinq.quantum.statevector;

import org.jspecify.annotations.NullMarked;
