/**
 * The bytes of files: characters, tokens, numbers, JSON, what the heap can hold, and errors that name their line. Knows
 * no format.
 */
@NullMarked
package org.shrinq.instances.text;

import org.jspecify.annotations.NullMarked;
