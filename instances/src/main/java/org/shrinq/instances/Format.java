package org.shrinq.instances;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.shrinq.instances.assignment.QaplibCodec;
import org.shrinq.instances.codec.Codec;
import org.shrinq.instances.graph.DimacsCodec;
import org.shrinq.instances.graph.EdgeListCodec;
import org.shrinq.instances.graph.Graph6Codec;
import org.shrinq.instances.graph.MatrixMarketCodec;
import org.shrinq.instances.graph.MetisCodec;
import org.shrinq.instances.graph.PaceCodec;
import org.shrinq.instances.graph.RudyCodec;
import org.shrinq.instances.knapsack.KnapsackCodec;
import org.shrinq.instances.knapsack.KnapsackStyle;
import org.shrinq.instances.marketshare.MarketShareCodec;
import org.shrinq.instances.marketshare.MarketSplitCodec;
import org.shrinq.instances.model.LpCodec;
import org.shrinq.instances.model.MpsCodec;
import org.shrinq.instances.model.OpbCodec;
import org.shrinq.instances.model.QplibCodec;
import org.shrinq.instances.qubo.BqpjsonCodec;
import org.shrinq.instances.qubo.CooCodec;
import org.shrinq.instances.qubo.QbsolvCodec;
import org.shrinq.instances.qubo.SymmetricCodec;
import org.shrinq.instances.qubo.SymmetricLayout;
import org.shrinq.instances.sequence.LabsCodec;
import org.shrinq.instances.text.Packing;
import org.shrinq.qubo.problem.ProblemKind;

/**
 * The file formats: one row each with the identifier that flags use, its reader and writer, its extensions and the
 * kinds of problem that it holds. docs/formats.md has the grammars as read.
 */
