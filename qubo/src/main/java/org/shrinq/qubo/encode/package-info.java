/** Encodings of binary models as QUBOs, with penalty weights, slack variables and decoding. */
@NullMarked
package org.shrinq.qubo.encode;

import org.jspecify.annotations.NullMarked;
