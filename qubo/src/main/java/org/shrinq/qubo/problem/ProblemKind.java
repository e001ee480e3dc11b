package org.shrinq.qubo.problem;

import java.util.Optional;

/** The problem classes, with the identifier that files and flags use. */
public enum ProblemKind {
    KNAPSACK("mdkp", "multidimensional knapsack"),
    INDEPENDENT_SET("mis", "maximum independent set"),
    QUADRATIC_ASSIGNMENT("qap", "quadratic assignment"),
    MAX_CUT("maxcut", "maximum cut"),
    MARKET_SHARE("market-share", "market share"),
    LOW_AUTOCORRELATION("labs", "low-autocorrelation binary sequence"),
    BINARY_QUADRATIC("bqp", "binary quadratic program");

    private final String id;
    private final String title;

    ProblemKind(String id, String title) {
        this.id = id;
        this.title = title;
    }

    /** "mdkp", "mis", "qap", "maxcut", "market-share", "labs", "bqp". */
    public String id() {
        return id;
    }

    /** The name in words. */
    public String title() {
        return title;
    }

    public static Optional<ProblemKind> ofId(String id) {
        for (ProblemKind kind : values()) {
            if (kind.id.equals(id)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
