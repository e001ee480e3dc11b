/**
 * Classical search: what a search is asked for and returns, when it ends, and which hints it has about the problem.
 */
@NullMarked
package org.shrinq.search;

import org.jspecify.annotations.NullMarked;
