/** The results store, one SQLite file, and its exports. */
@NullMarked
package org.shrinq.bench.store;

import org.jspecify.annotations.NullMarked;
