/**
 * The benchmark harness: suites, the results store, statistics, reports and the measured kernels.
 */
@NullMarked
package org.shrinq.bench;

import org.jspecify.annotations.NullMarked;
