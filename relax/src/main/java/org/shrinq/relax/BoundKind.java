package org.shrinq.relax;

/** Where a bound comes from. */
public enum BoundKind {
    /** Nothing but the signs of the coefficients. */
    TRIVIAL("trivial"),
    CLIQUE_COVER("clique-cover"),
    LP("lp"),
    LAGRANGIAN("lagrangian"),
    THETA("theta"),
    GILMORE_LAWLER("gilmore-lawler"),
    /** Level-1 RLT by dual ascent (Hahn and Grant 1998). */
    DUAL_ASCENT("dual-ascent"),
    SDP("sdp"),
    ROOF_DUAL("roof-dual"),
    /** Branch and bound. */
    SEARCH("search"),
    /** The dual bound of OR-Tools CP-SAT. */
    CP_SAT("cp-sat");

    private final String id;

    BoundKind(String id) {
        this.id = id;
    }

    /** "lp", "clique-cover", … */
    public String id() {
        return id;
    }
}
