package org.shrinq.bench.store;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.shrinq.solver.result.ResultFile;
import org.shrinq.solver.result.ResultJson;
import org.shrinq.solver.result.StageEntries.RepairEntry;
import org.shrinq.solver.result.StageEntries.VerifyEntry;

/** Runs as files for other programs. */
public final class Export {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final List<String> COLUMNS = List.of(
            "problem",
            "instance",
            "variables",
            "best_known",
            "method",
            "configuration",
            "seed",
            "repeat",
            "version",
            "started",
            "seconds",
            "host",
            "machine",
            "ended",
            "status",
            "feasible",
            "objective",
            "bound",
            "qubits",
            "raw_feasible_fraction",
            "raw_best_objective",
            "repaired_objective",
            "mean_repaired_objective",
            "mean_repair_distance",
            "known_before_circuit",
            "origin",
            "nobody_had_before",
            "error");

    private Export() {}

    /** One line per run with its indexed columns; what is absent is empty. */
    public static void csv(List<StoredRun> runs, Path file) {
        write(file, out -> {
            out.write(Csv.line(COLUMNS) + "\n");
            for (StoredRun r : runs) {
                out.write(Csv.line(List.of(
                                r.instance().problem(),
                                r.instance().name(),
                                Integer.toString(r.instance().variables()),
                                text(r.instance().bestKnown()),
                                r.method(),
                                r.key().configuration(),
                                Long.toString(r.key().seed()),
                                Integer.toString(r.key().repeat()),
                                r.key().version(),
                                r.started(),
                                text(r.seconds()),
                                r.place().host(),
                                r.place().machine(),
                                r.ended().name(),
                                r.status().orElse(""),
                                Boolean.toString(r.isFeasible()),
                                text(r.objective()),
                                text(r.bound()),
                                r.qubits().isPresent()
                                        ? Integer.toString(r.qubits().getAsInt())
                                        : "",
                                verified(r, VerifyEntry::rawFeasibleFraction),
                                verified(r, VerifyEntry::rawBestObjective),
                                repaired(r, RepairEntry::objectiveAfter),
                                repaired(r, RepairEntry::meanObjective),
                                repaired(r, RepairEntry::meanRepairDistance),
                                text(r.knownBeforeCircuit()),
                                r.result().map(ResultFile::origin).orElse(""),
                                r.tellsCredit() ? Boolean.toString(r.isOfSamples()) : "",
                                r.error().orElse("")))
                        + "\n");
            }
        });
    }

    /** One JSON object per line: the run's columns, and the whole result file under "result". */
    public static void jsonLines(List<StoredRun> runs, Path file) {
        write(file, out -> {
            for (StoredRun r : runs) {
                ObjectNode node = MAPPER.createObjectNode();
                node.put("problem", r.instance().problem());
                node.put("instance", r.instance().name());
                node.put("method", r.method());
                node.put("configuration", r.key().configuration());
                node.put("seed", r.key().seed());
                node.put("repeat", r.key().repeat());
                node.put("version", r.key().version());
                node.put("started", r.started());
                node.put("seconds", r.seconds());
                node.put("host", r.place().host());
                node.put("machine", r.place().machine());
                node.put("ended", r.ended().name());
                r.error().ifPresent(e -> node.put("error", e));
                r.result().ifPresent(result -> node.set("result", ResultJson.tree(result)));
                out.write(MAPPER.writeValueAsString(node) + "\n");
            }
        });
    }

    private static String verified(StoredRun run, Function<VerifyEntry, @Nullable Double> value) {
        return run.result()
                .map(r -> r.stages().verify())
                .map(value)
                .map(Export::text)
                .orElse("");
    }

    private static String repaired(StoredRun run, Function<RepairEntry, @Nullable Double> value) {
        return run.result()
                .map(r -> r.stages().repair())
                .map(value)
                .map(Export::text)
                .orElse("");
    }

    static String text(OptionalDouble value) {
        return value.isPresent() ? text(value.getAsDouble()) : "";
    }

    /** Whole numbers without a fraction. */
    static String text(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    /** What fills a file. */
    @FunctionalInterface
    interface Content {
        void write(Writer out) throws IOException;
    }

    static void write(Path file, Content content) {
        try {
            Path parent = file.toAbsolutePath().getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            try (Writer out = Files.newBufferedWriter(file)) {
                content.write(out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file + ": " + e.getMessage(), e);
        }
    }
}
