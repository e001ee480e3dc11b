/** Formats of QUBOs without constraints. */
@NullMarked
package org.shrinq.instances.qubo;

import org.jspecify.annotations.NullMarked;
