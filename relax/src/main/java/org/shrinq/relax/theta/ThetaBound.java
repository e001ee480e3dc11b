package org.shrinq.relax.theta;

/**
 * An upper bound of the weight of every independent set.
 *
 * @param value the bound; proven, rounding errors included
 * @param components connected components that were bounded one by one
 * @param iterations eigendecompositions in all
 */
public record ThetaBound(double value, int components, int iterations) {}
