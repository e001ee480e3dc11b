/** Literal classes, exact contraction of a quadratic form, and the steps that both are driven by. */
@NullMarked
package org.shrinq.shrink.contract;

import org.jspecify.annotations.NullMarked;
