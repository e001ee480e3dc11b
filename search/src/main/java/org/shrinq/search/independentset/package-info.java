/**
 * Local search on weighted independent sets by exchanges.
 */
@NullMarked
package org.shrinq.search.independentset;

import org.jspecify.annotations.NullMarked;
