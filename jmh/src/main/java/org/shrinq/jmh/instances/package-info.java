/** JMH benchmarks of the readers, and the problems that other benchmarks share. */
@NullMarked
package org.shrinq.jmh.instances;

import org.jspecify.annotations.NullMarked;
