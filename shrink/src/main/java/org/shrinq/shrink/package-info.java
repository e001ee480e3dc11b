/**
 * Graph shrinking: exact reductions, correlation sources, the merge guard, contraction with its elimination log, and
 * expansion.
 */
@NullMarked
package org.shrinq.shrink;

import org.jspecify.annotations.NullMarked;
