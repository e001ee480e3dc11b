/** The linear relaxation of the typed constraints. */
@NullMarked
package org.shrinq.relax.lp;

import org.jspecify.annotations.NullMarked;
