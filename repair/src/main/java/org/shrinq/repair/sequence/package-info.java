/** Repair of low-autocorrelation sequences. */
@NullMarked
package org.shrinq.repair.sequence;

import org.jspecify.annotations.NullMarked;
