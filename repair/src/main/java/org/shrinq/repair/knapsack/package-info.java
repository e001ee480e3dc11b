/**
 * The repair of selections to knapsacks that fit.
 */
@NullMarked
package org.shrinq.repair.knapsack;

import org.jspecify.annotations.NullMarked;
