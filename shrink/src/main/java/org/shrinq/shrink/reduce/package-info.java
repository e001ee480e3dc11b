/** Exact reductions: each rule leaves an optimum of the original problem reachable, and can be undone. */
@NullMarked
package org.shrinq.shrink.reduce;

import org.jspecify.annotations.NullMarked;
