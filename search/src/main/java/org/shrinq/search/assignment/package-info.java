/**
 * Tabu search on quadratic assignments, with the cost of every swap kept up to date.
 */
@NullMarked
package org.shrinq.search.assignment;

import org.jspecify.annotations.NullMarked;
