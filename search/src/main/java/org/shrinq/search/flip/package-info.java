/**
 * The change of a quadratic objective by the flip of any one variable, kept up to date.
 */
@NullMarked
package org.shrinq.search.flip;

import org.jspecify.annotations.NullMarked;
