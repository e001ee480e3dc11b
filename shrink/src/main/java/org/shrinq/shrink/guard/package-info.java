/** The guard: propagates every proposed merge or fix through the typed constraints before it is accepted. */
@NullMarked
package org.shrinq.shrink.guard;

import org.jspecify.annotations.NullMarked;
