/**
 * What is computed from runs: medians with bootstrap intervals, paired tests, profiles, time to solution and to a
 * target.
 */
@NullMarked
package org.shrinq.bench.statistics;

import org.jspecify.annotations.NullMarked;
