package org.shrinq.qubo.problem;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/**
 * What kind of problem a {@link Problem} is, as files, flags and accounts name it. The kinds that come with the library
 * are constants; a custom problem may name another.
 *
 * @param id what files and flags call it, lower-case letters, digits and hyphens, such as "mdkp"
 * @param title the name in words
 */
public record ProblemKind(String id, String title) implements Serializable {
    public static final ProblemKind KNAPSACK = new ProblemKind("mdkp", "multidimensional knapsack");
    public static final ProblemKind INDEPENDENT_SET = new ProblemKind("mis", "maximum independent set");
    public static final ProblemKind QUADRATIC_ASSIGNMENT = new ProblemKind("qap", "quadratic assignment");
    public static final ProblemKind MAX_CUT = new ProblemKind("maxcut", "maximum cut");
    public static final ProblemKind MARKET_SHARE = new ProblemKind("market-share", "market share");
    public static final ProblemKind LOW_AUTOCORRELATION =
            new ProblemKind("labs", "low-autocorrelation binary sequence");
    public static final ProblemKind BINARY_QUADRATIC = new ProblemKind("bqp", "binary quadratic program");

    private static final List<ProblemKind> BUNDLED = List.of(
            KNAPSACK,
            INDEPENDENT_SET,
            QUADRATIC_ASSIGNMENT,
            MAX_CUT,
            MARKET_SHARE,
            LOW_AUTOCORRELATION,
            BINARY_QUADRATIC);

    /** @throws IllegalArgumentException for an id that is no word of lower-case letters, digits and hyphens */
    public ProblemKind {
        if (!id.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw new IllegalArgumentException(
                    "expected an id of lower-case letters, digits and hyphens, found '" + id + "'");
        }
    }

    /** The kinds that come with the library. */
    public static List<ProblemKind> bundled() {
        return BUNDLED;
    }

    /** Their ids as messages list them: "mdkp, mis, … or bqp". */
    public static String listed() {
        List<String> ids = BUNDLED.stream().map(ProblemKind::id).toList();
        int last = ids.size() - 1;
        return String.join(", ", ids.subList(0, last)) + " or " + ids.get(last);
    }

    /** The bundled kind of that id. */
    public static Optional<ProblemKind> ofId(String id) {
        return BUNDLED.stream().filter(kind -> kind.id.equals(id)).findFirst();
    }
}
