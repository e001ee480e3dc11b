/** Shrinking that a device drives: one circuit after another, its counts between them. */
@NullMarked
package org.shrinq.solver.session;

import org.jspecify.annotations.NullMarked;
