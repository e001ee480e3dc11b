package org.shrinq.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.shrinq.instances.Format;
import org.shrinq.instances.Instance;
import org.shrinq.instances.Instances;
import org.shrinq.instances.ReadOptions;
import org.shrinq.qubo.problem.ProblemKind;
import picocli.CommandLine.Option;

/** How an instance file is read. */
final class InstanceFlags {
    @Option(
            names = "--problem",
            paramLabel = "KIND",
            description = "Kind of problem: mdkp, mis, qap, maxcut, market-share or bqp. Default: from the content.")
    private @Nullable String problem;

    @Option(
            names = "--format",
            paramLabel = "NAME",
            description = "Format of the file, such as qaplib or dimacs. Default: from the content.")
    private @Nullable String format;

    @Option(names = "--index", paramLabel = "N", description = "Which problem of a file that holds several, from 1.")
    private @Nullable Integer index;

    @Option(
            names = "--complement",
            description = "Read a graph file as its complement: cliques become independent sets.")
    private boolean complement;

    /** Takes a value from a configuration file where the command line gives none; returns whether the name is one of these. */
    boolean configure(String name, String value) {
        switch (name) {
            case "problem" -> problem = problem == null ? value : problem;
            case "format" -> format = format == null ? value : format;
            case "index" -> index = index == null ? Integer.valueOf(value) : index;
            case "complement" -> complement |= Boolean.parseBoolean(value);
            default -> {
                return false;
            }
        }
        return true;
    }

    ReadOptions options() {
        ReadOptions options = ReadOptions.defaults();
        if (problem != null) {
            String id = problem.toLowerCase(Locale.ROOT);
            options = options.withKind(ProblemKind.ofId(id)
                    .orElseThrow(() -> new Failures.UsageException(
                            "--problem is '" + problem + "', expected mdkp, mis, qap, maxcut, market-share or bqp.")));
        }
        if (format != null) {
            options = options.withFormat(Format.ofId(format)
                    .orElseThrow(() -> new Failures.UsageException(
                            "--format is '" + format + "', expected one of " + formats() + ".")));
        }
        if (index != null) {
            if (index < 1) {
                throw new Failures.UsageException("--index is " + index + ", problems are counted from 1.");
            }
            options = new ReadOptions(options.kind(), options.format(), OptionalInt.of(index), options.graph());
        }
        return complement ? options.withGraph(ReadOptions.GraphReading.COMPLEMENT) : options;
    }

    static String formats() {
        StringBuilder text = new StringBuilder();
        for (Format f : Format.values()) {
            text.append(text.length() == 0 ? "" : ", ").append(f.id());
        }
        return text.toString();
    }

    Instance read(Path path) {
        return Instances.read(path, options());
    }
}
