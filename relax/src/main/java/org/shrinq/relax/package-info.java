/**
 * Relaxations of a problem (semidefinite, linear, Lagrangian, Gilmore–Lawler, clique cover); each gives a primal
 * guess and a bound.
 */
@NullMarked
package org.shrinq.relax;

import org.jspecify.annotations.NullMarked;
