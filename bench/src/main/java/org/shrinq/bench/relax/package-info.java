/** JMH benchmarks of the relaxations. */
@NullMarked
package org.shrinq.bench.relax;

import org.jspecify.annotations.NullMarked;
