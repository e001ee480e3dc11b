/** Searches on quadratic forms that go by correlations of spins which their caller brings, wherever these come from. */
@NullMarked
package org.shrinq.search.steer;

import org.jspecify.annotations.NullMarked;
