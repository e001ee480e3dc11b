package org.shrinq.bench.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import org.shrinq.instances.Format;
import org.shrinq.instances.Instances;
import org.shrinq.instances.WriteOptions;
import org.shrinq.instances.generate.AssignmentGenerator;
import org.shrinq.instances.generate.CodeGraph;
import org.shrinq.instances.generate.CutGenerator;
import org.shrinq.instances.generate.Generated;
import org.shrinq.instances.generate.KnapsackGenerator;
import org.shrinq.instances.generate.MarketShareGenerator;
import org.shrinq.instances.generate.QuboGenerator;
import org.shrinq.instances.generate.RandomGraphs;
import org.shrinq.qubo.problem.MaximumIndependentSet;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.qubo.run.RandomStreams;

/** Makes instances from the parameters that the verb {@code generate} takes too; every name tells all parameters. */
final class Generator {
    private static final Map<String, Set<String>> PARAMETERS = Map.of(
            "mdkp", Set.of("n", "m", "tightness"),
            "qap", Set.of("family", "n", "rows", "columns", "density"),
            "mis", Set.of("family", "n", "density", "radius"),
            "maxcut", Set.of("family", "n", "density", "rows", "columns"),
            "market-share", Set.of("n", "m"),
            "qubo", Set.of("family", "n", "density", "rows", "columns"));

    private final String kind;
    private final Map<String, String> parameters;

    private Generator(String kind, Map<String, String> parameters) {
        this.kind = kind;
        this.parameters = parameters;
    }

    /**
     * The problem, with its optimum where the family tells it.
     *
     * @throws IllegalArgumentException for what is not known or out of range
     */
    static Generated<? extends Problem> generate(String kind, Map<String, String> parameters) {
        Set<String> known = PARAMETERS.get(kind);
        if (known == null) {
            throw new IllegalArgumentException("no kind of generated instance is called '" + kind
                    + "', expected one of " + String.join(", ", new TreeSet<>(PARAMETERS.keySet())));
        }
        for (String name : parameters.keySet()) {
            if (!known.contains(name) && !name.equals("seed")) {
                throw new IllegalArgumentException("generated " + kind + " instances have no parameter '" + name
                        + "', expected " + String.join(", ", new TreeSet<>(known)) + ", seed");
            }
        }
        return new Generator(kind, parameters).make();
    }

