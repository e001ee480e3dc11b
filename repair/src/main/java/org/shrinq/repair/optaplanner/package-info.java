/**
 * Simulated annealing by OptaPlanner, as a polish and as a baseline; the only package that imports it. Start at {@link
 * org.shrinq.repair.optaplanner.LocalSearch}; the other public classes are public because OptaPlanner creates them by
 * reflection.
 */
@NullMarked
package org.shrinq.repair.optaplanner;

import org.jspecify.annotations.NullMarked;
