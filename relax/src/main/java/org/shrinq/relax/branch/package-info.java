/** Bounds by branching: anytime, driven by an incumbent. */
@NullMarked
package org.shrinq.relax.branch;

import org.jspecify.annotations.NullMarked;
