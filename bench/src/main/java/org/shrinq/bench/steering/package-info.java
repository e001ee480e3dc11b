/** Studies of searches that go by correlations: which source helps on which family. */
@NullMarked
package org.shrinq.bench.steering;

import org.jspecify.annotations.NullMarked;
