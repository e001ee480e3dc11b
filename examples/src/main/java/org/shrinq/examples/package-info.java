/** Six programs that use the library, each on its own; the tests run them. */
@NullMarked
package org.shrinq.examples;

import org.jspecify.annotations.NullMarked;
