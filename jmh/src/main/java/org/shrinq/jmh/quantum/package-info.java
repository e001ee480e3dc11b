/** JMH benchmarks of the state vector and of training. */
@NullMarked
package org.shrinq.jmh.quantum;

import org.jspecify.annotations.NullMarked;
