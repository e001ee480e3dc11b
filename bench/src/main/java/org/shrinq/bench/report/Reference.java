package org.shrinq.bench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.shrinq.bench.store.Csv;
import org.shrinq.bench.store.StoreException;

/**
 * Values from elsewhere that stand beside ours. Two layouts of CSV are understood, told apart by their header:
 * best-known values ({@code problem, instance, best_known}, perhaps {@code proven_optimal}), and published runs ({@code
 * problem, instance, method, run_set, objective_raw, raw_feasible, objective_after_postprocessing, feasible}, perhaps
 * {@code qubits, relative_gap_percent}).
 */
public final class Reference {
    private static final Set<String> BEST_KNOWN = Set.of("problem", "instance", "best_known");
    private static final Set<String> RUNS = Set.of(
            "problem",
            "instance",
            "method",
            "run_set",
            "objective_raw",
            "raw_feasible",
            "objective_after_postprocessing",
            "feasible");

    private final Map<String, Double> bestKnown = new HashMap<>();
    private final List<PublishedRun> runs = new ArrayList<>();
    private final List<String> sources = new ArrayList<>();

    private Reference() {}

    /**
     * A run that others published.
     *
     * @param set where it comes from, such as "published_hardware"
     * @param raw objective before post-processing, with whether it was feasible
     * @param objective after post-processing, with whether it is feasible
     * @param gap the gap as published, in [0, 1], where only that is published
     */
    public record PublishedRun(
            String problem,
            String instance,
            String method,
            String set,
            OptionalDouble qubits,
            OptionalDouble raw,
            boolean rawFeasible,
            OptionalDouble objective,
            OptionalDouble gap,
            boolean feasible) {}

    public static Reference none() {
        return new Reference();
    }

    /**
     * Reads files of either layout.
     *
     * @throws StoreException for another one, naming file and line
     */
    public static Reference read(List<Path> files) {
        Reference reference = new Reference();
        for (Path file : files) {
            reference.read(file);
        }
        return reference;
    }

    private void read(Path file) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (IOException e) {
            throw new StoreException(
                    file + ": " + (Files.exists(file) ? "cannot be read as text." : "no such file."), e);
        }
        List<String> header = lines.isEmpty() ? List.of() : Csv.fields(lines.get(0));
        boolean isRuns = header.containsAll(RUNS);
        if (!isRuns && !header.containsAll(BEST_KNOWN)) {
            throw new StoreException(file + ":1: expected the columns "
                    + String.join(", ", BEST_KNOWN.stream().sorted().toList())
                    + ", or those of published runs. See docs/benchmarking.md.");
        }
        for (int k = 1; k < lines.size(); k++) {
            if (lines.get(k).isBlank()) {
                continue;
            }
            List<String> fields = Csv.fields(lines.get(k));
            if (fields.size() != header.size()) {
                throw new StoreException(
                        file + ":" + (k + 1) + ": expected " + header.size() + " fields, found " + fields.size() + ".");
            }
            Map<String, String> row = new HashMap<>();
            for (int c = 0; c < header.size(); c++) {
                row.put(header.get(c), fields.get(c));
            }
            try {
                add(row, isRuns);
            } catch (NumberFormatException e) {
                throw new StoreException(file + ":" + (k + 1) + ": expected a number: " + e.getMessage() + ".", e);
            }
        }
        sources.add(file.getFileName().toString());
    }

    private void add(Map<String, String> row, boolean isRun) {
        String problem = text(row, "problem").replace('_', '-');
        String instance = text(row, "instance");
        if (isRun) {
            runs.add(new PublishedRun(
                    problem,
                    instance,
                    text(row, "method"),
                    text(row, "run_set"),
                    number(row, "qubits"),
                    number(row, "objective_raw"),
                    Boolean.parseBoolean(text(row, "raw_feasible")),
                    number(row, "objective_after_postprocessing"),
                    gap(row),
                    Boolean.parseBoolean(text(row, "feasible"))));
        } else {
            number(row, "best_known").ifPresent(value -> bestKnown.put(key(problem, instance), value));
        }
    }

    private static OptionalDouble gap(Map<String, String> row) {
        OptionalDouble percent = number(row, "relative_gap_percent");
        return percent.isPresent() ? OptionalDouble.of(percent.getAsDouble() / 100) : percent;
    }

    private static String text(Map<String, String> row, String column) {
        return row.getOrDefault(column, "").strip();
    }

    private static OptionalDouble number(Map<String, String> row, String column) {
        String text = text(row, column);
        return text.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(text));
    }

    private static String key(String problem, String instance) {
        return problem + "/" + instance;
    }

    public OptionalDouble bestKnown(String problem, String instance) {
        Double value = bestKnown.get(key(problem, instance));
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    public List<PublishedRun> published(String problem, String instance) {
        return runs.stream()
                .filter(r -> r.problem().equals(problem) && r.instance().equals(instance))
                .toList();
    }

    /** Names of the files. */
    public List<String> sources() {
        return List.copyOf(sources);
    }
}
