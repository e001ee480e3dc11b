/** The Lovász number of a graph as a certified upper bound of its independent sets. */
@NullMarked
package org.shrinq.relax.theta;

import org.jspecify.annotations.NullMarked;
