/**
 * Search on multidimensional knapsacks: exchanges, and exact answers in the core.
 */
@NullMarked
package org.shrinq.search.knapsack;

import org.jspecify.annotations.NullMarked;
