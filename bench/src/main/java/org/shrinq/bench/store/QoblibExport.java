package org.shrinq.bench.store;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shrinq.instances.Instance;
import org.shrinq.instances.Instances;
import org.shrinq.instances.solution.SolutionForm;
import org.shrinq.instances.solution.Solutions;
import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.Sense;
import org.shrinq.solver.config.Settings;
import org.shrinq.solver.result.Replay;
import org.shrinq.solver.result.ResultFile;

/**
 * Runs as submissions to the Quantum Optimization Benchmarking Library (Koch et al. 2025, arXiv 2504.03832): per method
 * and instance a folder with {@code NAME_summary.csv}, {@code NAME_solution.sol} and
 * {@code NAME_objective_time_series.json}. Columns, names and forms are those of its contribution guide and of the
 * checks that it runs on every submission. Who submits is left for the submitter to say.
 */
public final class QoblibExport {
    /** Runs that the guide requires of a random method. */
    public static final int LEAST_RUNS = 5;

    /** Runs within this share of the method's own best count as successful. */
    public static final double SUCCESS_THRESHOLD = 0.0001;

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String UNKNOWN = "N/A";

    private final Submitter submitter;
    private final String machine;

    /**
     * What only the submitter knows.
     *
     * @param name authors, separated by commas
     * @param affiliation one per author
     * @param reference a paper or repository
     * @param date of the submission, as YYYY-MM-DD
     */
    public record Submitter(String name, String affiliation, String reference, String date) {}

    /** For runs on that machine. */
    public QoblibExport(Submitter submitter, String machine) {
        this.submitter = submitter;
        this.machine = machine;
    }

    /**
     * What was written.
     *
     * @param submissions folders
     * @param leftOut methods and instances without a solution that can be written: the library refuses a submission
     *     without
     * @param fewRuns submissions with fewer than {@link #LEAST_RUNS} runs
     */
    public record Written(int submissions, int leftOut, int fewRuns) {}

    /** Writes every method's runs under {@code folder/METHOD/INSTANCE}. */
    public Written write(List<StoredRun> runs, Path folder) {
        Map<String, List<StoredRun>> groups = new LinkedHashMap<>();
        for (StoredRun r : runs) {
            String method = inFolder(r.method().replaceAll("[^A-Za-z0-9.=-]+", "_"));
            groups.computeIfAbsent(method + "/" + inFolder(r.instance().name()), k -> new ArrayList<>())
                    .add(r);
        }
        int submissions = 0;
        int fewRuns = 0;
        for (Map.Entry<String, List<StoredRun>> group : groups.entrySet()) {
            if (submission(group.getValue(), folder.resolve(group.getKey()))) {
                submissions++;
                fewRuns += group.getValue().size() < LEAST_RUNS ? 1 : 0;
            }
        }
        return new Written(submissions, groups.size() - submissions, fewRuns);
    }

    /** A name as one of a file in the folder, wherever else it would lead. */
    private static String inFolder(String name) {
        return name.replaceAll("[/\\\\\\p{Cntrl}]+", "_").replaceAll("^\\.+", "_");
    }

