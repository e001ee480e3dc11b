/**
 * The repair of points of any model by minimum conflicts and propagated search.
 */
@NullMarked
package org.shrinq.repair.model;

import org.jspecify.annotations.NullMarked;
