/** Formats of market share problems. */
@NullMarked
package org.shrinq.instances.marketshare;

import org.jspecify.annotations.NullMarked;
