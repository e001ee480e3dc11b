/**
 * Sums and products of a model's variables, written over bits: what readers of model files and {@link
 * org.shrinq.qubo.model.Model} share.
 */
@NullMarked
package org.shrinq.qubo.terms;

import org.jspecify.annotations.NullMarked;
