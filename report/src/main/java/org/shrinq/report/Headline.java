package org.shrinq.report;

import java.util.List;
import java.util.Optional;

/**
 * What a page about one run says before anything else.
 *
 * @param kicker what was solved, in words, above the name
 * @param badge the status
 * @param value the objective, or what stands for it
 * @param unit what the value is, behind it
 * @param bar objective, bound and gap as one bar; empty without both
 * @param metrics single numbers with their units
 * @param command what repeats the run in a shell; empty where nothing does
 */
public record Headline(
        String kicker,
        Badge badge,
        String value,
        String unit,
        Optional<Bar> bar,
        List<Report.Fact> metrics,
        String command) {
    /** How good a status is. */
    public enum Tone {
        GOOD,
        PLAIN,
        WARN,
        BAD
    }

    /** A word in a coloured box. */
    public record Badge(String word, Tone tone) {}

    /**
     * A bar whose whole length is the farther of two numbers.
     *
     * @param share of the nearer one, 0 to 1
     * @param near what the nearer end says
     * @param far what the farther end says
     * @param between what the rest says
     */
    public record Bar(double share, String near, String far, String between) {}

    public Headline {
        metrics = List.copyOf(metrics);
    }
}
