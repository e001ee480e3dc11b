package org.shrinq.solver;

/**
 * How long a repaired solution is polished by local search.
 *
 * @param mode whether and how the length is set
 * @param seconds seconds of polishing in each round under {@link Mode#SECONDS}, otherwise 0
 */
public record Polish(Mode mode, double seconds) {
    /** Whether and how. */
    public enum Mode {
        /** No polishing. */
        NONE,
        /** By counted steps without a time limit, by a share of the time with one. */
        AUTO,
        /** A number of seconds in each round. */
        SECONDS
    }

    public Polish {
        if (mode == Mode.SECONDS ? !(seconds > 0) : seconds != 0) {
            throw new IllegalArgumentException("polish " + mode + " with " + seconds + " seconds, expected "
                    + (mode == Mode.SECONDS ? "a positive number" : "none"));
        }
    }

    public static Polish none() {
        return new Polish(Mode.NONE, 0);
    }

    public static Polish auto() {
        return new Polish(Mode.AUTO, 0);
    }

    /** Positive and finite. */
    public static Polish seconds(double seconds) {
        return new Polish(Mode.SECONDS, seconds);
    }

    /** "none", "auto" or the seconds: what {@code --polish} takes. */
    @Override
    public String toString() {
        return mode == Mode.SECONDS ? Double.toString(seconds) : mode.name().toLowerCase(java.util.Locale.ROOT);
    }
}
