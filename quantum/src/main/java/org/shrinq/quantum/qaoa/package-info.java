/** The plain and the multi-angle QAOA: start angles, training on the state-vector engine, sampling. */
@NullMarked
package org.shrinq.quantum.qaoa;

import org.jspecify.annotations.NullMarked;
