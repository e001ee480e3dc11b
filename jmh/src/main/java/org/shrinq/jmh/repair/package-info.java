/** JMH benchmarks of repair. */
@NullMarked
package org.shrinq.jmh.repair;

import org.jspecify.annotations.NullMarked;
