package org.shrinq.solver;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.ToLongFunction;
import org.shrinq.quantum.QuantumMethod;
import org.shrinq.quantum.ansatz.AnsatzCircuits;
import org.shrinq.quantum.ansatz.AnsatzMethods;
import org.shrinq.quantum.qaoa.QaoaMethods;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.repair.Improvers;
import org.shrinq.repair.optaplanner.LocalSearch;
import org.shrinq.search.Hints;
import org.shrinq.search.Improver;
import org.shrinq.search.sampler.Sampler;

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
    ANNEALING(Sampler.simulatedAnnealing()),
    GREEDY(Sampler.greedyDescent()),
    RANDOM(Sampler.randomBits()),
    EXACT(Sampler.exactEnumeration()),
    TABU("tabu", new Search(Improvers::tabu, problem -> 10 * Polisher.steps(problem))),
    LOCAL_SEARCH("local-search", new Search(LocalSearch::of, Method::scoreCalculations)),
    /** Google OR-Tools, when its jar is there: see {@link ExactSolver}. */
    CP_SAT("cp-sat");

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

    /**
     * A local search that runs alone.
     *
     * @param improver makes it
     * @param steps its iterations where time is not limited
     */
    record Search(BiFunction<Problem, Hints, Improver> improver, ToLongFunction<Problem> steps) {}

    private final String id;
    private final Role role;
    private final Optional<QuantumMethod> circuit;
    private final Optional<Sampler> sampler;
    private final Optional<Search> search;
    private final Optional<CorrelationChoice> correlations;

    Method(
            String id,
            Role role,
            Optional<QuantumMethod> circuit,
            Optional<Sampler> sampler,
            Optional<Search> search,
            Optional<CorrelationChoice> correlations) {
        this.id = id;
        this.role = role;
        this.circuit = circuit;
        this.sampler = sampler;
        this.search = search;
        this.correlations = correlations;
    }

    Method(QuantumMethod circuit) {
        this(circuit.id(), Role.CIRCUIT, Optional.of(circuit), Optional.empty(), Optional.empty(), Optional.empty());
    }

    Method(String id, QuantumMethod circuit, CorrelationChoice correlations) {
        this(id, Role.CIRCUIT, Optional.of(circuit), Optional.empty(), Optional.empty(), Optional.of(correlations));
    }

    Method(Sampler sampler) {
        this(sampler.id(), Role.SAMPLER, Optional.empty(), Optional.of(sampler), Optional.empty(), Optional.empty());
    }

    Method(String id, Search search) {
        this(id, Role.SEARCH, Optional.empty(), Optional.empty(), Optional.of(search), Optional.empty());
    }

    Method(String id) {
        this(id, Role.COMPLETE, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Where there are few points, so many for each of them: 2ⁿ points are seen again and again. */
    private static long scoreCalculations(Problem problem) {
        double points = Math.scalb(1.0, Math.min(problem.size(), 40));
        return (long) Math.min(2_000_000, 1000 * points);
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

    /** What draws strings in the place of a circuit, where it does. */
    public Optional<Sampler> sampler() {
        return sampler;
    }

    /** What searches the whole problem, where it does. */
    Optional<Search> search() {
        return search;
    }

    /** The correlations that belong to it, where they are part of what it is. */
    public Optional<CorrelationChoice> correlations() {
        return correlations;
    }
}
