/** Files of a shrinking: the elimination log and the variable map, as JSON lines. */
@NullMarked
package org.shrinq.shrink.io;

import org.jspecify.annotations.NullMarked;
