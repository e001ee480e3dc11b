package org.shrinq.bench.audit;

/**
 * How an audit is made; immutable.
 *
 * @param seed of everything that is drawn
 * @param cvarAlpha share of the lowest energies that CVaR is the mean of, in (0, 1]
 * @param arrangements of each permutation test
 * @param level of the tests, in (0, 1)
 * @param judged shots of each kind that are expanded, verified and repaired, at most
 */
public record AuditOptions(long seed, double cvarAlpha, int arrangements, double level, int judged) {
    /** Repair goes over so many bits for each kind of strings. */
    private static final double JUDGED_BITS = 2.5e6;

    private static final int FEWEST = 500;

    public AuditOptions {
        if (!(cvarAlpha > 0 && cvarAlpha <= 1)) {
            throw new IllegalArgumentException("a CVaR share of " + cvarAlpha + ", expected a number in (0, 1]");
        }
        if (arrangements < 19 || !(level > 0 && level < 1) || judged < 1) {
            throw new IllegalArgumentException(
                    arrangements + " arrangements at level " + level + " of " + judged + " shots");
        }
    }

    /** CVaR of a tenth, 1,999 arrangements, tests at 5 %. */
    public static AuditOptions of(int variables) {
        return new AuditOptions(1, 0.1, 1999, 0.05, (int) Math.max(FEWEST, JUDGED_BITS / Math.max(1, variables)));
    }

    public AuditOptions withSeed(long value) {
        return new AuditOptions(value, cvarAlpha, arrangements, level, judged);
    }

    public AuditOptions withCvarAlpha(double value) {
        return new AuditOptions(seed, value, arrangements, level, judged);
    }

    public AuditOptions withArrangements(int value) {
        return new AuditOptions(seed, cvarAlpha, value, level, judged);
    }
}
