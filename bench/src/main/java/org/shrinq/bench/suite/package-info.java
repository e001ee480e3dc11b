/** Suites of runs: read from YAML, validated whole, expanded to tasks, forecast. */
@NullMarked
package org.shrinq.bench.suite;

import org.jspecify.annotations.NullMarked;
