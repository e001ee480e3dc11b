/**
 * Search on market shares: descent, and exact answers to subsets of retailers.
 */
@NullMarked
package org.shrinq.search.marketshare;

import org.jspecify.annotations.NullMarked;
