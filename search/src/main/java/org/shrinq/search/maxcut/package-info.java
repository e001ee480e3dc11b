/**
 * Search on quadratic objectives without constraints, maximum cuts among them.
 */
@NullMarked
package org.shrinq.search.maxcut;

import org.jspecify.annotations.NullMarked;