    /** False where there is no solution to submit; nothing is written then. */
    private boolean submission(List<StoredRun> runs, Path folder) {
        StoredRun.InstanceRow row = runs.get(0).instance();
        Optional<StoredRun> best = best(runs);
        Optional<Instance> instance = instance(runs, best);
        Optional<Bits> solution = best.flatMap(b -> instance.flatMap(i -> solution(b, i)));
        if (best.isEmpty() || instance.isEmpty() || solution.isEmpty()) {
            return false;
        }
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make " + folder + ": " + e.getMessage(), e);
        }
        Map<String, String> values =
                summary(runs, best, instance.get().problem().model());
        Export.write(folder.resolve(inFolder(row.name()) + "_summary.csv"), out -> {
            out.write(Csv.line(List.copyOf(values.keySet())) + "\n");
            out.write(Csv.line(List.copyOf(values.values())) + "\n");
        });
        Export.write(
                folder.resolve(inFolder(row.name()) + "_objective_time_series.json"),
                out -> out.write(MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(series(runs)) + "\n"));
        // the library's checks know names of models, and bits where its files have numbers
        Instance known = instance.get();
        SolutionForm form = known.variableNames().isEmpty() ? SolutionForm.BITS : SolutionForm.SOL;
        Solutions.write(folder.resolve(inFolder(row.name()) + "_solution.sol"), form, known, solution.get());
        return true;
    }

    private static Optional<StoredRun> best(List<StoredRun> runs) {
        Comparator<StoredRun> order =
                Comparator.comparingDouble(r -> r.objective().orElse(Double.NaN));
        boolean maximise = runs.get(0).instance().sense() == Sense.MAXIMIZE;
        return runs.stream().filter(StoredRun::isFeasible).min(maximise ? order.reversed() : order);
    }

    /** Read again for its model and the names of its variables; empty when the file is gone or another one. */
    private static Optional<Instance> instance(List<StoredRun> runs, Optional<StoredRun> best) {
        Path path = Path.of(runs.get(0).instance().path());
        Optional<ResultFile> result = best.flatMap(StoredRun::result);
        if (!Files.isRegularFile(path) || result.isEmpty()) {
            return Optional.empty();
        }
        Instance read = Instances.read(path, Replay.readOptions(result.get().instance()));
        return runs.get(0).key().instance().startsWith(read.sha256()) ? Optional.of(read) : Optional.empty();
    }

    private Map<String, String> summary(List<StoredRun> runs, Optional<StoredRun> best, BinaryModel model) {
        StoredRun first = runs.get(0);
        double top = best.map(r -> r.objective().orElse(Double.NaN)).orElse(Double.NaN);
        long feasible = runs.stream().filter(StoredRun::isFeasible).count();
        long successful = runs.stream()
                .filter(r -> r.objective().isPresent()
                        && Math.abs(r.objective().getAsDouble() - top) <= SUCCESS_THRESHOLD * Math.abs(top))
                .count();
        double runtime = runs.stream().mapToDouble(StoredRun::seconds).average().orElse(0);
        String method = first.result().map(r -> r.setting("method")).orElse("");
        boolean circuit = first.result()
                .map(r -> r.stages().quantum())
                .map(q -> q.backend() != null)
                .orElse(false);
        Map<String, String> v = new LinkedHashMap<>();
        v.put("Problem", first.instance().name());
        v.put("Submitter", submitter.name());
        v.put("Affiliation", submitter.affiliation());
        v.put("Date", submitter.date());
        v.put("Reference", submitter.reference());
        v.put("Best Objective Value", Double.isNaN(top) ? UNKNOWN : Export.text(top));
        v.put("Optimality Bound", best.map(QoblibExport::bound).orElse(UNKNOWN));
        boolean shrunk = first.result().map(r -> r.stages().shrink() != null).orElse(false);
        v.put("Modeling Approach", shrunk ? "QUBO, shrunk to few variables" : "Binary model with linear constraints");
        v.put("# Decision Variables", Integer.toString(first.instance().variables()));
        v.put("# Binary Variables", Integer.toString(first.instance().variables()));
        v.put("# Integer Variables", "0");
        v.put("# Continuous Variables", "0");
        Coefficients coefficients = Coefficients.of(model);
        v.put("# Non-Zero Coefficients", Long.toString(coefficients.count));
        v.put("Coefficients Type", coefficients.integer ? "Integer" : "Continuous");
        v.put("Coefficients Range", Export.text(coefficients.low) + " - " + Export.text(coefficients.high));
        v.put(
                "Workflow",
                shrunk
                        ? "Exact reductions, encoding as QUBO, constraint-aware graph shrinking, " + method
                                + " on the rest, expansion, repair" + settings(first)
                        : "Exact reductions, " + method + " on the whole problem, repair");
        v.put("Algorithm Type", "Stochastic");
        v.put("Paradigm", circuit ? "Quantum Simulator" : "Classical");
        v.put("# Runs", Integer.toString(runs.size()));
        v.put("# Feasible Runs", Long.toString(feasible));
        v.put("# Successful Runs", Long.toString(successful));
        v.put("Success Threshold", Double.toString(SUCCESS_THRESHOLD));
        v.put("Hardware Specifications", machine);
        v.put("Total Runtime", Export.text(runtime));
        v.put("Time to Solution", Export.text(meanTimeOfBest(runs)));
        v.put("CPU Runtime", Export.text(runtime));
        v.put("GPU Runtime", UNKNOWN);
        v.put("QPU Runtime", UNKNOWN);
        v.put("Other HW Runtime", UNKNOWN);
        v.put(
                "Remarks",
                "shrinq " + first.key().version() + ", method " + first.method() + ", seeds "
                        + String.join(
                                " ",
                                runs.stream()
                                        .map(r -> Long.toString(r.key().seed()))
                                        .toList())
                        + command(first));
        return v;
    }

    /** What repeats a run; other seeds take the place of the first one's. */
    private static String command(StoredRun run) {
        return run.result()
                .map(r -> {
                    StringBuilder text = new StringBuilder("; reproduce with: shrinq solve ");
                    text.append(Path.of(run.instance().path()).getFileName());
                    text.append(" --problem ").append(r.instance().problem());
                    text.append(" --format ").append(r.instance().format());
                    Settings.changed(Replay.options(r.config())).forEach((name, value) -> {
                        if (!name.equals("seed")) {
                            text.append(" --").append(name).append(' ').append(value);
                        }
                    });
                    return text.append(" --seed ").append(run.key().seed()).toString();
                })
                .orElse("");
    }

    private static String settings(StoredRun run) {
        return run.result()
                .filter(r -> !r.config().isEmpty())
                .map(r -> "; " + r.setting("qubits") + " qubits, " + r.setting("layers") + " layers, "
                        + r.setting("shots") + " shots")
                .orElse("");
    }

    private static String bound(StoredRun run) {
        boolean proven = run.status().orElse("").equals("OPTIMAL");
        return proven ? Export.text(run.objective()) : run.bound().isPresent() ? Export.text(run.bound()) : UNKNOWN;
    }

    private static double meanTimeOfBest(List<StoredRun> runs) {
        return runs.stream()
                .flatMap(r -> r.result().stream())
                .map(ResultFile::history)
                .filter(h -> !h.isEmpty())
                .mapToDouble(h -> h.get(h.size() - 1).seconds())
                .average()
                .orElse(0);
    }

    /**
     * Of the runs that found something, by the incumbents alone: the library refuses a run that gets worse again, or
     * has none.
     */
    private static ArrayNode series(List<StoredRun> runs) {
        ArrayNode all = MAPPER.createArrayNode();
        for (StoredRun run : runs) {
            if (!run.isFeasible()) {
                continue;
            }
            boolean maximise = run.instance().sense() == Sense.MAXIMIZE;
            ArrayNode points = all.addArray();
            Double last = null;
            for (ResultFile.HistoryPoint point :
                    run.result().map(ResultFile::history).orElse(List.of())) {
                Double found = point.objective();
                boolean better = found != null && (last == null || (maximise ? found > last : found < last));
                if (better) {
                    points.add(point(point.seconds(), found));
                    last = found;
                }
            }
            points.add(point(run.seconds(), last == null ? run.objective().orElseThrow() : last));
        }
        return all;
    }

    private static ObjectNode point(double seconds, @Nullable Double incumbent) {
        ObjectNode node = MAPPER.createObjectNode().put("Time", seconds);
        return incumbent != null && incumbent == Math.rint(incumbent) && Math.abs(incumbent) < 1e15
                ? node.put("Incumbent", incumbent.longValue())
                : node.put("Incumbent", incumbent);
    }

    private static Optional<Bits> solution(StoredRun best, Instance instance) {
        List<Integer> x = best.result()
                .map(ResultFile::solution)
                .map(ResultFile.SolutionEntry::x)
                .orElse(List.of());
        if (x.size() != instance.problem().size()) {
            return Optional.empty();
        }
        byte[] bits = new byte[x.size()];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = (byte) x.get(i).intValue();
        }
        return Optional.of(Bits.of(bits));
    }

    /** Non-zero coefficients of objective and constraints. */
    private static final class Coefficients {
        private long count;
        private double low = Double.POSITIVE_INFINITY;
        private double high = Double.NEGATIVE_INFINITY;
        private boolean integer = true;

        static Coefficients of(BinaryModel model) {
            Coefficients c = new Coefficients();
            int n = model.size();
            for (int i = 0; i < n; i++) {
                c.add(model.objective().linear(i));
            }
            model.objective().forEachCoupling((i, j, value) -> c.add(value));
            // of a sum of squares: those of the forms that are squared
            model.squares().forEach(q -> {
                for (int i = 0; i < n; i++) {
                    c.add(q.linear(i));
                }
                q.forEachCoupling((i, j, value) -> c.add(value));
            });
            model.constraints().forEach(constraint -> {
                for (int k = 0; k < constraint.arity(); k++) {
                    c.add(constraint.coefficient(k));
                }
            });
            return c;
        }

        private void add(double value) {
            if (value != 0) {
                count++;
                low = Math.min(low, value);
                high = Math.max(high, value);
                integer &= value == Math.rint(value);
            }
        }
    }
}
