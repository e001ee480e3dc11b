package org.shrinq.shrink.guard;

/** Why a proposal was refused. */
public enum VetoReason {
    /** Both remaining states of the merged class contradict the constraints. */
    BOTH_STATES_CONTRADICT("both-states-contradict"),
    /** No state contradicts under propagation, but no feasible point with the merge was found either. */
    NO_WITNESS("no-witness");

    private final String id;

    VetoReason(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }
}
