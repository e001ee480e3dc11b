/**
 * The repair of sets of vertices to independent sets.
 */
@NullMarked
package org.shrinq.repair.independentset;

import org.jspecify.annotations.NullMarked;
