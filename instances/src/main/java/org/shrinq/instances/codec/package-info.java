/** What every format is to its callers: recognised, read, written. */
@NullMarked
package org.shrinq.instances.codec;

import org.jspecify.annotations.NullMarked;
