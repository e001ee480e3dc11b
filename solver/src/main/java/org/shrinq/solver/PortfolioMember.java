package org.shrinq.solver;

import java.util.OptionalDouble;

/**
 * What a member of a portfolio did.
 *
 * @param number from 1; the first runs with the options as they are
 * @param options what it ran with
 * @param place the machine that it ran on; empty for this process
 * @param rounds that it had done when it was last heard of
 * @param objective of the best solution that it found itself, in the problem's own sense; empty where it found none
 * @param bound its best bound, heard ones included
 * @param gains how often the best solution of all was its
 * @param finder whether the solution is its
 * @param ended how, in words: "done", "proved it", "stopped by the others", "failed"
 * @param failure why it failed; empty unless it did
 */
public record PortfolioMember(
        int number,
        SolverOptions options,
        String place,
        int rounds,
        OptionalDouble objective,
        OptionalDouble bound,
        int gains,
        boolean finder,
        String ended,
        String failure) {}
