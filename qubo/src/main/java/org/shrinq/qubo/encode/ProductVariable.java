package org.shrinq.qubo.encode;

/**
 * A variable y of an encoding that stands for a product of two others, with the penalty P (x_i x_j − 2 x_i y − 2 x_j y
 * + 3 y), which is 0 for y = x_i x_j and at least P otherwise (Rosenberg 1975).
 *
 * @param index of y in the QUBO
 * @param first i
 * @param second j &gt; i
 */
public record ProductVariable(int index, int first, int second) {}
