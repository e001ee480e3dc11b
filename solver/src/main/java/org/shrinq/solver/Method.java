package org.shrinq.solver;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.shrinq.quantum.QuantumMethod;
import org.shrinq.quantum.ansatz.AnsatzCircuits;
import org.shrinq.quantum.ansatz.AnsatzMethods;
import org.shrinq.quantum.qaoa.QaoaMethods;

/** What searches for good bitstrings, with the name that flags and result files use. */
public enum Method {
    QAOA(QaoaMethods.qaoa()),
    MA_QAOA(QaoaMethods.multiAngleQaoa()),
    WS_QAOA(AnsatzMethods.warmStartQaoa()),
    XY_QAOA(AnsatzMethods.xyQaoa()),
    GROVER_QAOA(AnsatzMethods.groverQaoa()),
    /** Recursive QAOA: shrinking by the correlations of a trained QAOA state, then that circuit on the rest. */
    RQAOA("rqaoa", QaoaMethods.qaoa(), CorrelationChoice.QAOA),
    VQE(AnsatzMethods.vqe(AnsatzCircuits.Entangler.LINEAR)),
    PCE(AnsatzMethods.pauliCorrelationEncoding()),
    QRAO(AnsatzMethods.randomAccessOptimization()),
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
    private final Optional<QuantumMethod> circuit;
    private final Optional<CorrelationChoice> correlations;

    Method(String id, Role role) {
        this.id = id;
        this.role = role;
        circuit = Optional.empty();
        correlations = Optional.empty();
    }

    Method(QuantumMethod circuit) {
        id = circuit.id();
        role = Role.CIRCUIT;
        this.circuit = Optional.of(circuit);
        correlations = Optional.empty();
    }

    Method(String id, QuantumMethod circuit, CorrelationChoice correlations) {
        this.id = id;
        role = Role.CIRCUIT;
        this.circuit = Optional.of(circuit);
        this.correlations = Optional.of(correlations);
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

    /** What is trained and sampled, where that is a circuit. */
    public Optional<QuantumMethod> circuit() {
        return circuit;
    }

    /** The correlations that belong to it, where they are part of what it is. */
    public Optional<CorrelationChoice> correlations() {
        return correlations;
    }
}
