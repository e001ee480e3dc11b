/** Lagrangian bounds of linear binary models. */
@NullMarked
package org.shrinq.relax.lagrange;

import org.jspecify.annotations.NullMarked;
