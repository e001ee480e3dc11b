/**
 * Readers, writers and generators of instance files: detection is by content, errors name the file, the line and the
 * token.
 */
@NullMarked
package org.shrinq.instances;

import org.jspecify.annotations.NullMarked;
