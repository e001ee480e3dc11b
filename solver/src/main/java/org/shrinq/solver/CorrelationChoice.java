package org.shrinq.solver;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.qubo.problem.ProblemKind;
import org.shrinq.shrink.correlate.CorrelationSource;

/** Which correlations decide what is merged. */
public enum CorrelationChoice {
    /** By method and kind of problem: see {@link #resolve}. */
    AUTO("auto"),
    SDP("sdp"),
    LP("lp"),
    QAOA1("qaoa1"),
    QAOA("qaoa"),
    SAMPLES("samples"),
    ENSEMBLE("ensemble"),
    /** No knowledge at all: the control for what correlations are worth. */
    RANDOM("random");

    private final String id;

    CorrelationChoice(String id) {
        this.id = id;
    }

    /** "auto", "sdp", … */
    public String id() {
        return id;
    }

    public static Optional<CorrelationChoice> ofId(String id) {
        return Arrays.stream(values()).filter(c -> c.id.equals(id)).findFirst();
    }

    public static List<String> ids() {
        return Arrays.stream(values()).map(CorrelationChoice::id).toList();
    }

    /**
     * Itself; for {@link #AUTO} the QAOA state under recursive QAOA, the linear relaxation for knapsacks, else the semidefinite one.
     */
    public CorrelationChoice resolve(Problem problem, Method method) {
        if (this != AUTO) {
            return this;
        }
        if (method == Method.RQAOA) {
            return QAOA;
        }
        return problem.kind() == ProblemKind.KNAPSACK ? LP : SDP;
    }

    CorrelationSource source() {
        return switch (this) {
            case SAMPLES -> CorrelationSource.samples();
            case RANDOM -> CorrelationSource.random();
            default -> CorrelationSource.sdp();
        };
    }
}
