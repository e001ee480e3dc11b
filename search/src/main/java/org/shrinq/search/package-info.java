/**
 * Classical search, by family of problem: samplers, tabu search, iterated local search and constraint-weighted search, with
 * gains that are kept incrementally.
 */
@NullMarked
package org.shrinq.search;

import org.jspecify.annotations.NullMarked;
