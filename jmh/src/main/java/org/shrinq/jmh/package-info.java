/** Runs the JMH benchmarks of the packages below, and compares the scores of two runs. */
@NullMarked
package org.shrinq.jmh;

import org.jspecify.annotations.NullMarked;
