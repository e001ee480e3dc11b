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
    /** Market share as a JSON object with demands and target_demands. */
    MARKET_SHARE_JSON("market-share-json", "market-share JSON", "json", ProblemKind.MARKET_SHARE);

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
