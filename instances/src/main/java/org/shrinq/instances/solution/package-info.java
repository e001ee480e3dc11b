/** Solution files. */
@NullMarked
package org.shrinq.instances.solution;

import org.jspecify.annotations.NullMarked;
