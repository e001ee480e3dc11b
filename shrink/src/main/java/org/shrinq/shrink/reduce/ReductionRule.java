package org.shrinq.shrink.reduce;

import java.util.Optional;

/** The exact rules by name. */
public enum ReductionRule {
    /** Unit propagation through the typed constraints. */
    PROPAGATION("propagation"),
    /** Both values of every variable are propagated: contradictions fix, mutual implications merge. */
    PROBING("probing"),
    /** |h_i| ≥ Σ_j |J_ij| fixes z_i. */
    PERSISTENCY("persistency"),
    /** |J_ij| ≥ Σ_{k≠j} |J_ik| + |h_i| merges i into j. */
    DOMINANCE("dominance"),
    /** Persistencies of the roof dual, by maximum flow. */
    ROOF_DUALITY("roof-duality"),
    /** A component without links to the rest is solved by itself when it is small. */
    COMPONENTS("components"),
    /** Values that some optimum has, since every solution has images of the same objective. */
    SYMMETRY("symmetry"),
    /** A vertex that outweighs its neighbourhood belongs to the set: degree 0, degree 1. */
    MIS_NEIGHBORHOOD("mis-neighborhood"),
    /** A lighter vertex of degree 1 is folded into its neighbour. */
    MIS_DEGREE_ONE("mis-degree-1"),
    /** A vertex whose two neighbours are not adjacent is folded with them into one. */
    MIS_DEGREE_TWO_FOLD("mis-degree-2-fold"),
    /** A vertex whose neighbours are pairwise adjacent beats the lighter of them. */
    MIS_SIMPLICIAL("mis-simplicial"),
    /** N[v] ⊆ N[u] and w_v ≥ w_u exclude u. */
    MIS_DOMINATION("mis-domination"),
    /** Vertices with the same neighbourhood become one. */
    MIS_TWINS("mis-twins"),
    /** A vertex that some optimum avoids, found by growing a set of consequences. */
    MIS_UNCONFINED("mis-unconfined"),
    /** The integral part of the half-integral vertex-cover LP. */
    MIS_NEMHAUSER_TROTTER("mis-nemhauser-trotter"),
    /** An item heavier than what is left of some capacity is out. */
    MDKP_NEVER_FITS("mdkp-never-fits"),
    /** An item of no value is out; one of no weight is in. */
    MDKP_TRIVIAL_ITEM("mdkp-trivial-item"),
    /** A row that all items together respect, or that another row implies, is dropped. */
    MDKP_REDUNDANT_ROW("mdkp-redundant-row"),
    /** An item whose reduced cost exceeds the gap between LP bound and incumbent is fixed. */
    MDKP_REDUCED_COST("mdkp-reduced-cost"),
    /** A pair is forbidden when the Gilmore-Lawler bound with it exceeds the incumbent. */
    QAP_GILMORE_LAWLER("qap-gilmore-lawler");

    private final String id;

    ReductionRule(String id) {
        this.id = id;
    }

    /** The name in flags and result files. */
    public String id() {
        return id;
    }

    public static Optional<ReductionRule> ofId(String id) {
        for (ReductionRule rule : values()) {
            if (rule.id.equals(id)) {
                return Optional.of(rule);
            }
        }
        return Optional.empty();
    }
}
