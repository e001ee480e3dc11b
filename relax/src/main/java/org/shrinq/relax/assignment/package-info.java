/** Linear assignment, and the bounds of Gilmore, Lawler, Hahn and Grant for quadratic assignment. */
@NullMarked
package org.shrinq.relax.assignment;

import org.jspecify.annotations.NullMarked;
