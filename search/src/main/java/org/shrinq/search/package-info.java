/**
 * Classical search: what a search is asked for and returns, when it ends, and what it is told about the problem.
 */
@NullMarked
package org.shrinq.search;

import org.jspecify.annotations.NullMarked;
