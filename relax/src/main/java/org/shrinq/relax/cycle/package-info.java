/** The cycle relaxation of max-cut. */
@NullMarked
package org.shrinq.relax.cycle;

import org.jspecify.annotations.NullMarked;
