/**
 * Reference samplers without any circuit: what a quantum method has to beat on the same form with the same number of
 * strings, and a source of good strings for correlations.
 */
@NullMarked
package org.shrinq.search.sampler;

import org.jspecify.annotations.NullMarked;
