package org.shrinq.bench.audit;

import java.util.Arrays;

/**
 * What noisy strings say of the noiseless mean energy (Barron et al. 2024, arXiv 2312.00733). Where a shot is free of
 * errors with probability p, the noisy distribution is at least p times the ideal one for every string, so that the
 * mean of the lowest p share of the noisy energies is at most the ideal mean, and that of the highest p share at least
 * it. The paper's √γ is 1/p: so many noisy shots hold one noiseless one on average, where cancelling the errors would
 * take γ. Both ends are estimates from the measured shots.
 *
 * @param errorFree p, in (0, 1]
 * @param lower mean of the lowest p share
 * @param upper mean of the highest p share
 */
public record CvarBounds(double errorFree, double lower, double upper) {
    /** @param energies sorted upwards; not modified */
    static CvarBounds of(double errorFree, double[] energies) {
        int count = AuditRow.lowest(errorFree, energies.length);
        return new CvarBounds(
                errorFree,
                Arrays.stream(energies, 0, count).average().orElseThrow(),
                Arrays.stream(energies, energies.length - count, energies.length)
                        .average()
                        .orElseThrow());
    }

    /** √γ: shots that hold one without errors on average. */
    public double overhead() {
        return 1 / errorFree;
    }
}
