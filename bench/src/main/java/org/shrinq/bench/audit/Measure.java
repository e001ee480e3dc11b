package org.shrinq.bench.audit;

/** What strings are compared by; each is a cost, smaller is better. */
public enum Measure {
    /** Mean energy of the strings as they are. */
    ENERGY("mean energy"),
    /** Mean of the lowest energies. */
    CVAR("CVaR"),
    /** Mean objective after repair. */
    REPAIRED("mean repaired"),
    /** How often the reference objective is reached after repair. */
    OPTIMUM("P(optimum)");

    private final String words;

    Measure(String words) {
        this.words = words;
    }

    /** As tables have it. */
    public String words() {
        return words;
    }
}
