package org.shrinq.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.shrinq.instances.Format;
import org.shrinq.instances.Instances;
import org.shrinq.instances.WriteOptions;
import org.shrinq.instances.generate.AssignmentGenerator;
import org.shrinq.instances.generate.CodeGraph;
import org.shrinq.instances.generate.CutGenerator;
import org.shrinq.instances.generate.Generated;
import org.shrinq.instances.generate.KnapsackGenerator;
import org.shrinq.instances.generate.MarketShareGenerator;
import org.shrinq.instances.generate.ModelGenerator;
import org.shrinq.instances.generate.QuboGenerator;
import org.shrinq.instances.generate.RandomGraphs;
import org.shrinq.qubo.problem.MaximumIndependentSet;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.qubo.problem.QuadraticAssignment;
import org.shrinq.qubo.run.RandomStreams;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code generate}: writes a seeded random or structured instance. */
@Command(
        name = "generate",
        header = "Writes an instance of a family.",
        description = {
            "KIND is one of",
            "  mdkp          Chu and Beasley's knapsacks: --n items, --m rows, --tightness",
            "  qap           --family uniform (--n), grid or known (--rows, --columns)",
            "  mis           --family gnp (--n, --density), disk (--n, --radius), or a code",
            "                graph 1dc, 2dc, 1tc, 1et, 1zc (--n bits a word)",
            "  maxcut        --family cubic (--n), gnp (--n, --density), torus (--rows,",
            "                --columns)",
            "  market-share  --m products, --n retailers",
            "  qubo          --family random (--n, --density), torus (--rows, --columns)",
            "  packing       set packing: --n variables, --m rows, --size of a row"
        },
        footer = {
            "",
            "Examples:",
            "  shrinq generate mis --family 1dc --n 6 -o 1dc.64.txt",
            "  shrinq generate mdkp --n 100 --m 5 --tightness 0.5 --seed 7 -o cb.dat"
        })
