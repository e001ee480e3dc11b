/** Finds settings by racing: bad ones are dropped early, the best are measured on instances that had no say. */
@NullMarked
package org.shrinq.bench.tune;

import org.jspecify.annotations.NullMarked;
