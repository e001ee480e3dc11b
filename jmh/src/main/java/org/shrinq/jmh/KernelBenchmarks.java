package org.shrinq.jmh;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** How fast the inner loops are on this machine, and against an earlier measurement. */
@Command(
        name = "kernels",
        header = "Measures the speed of the kernels with JMH, and compares it with a former measurement.",
        sortOptions = true,
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "All of them take about an hour; nothing else should run on the machine. Ratios above 1 are faster than "
                    + "before.",
            "",
            "Examples:",
            "  java -jar kernels.jar LayerBenchmark -o before.json",
            "  java -jar kernels.jar LayerBenchmark --former before.json -o after.json"
        })
public final class KernelBenchmarks implements Callable<Integer> {
    private static final int NAME_WIDTH = 40;

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..*",
            paramLabel = "REGEX",
            description = "Benchmarks whose name matches one of them; all without any.")
    private List<String> include = List.of();

    @Option(names = "--quiet", description = "Prints nothing but errors.")
    private boolean quiet;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            defaultValue = "results/kernels.json",
            description = "Where the results are kept, in JMH's JSON format. Default: ${DEFAULT-VALUE}.")
    private Path file = Path.of("");

    @Option(names = "--former", paramLabel = "FILE", description = "Results of an earlier call, to compare with.")
    private @Nullable Path former;

    @Option(
            names = "--seconds",
            paramLabel = "S",
            description = "Length of an iteration, instead of what each benchmark sets.")
    private @Nullable Double seconds;

    private KernelBenchmarks() {}

    /** Exit code 0, 2 for a wrong argument or file, 1 for what fails later. */
    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    /** The parser, for tests too. */
    static CommandLine commandLine() {
        return new CommandLine(new KernelBenchmarks());
    }

    @Override
    public Integer call() {
        if (seconds != null && !(seconds > 0)) {
            throw mistake("--seconds is '" + seconds + "', expected a positive number.");
        }
        Map<String, KernelScore> before = new HashMap<>();
        if (former != null) {
            read(former).forEach(score -> before.put(score.name(), score));
        }
        List<KernelScore> scores = measure();
        PrintWriter out = spec.commandLine().getOut();
        if (!quiet) {
            for (KernelScore score : scores) {
                out.println(line(score, before.get(score.name())));
            }
            out.println("results   " + file);
            out.flush();
        }
        return 0;
    }

    private ParameterException mistake(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private List<KernelScore> read(Path scores) {
        try {
            return KernelScore.read(scores);
        } catch (IllegalArgumentException | UncheckedIOException e) {
            throw mistake(e.getMessage() + ".");
        }
    }

    private List<KernelScore> measure() {
        PrintWriter err = spec.commandLine().getErr();
        try {
            if (file.toAbsolutePath().getParent() != null) {
                Files.createDirectories(file.toAbsolutePath().getParent());
            }
            OptionalDouble length = seconds == null ? OptionalDouble.empty() : OptionalDouble.of(seconds);
            return KernelRun.run(include, length, file, new KernelRun.Listener() {
                @Override
                public void begun(String benchmark) {
                    if (!quiet) {
                        err.println("measuring " + benchmark);
                        err.flush();
                    }
                }

                @Override
                public void said(String text) {
                    err.println(text.strip());
                    err.flush();
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file + ": " + e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw mistake(e.getMessage() + ".");
        }
    }

    /** Name, score, half the confidence interval in percent, and the ratio, with ~ where it is within the noise. */
    static String line(KernelScore score, @Nullable KernelScore before) {
        String name = score.name().replace("Benchmark.", " ");
        String error = score.error().isPresent()
                ? String.format(Locale.ROOT, "± %.0f %%", 100 * score.error().getAsDouble() / score.score())
                : "";
        String line = String.format(
                Locale.ROOT, "%-" + NAME_WIDTH + "s %11.4g %-9s %-8s", name, score.score(), score.unit(), error);
        if (before == null) {
            return line.stripTrailing();
        }
        String ratio = before.unit().equals(score.unit())
                ? String.format(Locale.ROOT, "%5.2f%s", score.speedup(before), score.differsFrom(before) ? "" : " ~")
                : "other unit";
        return line + ratio;
    }
}
