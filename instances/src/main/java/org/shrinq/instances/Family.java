package org.shrinq.instances;

import org.shrinq.qubo.problem.Problem;
import org.shrinq.qubo.problem.ProblemKind;
import org.shrinq.qubo.problem.QuadraticAssignment;

/** What files say about the problems of a family: one row for each kind. */
enum Family {
    KNAPSACK(ProblemKind.KNAPSACK, (p, name, i) -> "item " + (i + 1) + " is packed", ""),
    INDEPENDENT_SET(ProblemKind.INDEPENDENT_SET, (p, name, i) -> "vertex " + (i + 1) + " is in the set", ""),
    QUADRATIC_ASSIGNMENT(ProblemKind.QUADRATIC_ASSIGNMENT, Family::placement, ""),
    MAX_CUT(ProblemKind.MAX_CUT, (p, name, i) -> "vertex " + (i + 1) + " is on side 1", ""),
    MARKET_SHARE(
            ProblemKind.MARKET_SHARE,
            (p, name, i) -> "retailer " + (i + 1) + " goes to the first division",
            "the objective became the sum of squared deviations, whose 0 is the same"),
    LOW_AUTOCORRELATION(
            ProblemKind.LOW_AUTOCORRELATION, (p, name, i) -> "element " + (i + 1) + " of the sequence is -1", ""),
    BINARY_QUADRATIC(ProblemKind.BINARY_QUADRATIC, (p, name, i) -> "variable " + name, "");

    /** What it means that a variable is 1. */
    @FunctionalInterface
    private interface Meaning {
        String of(Problem problem, String name, int variable);
    }

    private final ProblemKind kind;
    private final Meaning meaning;
    private final String asModel;

    Family(ProblemKind kind, Meaning meaning, String asModel) {
        this.kind = kind;
        this.meaning = meaning;
        this.asModel = asModel;
    }

    static Family of(ProblemKind kind) {
        for (Family family : values()) {
            if (family.kind == kind) {
                return family;
            }
        }
        throw new IllegalArgumentException("no family " + kind);
    }

    /** In words, what it means that variable i, counted from 0 and called {@code name}, is 1. */
    String meaning(Problem problem, String name, int i) {
        return meaning.of(problem, name, i);
    }

    /** What changes when a problem of this family is written as a model instead of in a format of its own; empty when nothing does. */
    String asModel() {
        return asModel;
    }

    private static String placement(Problem problem, String name, int i) {
        int order = ((QuadraticAssignment) problem).order();
        return "facility " + (i / order + 1) + " at location " + (i % order + 1);
    }
}
