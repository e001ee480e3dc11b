package org.shrinq.solver;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What searches for good bitstrings, with the name that flags and result files use. */
public enum Method {
    QAOA("qaoa", Role.CIRCUIT),
    MA_QAOA("ma-qaoa", Role.CIRCUIT),
    WS_QAOA("ws-qaoa", Role.CIRCUIT),
    XY_QAOA("xy-qaoa", Role.CIRCUIT),
    GROVER_QAOA("grover-qaoa", Role.CIRCUIT),
    /** Recursive QAOA: shrinking by the correlations of a trained QAOA state, then that circuit on the rest. */
    RQAOA("rqaoa", Role.CIRCUIT),
    VQE("vqe", Role.CIRCUIT),
    PCE("pce", Role.CIRCUIT),
    QRAO("qrao", Role.CIRCUIT),
    ANNEALING("annealing", Role.SAMPLER),
    GREEDY("greedy", Role.SAMPLER),
    RANDOM("random", Role.SAMPLER),
    EXACT("exact", Role.SAMPLER),
    TABU("tabu", Role.SEARCH),
    LOCAL_SEARCH("local-search", Role.SEARCH),
    /** Google OR-Tools, when its jar is there: see {@link ExactSolver}. */
    CP_SAT("cp-sat", Role.COMPLETE);

    /** Where in the pipeline a method stands. */
    public enum Role {
        /** A simulated circuit on the shrunk problem. */
        CIRCUIT,
        /** A classical sampler in the place of the circuit, everything else alike. */
        SAMPLER,
        /** A local search on the whole problem without encoding or shrinking: a baseline. */
        SEARCH,
        /** A complete solver from elsewhere on the whole problem: a baseline that proves what it finds. */
        COMPLETE
    }

    private final String id;
    private final Role role;

    Method(String id, Role role) {
        this.id = id;
        this.role = role;
    }

    /** "qaoa", "local-search", … */
    public String id() {
        return id;
    }

    public Role role() {
        return role;
    }

    public static Optional<Method> ofId(String id) {
        return Arrays.stream(values()).filter(m -> m.id.equals(id)).findFirst();
    }

    /** Every name, in the order in which they are listed to users. */
    public static List<String> ids() {
        return Arrays.stream(values()).map(Method::id).toList();
    }

    /** The id that the quantum module knows the circuit by. */
    String circuitId() {
        return this == RQAOA ? QAOA.id : id;
    }
}
