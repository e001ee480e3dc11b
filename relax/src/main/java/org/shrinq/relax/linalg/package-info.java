/**
 * Dense and matrix-free linear algebra for the relaxations: extreme eigenvalues, eigendecompositions, and proofs of
 * positive definiteness that hold in floating point.
 */
@NullMarked
package org.shrinq.relax.linalg;

import org.jspecify.annotations.NullMarked;
