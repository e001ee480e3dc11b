package org.shrinq.bench.steering;

/**
 * One source on one instance with one seed, beside the same search without it.
 *
 * @param family of the instance
 * @param instance its name
 * @param source of the correlations
 * @param search how they steer
 * @param plain work per string of the target without correlations, in visits and couplings touched
 * @param steered with them, by reads from the same starts
 * @param plainHits reads that reached the target without
 * @param hits with
 * @param reads of either
 * @param operations that the correlations cost, once for all reads
 */
public record Steering(
        String family,
        String instance,
        String source,
        SteeredSearch search,
        double plain,
        double steered,
        int plainHits,
        int hits,
        int reads,
        double operations) {}
