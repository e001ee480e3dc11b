package org.shrinq.bench.statistics;

/**
 * An estimate with the interval around it.
 *
 * @param estimate the statistic on the data themselves
 * @param low lower end
 * @param high upper end
 */
public record Interval(double estimate, double low, double high) {}
