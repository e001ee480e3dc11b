package org.shrinq.bench.statistics;

/** TTS: the time of independent repetitions until one succeeds with a given confidence (Rønnow et al. 2014). */
public final class TimeToSolution {
    private TimeToSolution() {}

    /**
     * t · max(1, ln(1 − c) / ln(1 − p)); infinite for p = 0.
     *
     * @param seconds t, of one run
     * @param success p, the share of runs that succeed
     * @param confidence c, 0.99 as a rule
     */
    public static double of(double seconds, double success, double confidence) {
        if (!(success >= 0 && success <= 1) || !(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("shares of " + success + " and " + confidence);
        }
        if (success == 0) {
            return Double.POSITIVE_INFINITY;
        }
        return success == 1 ? seconds : seconds * Math.max(1, Math.log1p(-confidence) / Math.log1p(-success));
    }
}
