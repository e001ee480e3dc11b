/** JMH benchmarks of the inner loops; run with {@code java -cp … org.openjdk.jmh.Main NAME}. */
@NullMarked
package org.shrinq.bench.kernels;

import org.jspecify.annotations.NullMarked;
