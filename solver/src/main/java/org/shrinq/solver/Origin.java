package org.shrinq.solver;

import java.util.Arrays;
import java.util.Optional;

/** Which stage a solution comes from: the first that had one as good. In about the order in which stages run. */
public enum Origin {
    /** The caller's own, or repair made it of the caller's. */
    START("start", "the given start"),
    /** Another member of the portfolio, which had it first. */
    MEMBER("member", "another member of the portfolio"),
    /** A greedy construction. */
    CONSTRUCTION("construction", "the greedy construction"),
    /** Branch and bound, run for a bound, met something better. */
    BRANCHING("branching", "branch and bound"),
    /** A search on the whole problem. */
    SEARCH("search", "local search"),
    /** Exact reductions left nothing to decide. */
    REDUCTION("reduction", "reductions"),
    /**
     * An assignment that the source of the correlations evaluated, or repair made of one, before anything searched the
     * small problem.
     */
    POOL("pool", "the pool of the correlations"),
    /** Shrinking left no qubit; nothing was searched. */
    SHRINKING("shrinking", "shrinking"),
    /** A raw sample, feasible as it was. */
    SAMPLE("sample", "the samples"),
    /** A sample after repair. */
    REPAIR("repair", "repaired samples"),
    /** Local search from a repaired sample. */
    POLISH("polish", "the polish");

    private final String id;
    private final String words;

    Origin(String id, String words) {
        this.id = id;
        this.words = words;
    }

    /** "sample", "repair", … */
    public String id() {
        return id;
    }

    /** The stage of that id. */
    public static Optional<Origin> ofId(String id) {
        return Arrays.stream(values()).filter(o -> o.id.equals(id)).findFirst();
    }

    /** In a sentence, such as "the greedy construction". */
    public String words() {
        return words;
    }
}
