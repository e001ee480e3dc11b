/** Runs tasks: the executor interface, the local one, and the campaign that fills a store. */
@NullMarked
package org.shrinq.bench.execute;

import org.jspecify.annotations.NullMarked;
