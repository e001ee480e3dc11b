/** Noisy execution by random Pauli errors: a stand-in for a device. */
@NullMarked
package org.shrinq.quantum.noise;

import org.jspecify.annotations.NullMarked;
