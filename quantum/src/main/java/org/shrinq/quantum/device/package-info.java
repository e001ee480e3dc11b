/**
 * The way to a real device and back: OpenQASM, routing to a coupling graph, and measured counts. Qubit i is variable i
 * everywhere; {@link org.shrinq.quantum.device.BitOrder} is the only place where a text is reversed.
 */
@NullMarked
package org.shrinq.quantum.device;

import org.jspecify.annotations.NullMarked;
