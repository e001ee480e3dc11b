package org.shrinq.instances;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.shrinq.qubo.problem.ProblemKind;

/** The file formats, with the identifier that flags use; docs/formats.md has each one's grammar as read. */
public enum Format {
    /** OR-Library knapsack: "n m best", values, weights, capacities; one problem, or a count and then several. */
    MKNAP("mknap", "OR-Library knapsack", "dat", ProblemKind.KNAPSACK),
    /** SAC-94 knapsack: "m n", values, capacities, weights, best. */
    SAC94("sac94", "SAC-94 knapsack", "dat", ProblemKind.KNAPSACK),
    /** QAPLIB: n, perhaps the best value, flow matrix, distance matrix. */
    QAPLIB("qaplib", "QAPLIB", "dat", ProblemKind.QUADRATIC_ASSIGNMENT),
    /** DIMACS graph: "p edge n m" or "p col n m", "e u v", "n v w". */
    DIMACS("dimacs", "DIMACS graph", "txt", ProblemKind.INDEPENDENT_SET, ProblemKind.MAX_CUT),
    /** METIS graph: "n m fmt", then one line of neighbours per vertex. */
    METIS("metis", "METIS graph", "graph", ProblemKind.INDEPENDENT_SET, ProblemKind.MAX_CUT),
    /** One edge "u v" or "u v weight" per line. */
    EDGE_LIST("edge-list", "edge list", "edges", ProblemKind.INDEPENDENT_SET, ProblemKind.MAX_CUT),
    /** rudy and Gset: "n m", then "u v weight" per edge. */
    RUDY("rudy", "rudy (Gset)", "mc", ProblemKind.MAX_CUT, ProblemKind.INDEPENDENT_SET),
    /** Market share as a JSON object with demands and target_demands. */
    MARKET_SHARE_JSON("market-share-json", "market-share JSON", "json", ProblemKind.MARKET_SHARE),
    /** qbsolv: "p qubo 0 n diagonals couplers", then "i j value". */
    QBSOLV("qbsolv", "qbsolv QUBO", "qubo", ProblemKind.BINARY_QUADRATIC),
    /** Coordinate list: "i j value", perhaps after "# vartype=BINARY" or "# vartype=SPIN". */
    COO("coo", "COO", "coo", ProblemKind.BINARY_QUADRATIC),
    /** BQPJSON: a JSON object with variable_ids, linear_terms and quadratic_terms. */
    BQPJSON("bqpjson", "BQPJSON", "json", ProblemKind.BINARY_QUADRATIC),
    /** MQLib: "n entries", then "i j value"; maximised, off-diagonal entries count twice. */
    MQLIB("mqlib", "MQLib QUBO", "mqlib", ProblemKind.BINARY_QUADRATIC),
    /** QPLIB, with binary variables and linear constraints. */
    QPLIB("qplib", "QPLIB", "qplib", ProblemKind.BINARY_QUADRATIC, ProblemKind.KNAPSACK, ProblemKind.INDEPENDENT_SET),
    /** CPLEX LP, with binary variables, a linear or quadratic objective and linear constraints. */
    CPLEX_LP("lp", "CPLEX LP", "lp", ProblemKind.BINARY_QUADRATIC, ProblemKind.KNAPSACK, ProblemKind.INDEPENDENT_SET);

    private final String id;
    private final String title;
    private final String extension;
    private final List<ProblemKind> kinds;

    Format(String id, String title, String extension, ProblemKind... kinds) {
        this.id = id;
        this.title = title;
        this.extension = extension;
        this.kinds = List.of(kinds);
    }

    /** What flags and messages call it, such as "qaplib". */
    public String id() {
        return id;
    }

    /** The name in words. */
    public String title() {
        return title;
    }

    /** The usual file extension, without a dot. */
    public String extension() {
        return extension;
    }

    /** The kinds of problem that a file of this format can be read as, the default first. */
    public List<ProblemKind> kinds() {
        return kinds;
    }

    /** The format of that identifier, in any case. */
    public static Optional<Format> ofId(String id) {
        String lower = id.toLowerCase(Locale.ROOT);
        for (Format format : values()) {
            if (format.id.equals(lower)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    /**
     * The format that a file of that name is written in when none is given: by its extension, where several formats share one
     * by the kind of problem. A .gz is looked through.
     */
    public static Optional<Format> forFile(String fileName, ProblemKind kind) {
        String lower = fileName.toLowerCase(Locale.ROOT);
        String plain = lower.endsWith(".gz") ? lower.substring(0, lower.length() - 3) : lower;
        String extension = plain.substring(plain.lastIndexOf('.') + 1);
        return switch (extension) {
            case "dat" -> Optional.of(kind == ProblemKind.QUADRATIC_ASSIGNMENT ? QAPLIB : MKNAP);
            case "json" -> Optional.of(kind == ProblemKind.MARKET_SHARE ? MARKET_SHARE_JSON : BQPJSON);
            case "txt" -> Optional.of(kind == ProblemKind.MAX_CUT ? RUDY : DIMACS);
            case "clq", "col", "dimacs" -> Optional.of(DIMACS);
            case "graph", "metis" -> Optional.of(METIS);
            case "mc", "rud", "rudy" -> Optional.of(RUDY);
            case "edges", "edgelist" -> Optional.of(EDGE_LIST);
            case "qubo" -> Optional.of(QBSOLV);
            default -> ofId(extension);
        };
    }

    /** Every format that can be read as that kind. */
    public static Set<Format> of(ProblemKind kind) {
        EnumSet<Format> formats = EnumSet.noneOf(Format.class);
        for (Format format : values()) {
            if (format.kinds.contains(kind)) {
                formats.add(format);
            }
        }
        return formats;
    }
}
