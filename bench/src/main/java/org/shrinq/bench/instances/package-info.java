/** JMH benchmarks of the readers, and the problems that other benchmarks share. */
@NullMarked
package org.shrinq.bench.instances;

import org.jspecify.annotations.NullMarked;
