/** Binary sequences. */
@NullMarked
package org.shrinq.instances.sequence;

import org.jspecify.annotations.NullMarked;
