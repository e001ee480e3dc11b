package org.shrinq.solver.result;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.shrinq.qubo.Qubo;
import org.shrinq.shrink.AssignmentCode;
import org.shrinq.shrink.CompactCode;
import org.shrinq.shrink.Elimination;
import org.shrinq.shrink.EliminationLog;
import org.shrinq.shrink.EliminationRule;
import org.shrinq.shrink.Shrunk;

/** The elimination log and the map from variables to qubits as JSON, exact to the bit both ways. */
final class ShrinkLog {
    private ShrinkLog() {}

    /** The whole log and the map, of any length. */
    static ObjectNode of(Shrunk shrunk) {
        ObjectNode node = new ObjectMapper().createObjectNode();
        EliminationLog log = shrunk.log();
        node.put("variables", log.variables());
        node.put("qubits", shrunk.size());
        node.put("substituted", log.substituted());
        ArrayNode entries = node.putArray("eliminations");
        for (Elimination e : log.entries()) {
            entries.add(ResultJson.tree(entry(e)));
        }
        ArrayNode map = node.putArray("map");
        for (int v = 0; v < log.variables(); v++) {
            ObjectNode variable = map.addObject().put("variable", v);
            if (shrunk.carrier(v) < 0) {
                variable.put("value", shrunk.flip(v));
            } else {
                variable.put("qubit", shrunk.carrier(v)).put("negated", shrunk.flip(v) == 1);
            }
        }
        shrunk.code().ifPresent(code -> {
            ObjectNode own = node.putObject("code");
            own.put("name", code.kind().id());
            own.put("qubits", code.qubits());
            own.put("strings", code.strings());
            own.set("blocks", new ObjectMapper().valueToTree(code.blocks()));
        });
        return node;
    }

    /**
     * What differs between the code of a file and the same one made anew of the small QUBO; empty where nothing does,
     * and where there is none.
     *
     * @throws IllegalArgumentException when the code does not fit the QUBO
     */
    static List<String> compareCode(JsonNode file, Qubo qubo) {
        JsonNode node = file.path("code");
        if (node.isMissingNode()) {
            return List.of();
        }
        AssignmentCode kind = AssignmentCode.ofId(node.path("name").asText())
                .orElseThrow(() -> new IllegalArgumentException(
                        "code is '" + node.path("name").asText() + "'"));
        CompactCode code = CompactCode.of(kind, qubo, blocks(node.path("blocks")));
        List<String> differences = new ArrayList<>();
        if (node.path("qubits").asInt(-1) != code.qubits()) {
            differences.add("the code has " + code.qubits() + " qubits, the file says " + node.path("qubits"));
        }
        if (node.path("strings").asInt(-1) != code.strings()) {
            differences.add("the code has " + code.strings() + " strings, the file says " + node.path("strings"));
        }
        return differences;
    }

    /** Whether it is a list of lists of lists. */
    private static boolean isTableOfRows(JsonNode node) {
        boolean lists = node.isArray();
        for (JsonNode block : node) {
            lists &= block.isArray();
            for (JsonNode row : block) {
                lists &= row.isArray();
            }
        }
        return lists;
    }

    private static List<int[][]> blocks(JsonNode node) {
        try {
            if (!isTableOfRows(node)) {
                throw new IllegalArgumentException("the blocks of the code are damaged: " + node);
            }
            return List.of(new ObjectMapper().treeToValue(node, int[][][].class));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the blocks of the code are damaged: " + e.getOriginalMessage(), e);
        }
    }

    static StageEntries.EliminationEntry entry(Elimination e) {
        return new StageEntries.EliminationEntry(
                e.kind().id(),
                e.i(),
                e.kind() == Elimination.Kind.MERGE ? e.j() : null,
                e.sign(),
                e.rule().id(),
                ResultJson.finite(e.correlation()),
                ResultJson.finite(e.margin()),
                ResultJson.finite(e.risk()),
                e.proven());
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The log of {@link #of}. Read node by node and not as records: a log that was cut or edited has fields missing,
     * which records would fill with zeros, and the message is to name the entry.
     *
     * @throws IllegalArgumentException when something is missing or out of range, naming the entry
     */
    static EliminationLog read(JsonNode node) {
        JsonNode array = node.path("eliminations");
        if (!array.isArray() || !node.path("variables").isInt()) {
            throw new IllegalArgumentException("holds no elimination log");
        }
        List<Elimination> entries = new ArrayList<>();
        for (JsonNode e : array) {
            entries.add(elimination(e, entries.size()));
        }
        return new EliminationLog(
                node.path("variables").intValue(), node.path("substituted").asInt(0), entries);
    }

    private static Elimination elimination(JsonNode e, int index) {
        boolean fix = e.path("kind").asText().equals("fix");
        int sign = e.path("sign").asInt(0);
        int i = e.path("i").asInt(-1);
        int j = fix ? -1 : e.path("j").asInt(-1);
        Optional<EliminationRule> rule = EliminationRule.ofId(e.path("rule").asText());
        boolean sound = i >= 0 && (fix || (e.path("kind").asText().equals("merge") && j >= 0 && j != i));
        if (rule.isEmpty() || (sign != 1 && sign != -1) || !sound) {
            throw new IllegalArgumentException("elimination " + (index + 1) + " is damaged: " + e);
        }
        return new Elimination(
                fix ? Elimination.Kind.FIX : Elimination.Kind.MERGE,
                i,
                j,
                sign,
                rule.get(),
                e.path("correlation").asDouble(),
                e.path("margin").asDouble(),
                e.path("risk").asDouble(),
                e.path("proven").asBoolean());
    }
}
