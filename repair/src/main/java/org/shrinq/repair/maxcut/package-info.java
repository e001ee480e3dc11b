/**
 * The improvement of points of problems without constraints.
 */
@NullMarked
package org.shrinq.repair.maxcut;

import org.jspecify.annotations.NullMarked;
