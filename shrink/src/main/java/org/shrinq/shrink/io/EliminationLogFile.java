package org.shrinq.shrink.io;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.shrinq.shrink.Elimination;
import org.shrinq.shrink.EliminationLog;
import org.shrinq.shrink.EliminationRule;

/**
 * The elimination log as JSON lines: a header, then one object per entry in order.
 *
 * <pre>
 * {"format": "shrinq-elimination-log", "version": 1, "variables": 144, "substituted": 0, "entries": 128}
 * {"kind": "merge", "i": 3, "j": 0, "sign": -1, "rule": "correlation", "correlation": -0.98, "margin": 0.11, "risk": 0.0, "proven": false}
 * </pre>
 *
 * Numbers are written so that they read back as the same doubles; a written log equals the one read.
 */
public final class EliminationLogFile {
    private static final String FORMAT = "shrinq-elimination-log";

    private EliminationLogFile() {}

    /** Writes the log; flushes nothing. */
    public static void write(EliminationLog log, Appendable out) throws IOException {
        out.append("{\"format\": \"" + FORMAT + "\", \"version\": 1, \"variables\": " + log.variables()
                + ", \"substituted\": " + log.substituted() + ", \"entries\": "
                + log.entries().size() + "}\n");
        for (Elimination e : log.entries()) {
            out.append("{\"kind\": \"" + e.kind().id() + "\", \"i\": " + e.i());
            if (e.kind() == Elimination.Kind.MERGE) {
                out.append(", \"j\": " + e.j());
            }
            out.append(", \"sign\": " + e.sign() + ", \"rule\": \"" + e.rule().id() + "\", \"correlation\": "
                    + e.correlation() + ", \"margin\": " + e.margin() + ", \"risk\": " + e.risk() + ", \"proven\": "
                    + e.proven() + "}\n");
        }
    }

    /**
     * Reads a log.
     *
     * @param name of the file, for messages
     * @throws ShrinkFileException when it is damaged, truncated or of another format
     */
    public static EliminationLog read(BufferedReader in, String name) throws IOException {
        FlatJson header = line(in, name, 1);
        if (!header.text("format").equals(FORMAT) || header.integer("version") != 1) {
            throw header.error("format \"" + FORMAT + "\", version 1", "\"" + header.text("format") + "\"");
        }
        int count = header.integer("entries");
        List<Elimination> entries = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            entries.add(entry(line(in, name, k + 2)));
        }
        if (in.readLine() != null) {
            throw header.error("the end of the file after " + count + " entries", "more");
        }
        try {
            return new EliminationLog(header.integer("variables"), header.integer("substituted"), entries);
        } catch (IllegalArgumentException e) {
            throw header.error("entries that fit together", String.valueOf(e.getMessage()));
        }
    }

    private static FlatJson line(BufferedReader in, String name, int number) throws IOException {
        String text = in.readLine();
        if (text == null) {
            throw new ShrinkFileException(
                    name + ":" + number + ": expected more entries, found the end of the file. Maybe it is truncated.");
        }
        return FlatJson.parse(name, number, text);
    }

    private static Elimination entry(FlatJson json) {
        Elimination.Kind kind = switch (json.text("kind")) {
            case "fix" -> Elimination.Kind.FIX;
            case "merge" -> Elimination.Kind.MERGE;
            default -> throw json.error("kind \"fix\" or \"merge\"", json.text("kind"));
        };
        EliminationRule rule = EliminationRule.ofId(json.text("rule"))
                .orElseThrow(() -> json.error("a known rule", "\"" + json.text("rule") + "\""));
        int i = json.integer("i");
        int j = kind == Elimination.Kind.MERGE ? json.integer("j") : -1;
        int sign = json.integer("sign");
        if (i < 0 || (kind == Elimination.Kind.MERGE && (j < 0 || j == i)) || (sign != 1 && sign != -1)) {
            throw json.error("two different variables and a sign ±1", "i " + i + ", j " + j + ", sign " + sign);
        }
        return new Elimination(
                kind,
                i,
                j,
                sign,
                rule,
                json.number("correlation"),
                json.number("margin"),
                json.number("risk"),
                json.truth("proven"));
    }
}
