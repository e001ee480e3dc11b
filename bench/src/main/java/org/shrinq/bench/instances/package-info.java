/** JMH benchmarks of the readers. */
@NullMarked
package org.shrinq.bench.instances;

import org.jspecify.annotations.NullMarked;
