/**
 * What shrinkings keep, without any circuit: kept optima, right steps, calibration, and the training of the learned
 * source.
 */
@NullMarked
package org.shrinq.bench.shrinking;

import org.jspecify.annotations.NullMarked;
