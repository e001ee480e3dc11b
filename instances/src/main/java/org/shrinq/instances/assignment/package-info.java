/** Formats of quadratic assignment problems. */
@NullMarked
package org.shrinq.instances.assignment;

import org.jspecify.annotations.NullMarked;
