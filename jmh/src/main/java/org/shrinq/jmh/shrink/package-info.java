/** JMH kernels of shrinking: contraction, guard, correlations, whole runs. */
@NullMarked
package org.shrinq.jmh.shrink;

import org.jspecify.annotations.NullMarked;
