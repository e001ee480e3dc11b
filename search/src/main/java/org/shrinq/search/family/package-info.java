/**
 * The searches by family of problems.
 */
@NullMarked
package org.shrinq.search.family;

import org.jspecify.annotations.NullMarked;
