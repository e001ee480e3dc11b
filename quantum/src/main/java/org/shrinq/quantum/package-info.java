/**
 * Circuits and what runs them: ansätze, state-vector and other backends, parameter training, sampling, noise and
 * OpenQASM.
 */
@NullMarked
package org.shrinq.quantum;

import org.jspecify.annotations.NullMarked;