final class GenerateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "KIND", description = "Kind of instance.")
    private String kind = "";

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "FILE",
            description = "The file to write; .gz compresses.")
    private Path file = Path.of("");

    @Option(names = "--format", paramLabel = "NAME", description = "Format; default: by the file's extension.")
    private @Nullable String format;

    @Option(names = "--family", paramLabel = "NAME", description = "Family within the kind.")
    private @Nullable String family;

    @Option(names = "--n", paramLabel = "N", description = "Size: items, facilities, vertices, bits, variables.")
    private int n = 20;

    @Option(names = "--m", paramLabel = "M", description = "Rows or products. Default: ${DEFAULT-VALUE}.")
    private int m = 5;

    @Option(names = "--rows", paramLabel = "N", description = "Rows of a grid. Default: ${DEFAULT-VALUE}.")
    private int rows = 3;

    @Option(names = "--columns", paramLabel = "N", description = "Columns of a grid. Default: ${DEFAULT-VALUE}.")
    private int columns = 4;

    @Option(names = "--size", paramLabel = "N", description = "Variables in a row. Default: ${DEFAULT-VALUE}.")
    private int size = 4;

    @Option(names = "--tightness", paramLabel = "T", description = "Capacity over total weight, in (0, 1].")
    private double tightness = 0.5;

    @Option(names = "--density", paramLabel = "D", description = "Share of pairs present. Default: ${DEFAULT-VALUE}.")
    private double density = 0.5;

    @Option(names = "--radius", paramLabel = "R", description = "Reach of a disk. Default: ${DEFAULT-VALUE}.")
    private double radius = 0.2;

    @Option(names = "--seed", paramLabel = "S", description = "Root of all random numbers. Default: ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Override
    public Integer call() {
        Generated<? extends Problem> generated = generate();
        Problem problem = generated.problem();
        String fileName = file.getFileName().toString();
        Format target = format == null
                ? Format.forFile(fileName, problem.kind())
                        .orElseThrow(() -> new Failures.UsageException("cannot tell the format from '" + fileName
                                + "'. Name it with --format: " + InstanceFlags.formats() + "."))
                : Format.ofId(format)
                        .orElseThrow(() -> new Failures.UsageException(
                                "--format is '" + format + "', expected one of " + InstanceFlags.formats() + "."));
        WriteOptions options = WriteOptions.defaults();
        OptionalDouble optimum = generated.optimum();
        if (optimum.isPresent()) {
            options = options.withBestKnown(optimum.getAsDouble());
        }
        Instances.write(file, target, problem, options);
        spec.commandLine()
                .getOut()
                .println(file + ": " + problem.kind().title() + ", " + Text.count(problem.size(), "variable") + ", "
                        + Text.count(problem.model().constraints().size(), "constraint") + ", written as " + target.id()
                        + (optimum.isPresent() ? ", optimum " + Text.number(optimum) : ""));
        return ExitCode.OK;
    }

    private Generated<? extends Problem> generate() {
        try {
            return switch (kind.toLowerCase(Locale.ROOT)) {
                case "mdkp" -> plain(KnapsackGenerator.chuBeasley(name("cb", n + "x" + m), n, m, tightness, streams()));
                case "qap" -> assignment();
                case "mis" -> plain(independentSet());
                case "maxcut" -> plain(cut());
                case "market-share" ->
                    plain(MarketShareGenerator.cornuejolsDawande(name("ms", m + "x" + n), m, n, streams()));
                case "qubo" -> plain(qubo());
                case "packing" -> plain(ModelGenerator.setPacking(name("packing", "" + n), n, m, size, streams()));
                default ->
                    throw new Failures.UsageException("no kind is called '" + kind
                            + "', expected mdkp, qap, mis, maxcut, market-share, qubo or packing.");
            };
        } catch (IllegalArgumentException e) {
            throw new Failures.UsageException(e.getMessage() + ".");
        }
    }

    private static Generated<Problem> plain(Problem problem) {
        return new Generated<>(problem, OptionalDouble.empty());
    }

    private RandomStreams streams() {
        return new RandomStreams(seed);
    }

    private static String name(String prefix, String size) {
        return prefix + "." + size;
    }

    private String familyOr(String standard) {
        return family == null ? standard : family.toLowerCase(Locale.ROOT);
    }

    private Failures.UsageException unknownFamily(String... families) {
        return new Failures.UsageException(
                "--family is '" + family + "', expected one of " + String.join(", ", families) + ".");
    }

    private Generated<QuadraticAssignment> assignment() {
        String grid = rows + "x" + columns;
        return switch (familyOr("grid")) {
            case "uniform" ->
                new Generated<>(
                        AssignmentGenerator.uniform(name("uniform", "" + n), n, streams()), OptionalDouble.empty());
            case "grid" ->
                new Generated<>(
                        AssignmentGenerator.grid(name("grid", grid), rows, columns, density, streams()),
                        OptionalDouble.empty());
            case "known" ->
                AssignmentGenerator.knownOptimum(name("known", grid), rows, columns, rows * columns, 5, streams());
            default -> throw unknownFamily("uniform", "grid", "known");
        };
    }

    private Problem independentSet() {
        String chosen = familyOr("gnp");
        Optional<CodeGraph> code = CodeGraph.ofId(chosen);
        if (code.isPresent()) {
            return code.get().problem(n);
        }
        return switch (chosen) {
            case "gnp" -> MaximumIndependentSet.of(name("gnp", "" + n), RandomGraphs.gnp(n, density, streams()));
            case "disk" -> MaximumIndependentSet.of(name("disk", "" + n), RandomGraphs.unitDisk(n, radius, streams()));
            default -> {
                List<String> families = new ArrayList<>(List.of("gnp", "disk"));
                for (CodeGraph c : CodeGraph.values()) {
                    families.add(c.id());
                }
                throw unknownFamily(families.toArray(String[]::new));
            }
        };
    }

    private Problem cut() {
        return switch (familyOr("cubic")) {
            case "cubic" -> CutGenerator.cubic(name("cubic", "" + n), n, streams());
            case "gnp" -> CutGenerator.signedGnp(name("signed", "" + n), n, density, streams());
            case "torus" -> CutGenerator.torus(name("torus", rows + "x" + columns), rows, columns, streams());
            default -> throw unknownFamily("cubic", "gnp", "torus");
        };
    }

    private Problem qubo() {
        return switch (familyOr("random")) {
            case "random" -> QuboGenerator.random(name("random", "" + n), n, density, streams());
            case "torus" -> QuboGenerator.torus(name("torus", rows + "x" + columns), rows, columns, streams());
            default -> throw unknownFamily("random", "torus");
        };
    }
}
