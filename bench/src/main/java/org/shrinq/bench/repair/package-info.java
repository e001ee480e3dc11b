/** JMH benchmarks of repair. */
@NullMarked
package org.shrinq.bench.repair;

import org.jspecify.annotations.NullMarked;
