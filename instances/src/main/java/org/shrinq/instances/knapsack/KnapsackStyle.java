package org.shrinq.instances.knapsack;

/** Whose order of the numbers a knapsack file keeps. */
public enum KnapsackStyle {
    /** The OR-Library's: items before rows, weights before capacities, the best value in front. */
    OR_LIBRARY,
    /** That of the SAC-94 suite: capacities before weights, the best value last. */
    SAC94
}
