package org.shrinq.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shrinq.instances.Format;
import org.shrinq.instances.Instances;
import org.shrinq.instances.codec.WriteOptions;
import org.shrinq.instances.generate.Generated;
import org.shrinq.instances.generate.GeneratedKind;
import org.shrinq.instances.generate.GeneratorArguments;
import org.shrinq.instances.generate.GeneratorParameter;
import org.shrinq.qubo.problem.Problem;
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
            "  labs          low-autocorrelation sequences: --n elements",
            "  qubo          --family random (--n, --density), torus (--rows, --columns)",
            "  packing       set packing: --n variables, --m rows, --size of a row",
            "  gap           generalised assignment: --m agents, --n tasks"
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
        Targets.requireFile("-o", file);
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
        TextFormat.print(
                Targets.words(spec, file),
                file + ": " + problem.kind().title() + ", " + TextFormat.count(problem.size(), "variable")
                        + ", "
                        + TextFormat.count(problem.model().constraints().size(), "constraint") + ", written as "
                        + target.id()
                        + Targets.readAs(target, problem.kind())
                        + (optimum.isPresent() ? ", optimum " + TextFormat.number(optimum) : ""));
        return ExitCode.OK;
    }

    private Generated<? extends Problem> generate() {
        GeneratedKind known = GeneratedKind.ofId(kind.toLowerCase(Locale.ROOT))
                .orElseThrow(() -> new Failures.UsageException("no kind is called '" + kind
                        + "', expected one of "
                        + Arrays.stream(GeneratedKind.values())
                                .map(GeneratedKind::id)
                                .collect(Collectors.joining(", "))
                        + "."));
        try {
            return known.generate(new Flags());
        } catch (IllegalArgumentException e) {
            throw new Failures.UsageException(e.getMessage() + ".");
        }
    }

    /** The flags have their own standards; a name tells the size alone. */
    private final class Flags implements GeneratorArguments {
        @Override
        public String family(String standard, List<String> families) {
            String chosen = family == null ? standard : family.toLowerCase(Locale.ROOT);
            if (!families.contains(chosen)) {
                throw new Failures.UsageException(
                        "--family is '" + family + "', expected one of " + String.join(", ", families) + ".");
            }
            return chosen;
        }

        @Override
        public int whole(GeneratorParameter parameter, int standard) {
            return switch (parameter) {
                case N -> n;
                case M -> m;
                case ROWS -> rows;
                case COLUMNS -> columns;
                case SIZE -> size;
                default -> throw new IllegalArgumentException(parameter.id() + " is no whole number");
            };
        }

        @Override
        public double number(GeneratorParameter parameter, double standard) {
            return switch (parameter) {
                case TIGHTNESS -> tightness;
                case DENSITY -> density;
                case RADIUS -> radius;
                default -> whole(parameter, 0);
            };
        }

        @Override
        public RandomStreams streams() {
            return new RandomStreams(seed);
        }

        @Override
        public String name(String prefix, String size, String share) {
            return prefix + "." + size;
        }
    }
}
