package org.shrinq.bench.audit;

/**
 * The device against one control by one measure.
 *
 * @param pBetter that the device's strings are not better, one-sided, as tested
 * @param pWorse that they are not worse
 * @param better the same after Holm's correction over all tests of that direction
 * @param worse likewise
 */
public record AuditComparison(
        ControlKind control, Measure measure, double pBetter, double pWorse, double better, double worse) {}
