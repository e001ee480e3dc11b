/** Search for low-autocorrelation sequences. */
@NullMarked
package org.shrinq.search.sequence;

import org.jspecify.annotations.NullMarked;
