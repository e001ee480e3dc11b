/**
 * Circuits on Strange (org.redfx), the independent check of our own simulators. Only this package knows the library.
 */
@NullMarked
package org.shrinq.quantum.strange;

import org.jspecify.annotations.NullMarked;