public enum Format {
    /** OR-Library knapsack: "n m best", values, weights, capacities; one problem, or a count and then several. */
    MKNAP(
            "mknap",
            "OR-Library knapsack",
            new KnapsackCodec(KnapsackStyle.OR_LIBRARY),
            List.of("dat"),
            ProblemKind.KNAPSACK),
    /** SAC-94 knapsack: "m n", values, capacities, weights, best. */
    SAC94("sac94", "SAC-94 knapsack", new KnapsackCodec(KnapsackStyle.SAC94), List.of("dat"), ProblemKind.KNAPSACK),
    /** QAPLIB: n, perhaps the best value, flow matrix, distance matrix. */
    QAPLIB("qaplib", "QAPLIB", new QaplibCodec(), List.of("dat"), ProblemKind.QUADRATIC_ASSIGNMENT),
    /** DIMACS graph: "p edge n m" or "p col n m", "e u v", "n v w". */
    DIMACS(
            "dimacs",
            "DIMACS graph",
            new DimacsCodec(),
            List.of("txt", "clq", "col", "dimacs"),
            ProblemKind.INDEPENDENT_SET,
            ProblemKind.MAX_CUT),
    /** METIS graph: "n m fmt", then one line of neighbours per vertex. */
    METIS(
            "metis",
            "METIS graph",
            new MetisCodec(),
            List.of("graph", "metis"),
            ProblemKind.INDEPENDENT_SET,
            ProblemKind.MAX_CUT),
    /** One edge "u v" or "u v weight" per line. */
    EDGE_LIST(
            "edge-list",
            "edge list",
            new EdgeListCodec(),
            List.of("edges", "edgelist"),
            ProblemKind.INDEPENDENT_SET,
            ProblemKind.MAX_CUT),
    /** rudy and Gset: "n m", then "u v weight" per edge. */
    RUDY(
            "rudy",
            "rudy (Gset)",
            new RudyCodec(),
            List.of("mc", "rud", "rudy", "txt"),
            ProblemKind.MAX_CUT,
            ProblemKind.INDEPENDENT_SET),
    /** qbsolv: "p qubo 0 n diagonals couplers", then "i j value". */
    QBSOLV("qbsolv", "qbsolv QUBO", new QbsolvCodec(), List.of("qubo"), ProblemKind.BINARY_QUADRATIC),
    /** Coordinate list: "i j value", perhaps after "# vartype=BINARY" or "# vartype=SPIN". */
    COO("coo", "COO", new CooCodec(), List.of("coo"), ProblemKind.BINARY_QUADRATIC),
    /** BQPJSON: a JSON object with variable_ids, linear_terms and quadratic_terms. */
    BQPJSON("bqpjson", "BQPJSON", new BqpjsonCodec(), List.of("json"), ProblemKind.BINARY_QUADRATIC),
    /** Market share as a JSON object with demands and target_demands. */
    MARKET_SHARE_JSON(
            "market-share-json",
            "market-share JSON",
            new MarketShareCodec(),
            List.of("json"),
            ProblemKind.MARKET_SHARE),
    /** Market split: "m n", then m rows of n coefficients and a right-hand side. */
    MARKET_SPLIT(
            "market-split",
            "market split",
            new MarketSplitCodec(),
            List.of("dat"),
            ProblemKind.MARKET_SHARE,
            ProblemKind.BINARY_QUADRATIC),
    /** A low-autocorrelation sequence as a JSON object with its length. */
    LABS("labs", "LABS JSON", new LabsCodec(), List.of("json"), ProblemKind.LOW_AUTOCORRELATION),
    /** MQLib: "n entries", then "i j value"; maximised, off-diagonal entries count twice. */
    MQLIB(
            "mqlib",
            "MQLib QUBO",
            new SymmetricCodec(SymmetricLayout.MQLIB),
            List.of("mqlib"),
            ProblemKind.BINARY_QUADRATIC),
    /** ZIMPL's .qs: as MQLib, but minimised and with "# ObjectiveOffset c". */
    ZIMPL("qs", "ZIMPL QUBO", new SymmetricCodec(SymmetricLayout.ZIMPL), List.of("qs"), ProblemKind.BINARY_QUADRATIC),
    /** Biq Mac: as MQLib, but minimised. */
    BIQ_MAC(
            "biqmac",
            "Biq Mac QUBO",
            new SymmetricCodec(SymmetricLayout.BIQ_MAC),
            List.of("sparse", "biqmac"),
            ProblemKind.BINARY_QUADRATIC),
    /** OR-Library QUBOs: a count, then that many problems as in MQLib; maximised. */
    OR_LIBRARY_QUBO(
            "orlib-qubo",
            "OR-Library QUBOs",
            new SymmetricCodec(SymmetricLayout.OR_LIBRARY),
            List.of("bqp"),
            ProblemKind.BINARY_QUADRATIC),
    /** Matrix Market coordinates: a graph, or the QUBO xᵀAx. */
    MATRIX_MARKET(
            "matrix-market",
            "Matrix Market",
            new MatrixMarketCodec(),
            List.of("mtx", "mm"),
            ProblemKind.INDEPENDENT_SET,
            ProblemKind.MAX_CUT,
            ProblemKind.BINARY_QUADRATIC),
    /** QPLIB, with binary variables and linear constraints. */
    QPLIB(
            "qplib",
            "QPLIB",
            new QplibCodec(),
            List.of("qplib"),
            ProblemKind.BINARY_QUADRATIC,
            ProblemKind.KNAPSACK,
            ProblemKind.INDEPENDENT_SET),
    /** CPLEX LP, with binary variables, a linear or quadratic objective and linear constraints. */
    CPLEX_LP(
            "lp",
            "CPLEX LP",
            new LpCodec(),
            List.of("lp"),
            ProblemKind.BINARY_QUADRATIC,
            ProblemKind.KNAPSACK,
            ProblemKind.INDEPENDENT_SET),
    /** MPS, free or fixed, with binary and bounded integer variables. */
    MPS(
            "mps",
            "MPS",
            new MpsCodec(),
            List.of("mps"),
            ProblemKind.BINARY_QUADRATIC,
            ProblemKind.KNAPSACK,
            ProblemKind.INDEPENDENT_SET),
    /** OPB: pseudo-Boolean constraints with whole coefficients, linear or not. */
    OPB("opb", "OPB", new OpbCodec(), List.of("opb", "pbo"), ProblemKind.BINARY_QUADRATIC),
    /** PACE: "p tw n m", then "u v" per edge. */
    PACE("pace", "PACE graph", new PaceCodec(), List.of("gr"), ProblemKind.INDEPENDENT_SET, ProblemKind.MAX_CUT),
    /** graph6: a graph a line, six edges a character. */
    GRAPH6("graph6", "graph6", new Graph6Codec(), List.of("g6"), ProblemKind.INDEPENDENT_SET, ProblemKind.MAX_CUT);

    private final String id;
    private final String title;
    private final Codec codec;
    private final List<String> extensions;
    private final List<ProblemKind> kinds;

    Format(String id, String title, Codec codec, List<String> extensions, ProblemKind... kinds) {
        this.id = id;
        this.title = title;
        this.codec = codec;
        this.extensions = extensions;
        this.kinds = List.of(kinds);
    }

    Codec codec() {
        return codec;
    }

    /** True for a format that can hold any QUBO without constraints. */
    public boolean holdsQubos() {
        return codec.quboSense().isPresent() || codec.holdsModels();
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
        return extensions.get(0);
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
     * The format that a file of that name is written in when none is given: by its extension or identifier; where
     * several formats share an extension, the one whose usual kind of problem it is, else the first. The extension of a
     * packing is looked through.
     */
    public static Optional<Format> forFile(String fileName, ProblemKind kind) {
        String lower = fileName.toLowerCase(Locale.ROOT);
        String plain = Packing.plainName(lower);
        String extension = plain.substring(plain.lastIndexOf('.') + 1);
        Optional<Format> first = Optional.empty();
        for (Format format : values()) {
            if (format.extensions.contains(extension)) {
                if (format.kinds.get(0).equals(kind)) {
                    return Optional.of(format);
                }
                first = first.isPresent() ? first : Optional.of(format);
            }
        }
        return first.isPresent() ? first : ofId(extension);
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
