/**
 * Binary models, typed constraints, QUBO and Ising algebra. This package knows nothing of instance
 * files, circuits or solvers.
 */
@NullMarked
package org.shrinq.qubo;

import org.jspecify.annotations.NullMarked;
