package org.shrinq.shrink.correlate;

/**
 * Choices of the semidefinite source.
 *
 * @param coldTolerance a solve from nothing ends when a sweep gains less than this share of the objective
 * @param warmTolerance the same for a solve from carried-over vectors
 * @param maxSweeps most sweeps of one solve
 * @param rankCap largest rank of the vectors; ⌈√(2n)⌉ + 1 is used where that is smaller
 */
public record SdpOptions(double coldTolerance, double warmTolerance, int maxSweeps, int rankCap) {
    public SdpOptions {
        if (!(coldTolerance > 0) || !(warmTolerance > 0) || maxSweeps < 1 || rankCap < 2) {
            throw new IllegalArgumentException("tolerances " + coldTolerance + " and " + warmTolerance + ", "
                    + maxSweeps + " sweeps, rank " + rankCap);
        }
    }

    /** 10⁻⁵ cold, 10⁻⁴ warm, 500 sweeps, rank up to 48. */
    public static SdpOptions defaults() {
        return new SdpOptions(1e-5, 1e-4, 500, 48);
    }
}
