package org.shrinq.quantum;

/**
 * One point of a training curve: an evaluation that improved on all before it, or the last one.
 *
 * @param evaluation number of the evaluation, from 1
 * @param objective the best objective value so far
 */
public record TrainingPoint(int evaluation, double objective) {}
