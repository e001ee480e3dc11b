package org.shrinq.solver;

/** Which stage a solution comes from. */
public enum Origin {
    /** A raw sample, feasible as it was. */
    SAMPLE("sample"),
    /** A sample after repair. */
    REPAIR("repair"),
    /** Local search from a repaired sample. */
    POLISH("polish"),
    /** Exact reductions left nothing to decide. */
    REDUCTION("reduction"),
    /** Shrinking left no qubit; nothing was searched. */
    SHRINKING("shrinking"),
    /** The greedy construction; no sample led to anything better. */
    CONSTRUCTION("construction"),
    /** Branch and bound, run for a bound, met something better. */
    BRANCHING("branching"),
    /** A baseline search on the whole problem. */
    SEARCH("search");

    private final String id;

    Origin(String id) {
        this.id = id;
    }

    /** "sample", "repair", … */
    public String id() {
        return id;
    }
}
