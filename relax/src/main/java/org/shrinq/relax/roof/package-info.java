/** Roof duality of quadratic forms by maximum flow. */
@NullMarked
package org.shrinq.relax.roof;

import org.jspecify.annotations.NullMarked;
