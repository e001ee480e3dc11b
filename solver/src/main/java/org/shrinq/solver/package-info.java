/**
 * The pipeline from a problem to a verified solution: configuration, rounds, controls and the result.
 */
@NullMarked
package org.shrinq.solver;

import org.jspecify.annotations.NullMarked;
