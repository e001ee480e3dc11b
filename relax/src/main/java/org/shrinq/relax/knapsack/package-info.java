/**
 * Linear relaxation and branch and bound of multidimensional knapsacks, in flat arrays.
 */
@NullMarked
package org.shrinq.relax.knapsack;

import org.jspecify.annotations.NullMarked;
