/** Formats of knapsack problems. */
@NullMarked
package org.shrinq.instances.knapsack;

import org.jspecify.annotations.NullMarked;
