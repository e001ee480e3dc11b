/** Correlation sources: what they are asked, and what they answer. */
@NullMarked
package org.shrinq.shrink.correlate;

import org.jspecify.annotations.NullMarked;
