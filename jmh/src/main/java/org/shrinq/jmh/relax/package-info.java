/** JMH benchmarks of the relaxations. */
@NullMarked
package org.shrinq.jmh.relax;

import org.jspecify.annotations.NullMarked;