    /** Writes the instance, unless the same file is there, and says where. */
    static Path write(Generated<? extends Problem> generated, Path folder) {
        Problem problem = generated.problem();
        Path path = folder.resolve(problem.name() + extension(problem));
        OptionalDouble optimum = generated.optimum();
        WriteOptions options = optimum.isPresent()
                ? WriteOptions.defaults().withBestKnown(optimum.getAsDouble())
                : WriteOptions.defaults();
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make " + folder + ": " + e.getMessage(), e);
        }
        Format format =
                Format.forFile(path.getFileName().toString(), problem.kind()).orElseThrow();
        Instances.write(path, format, problem, options);
        return path;
    }

    private static String extension(Problem problem) {
        return switch (problem.kind()) {
            case KNAPSACK, QUADRATIC_ASSIGNMENT -> ".dat";
            case INDEPENDENT_SET -> ".txt";
            case MAX_CUT -> ".mc";
            case MARKET_SHARE -> ".json";
            default -> ".qubo";
        };
    }

    private Generated<? extends Problem> make() {
        return switch (kind) {
            case "mdkp" ->
                plain(KnapsackGenerator.chuBeasley(
                        name("cb", size() + "x" + rows("m", 5) + "-" + Math.round(100 * tightness())),
                        size(),
                        rows("m", 5),
                        tightness(),
                        streams()));
            case "market-share" ->
                plain(MarketShareGenerator.cornuejolsDawande(
                        name("ms", rows("m", 3) + "x" + size()), rows("m", 3), size(), streams()));
            case "qap" -> assignment();
            case "mis" -> plain(independentSet());
            case "maxcut" -> plain(cut());
            default -> plain(qubo());
        };
    }

    private static Generated<Problem> plain(Problem problem) {
        return new Generated<>(problem, OptionalDouble.empty());
    }

    private Generated<? extends Problem> assignment() {
        String family = text("family", "grid");
        return switch (family) {
            case "uniform" -> plain(AssignmentGenerator.uniform(name("uniform", "" + size()), size(), streams()));
            case "grid" ->
                plain(AssignmentGenerator.grid(
                        name("grid", grid()), rows("rows", 3), rows("columns", 3), number("density", 0.5), streams()));
            case "known" ->
                AssignmentGenerator.knownOptimum(
                        name("known", grid()),
                        rows("rows", 3),
                        rows("columns", 3),
                        rows("rows", 3) * rows("columns", 3),
                        5,
                        streams());
            default -> throw unknown(family, "uniform, grid, known");
        };
    }

    private Problem independentSet() {
        String family = text("family", "gnp");
        Optional<CodeGraph> code = CodeGraph.ofId(family);
        if (code.isPresent()) {
            return code.get().problem(size());
        }
        String label = size() + "-" + number(family.equals("disk") ? "radius" : "density", standardShare(family));
        return switch (family) {
            case "gnp" ->
                MaximumIndependentSet.of(
                        name("gnp", label), RandomGraphs.gnp(size(), number("density", 0.1), streams()));
            case "disk" ->
                MaximumIndependentSet.of(
                        name("disk", label), RandomGraphs.unitDisk(size(), number("radius", 0.2), streams()));
            default -> throw unknown(family, "gnp, disk, 1dc, 2dc, 1tc, 1et, 1zc");
        };
    }

    private static double standardShare(String family) {
        return family.equals("disk") ? 0.2 : 0.1;
    }

    private Problem cut() {
        String family = text("family", "cubic");
        return switch (family) {
            case "cubic" -> CutGenerator.cubic(name("cubic", "" + size()), size(), streams());
            case "gnp" ->
                CutGenerator.signedGnp(
                        name("signed", size() + "-" + number("density", 0.5)),
                        size(),
                        number("density", 0.5),
                        streams());
            case "torus" -> CutGenerator.torus(name("torus", grid()), rows("rows", 3), rows("columns", 3), streams());
            default -> throw unknown(family, "cubic, gnp, torus");
        };
    }

    private Problem qubo() {
        String family = text("family", "random");
        return switch (family) {
            case "random" ->
                QuboGenerator.random(
                        name("random", size() + "-" + number("density", 0.5)),
                        size(),
                        number("density", 0.5),
                        streams());
            case "torus" -> QuboGenerator.torus(name("torus", grid()), rows("rows", 3), rows("columns", 3), streams());
            default -> throw unknown(family, "random, torus");
        };
    }

    private static IllegalArgumentException unknown(String family, String families) {
        return new IllegalArgumentException("family is '" + family + "', expected one of " + families);
    }

    private String name(String prefix, String size) {
        return prefix + "." + size + "-s" + seed();
    }

    private String grid() {
        return rows("rows", 3) + "x" + rows("columns", 3);
    }

    private RandomStreams streams() {
        return new RandomStreams(seed());
    }

    private long seed() {
        return rows("seed", 1);
    }

    private int size() {
        return rows("n", 20);
    }

    private double tightness() {
        return number("tightness", 0.5);
    }

    private String text(String key, String standard) {
        return parameters.getOrDefault(key, standard).toLowerCase(Locale.ROOT);
    }

    private int rows(String key, int standard) {
        String text = parameters.get(key);
        try {
            return text == null ? standard : Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(key + " is '" + text + "', expected a whole number", e);
        }
    }

    private double number(String key, double standard) {
        String text = parameters.get(key);
        try {
            return text == null ? standard : Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(key + " is '" + text + "', expected a number", e);
        }
    }
}
