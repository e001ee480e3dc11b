/** Generators of instance families. The same parameters and seed give the same problem, on any Java. */
@NullMarked
package org.shrinq.instances.generate;

import org.jspecify.annotations.NullMarked;
