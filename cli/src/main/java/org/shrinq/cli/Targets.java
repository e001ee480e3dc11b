package org.shrinq.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shrinq.instances.Format;
import org.shrinq.instances.text.WholeFile;
import org.shrinq.qubo.problem.ProblemKind;
import picocli.CommandLine.Model.CommandSpec;

/** Which format a file is to be written in. */
final class Targets {
    private Targets() {}

    /** Tells before the work that a folder was named where one file is written. */
    static void requireFile(String flag, @Nullable Path file) {
        if (file != null && Files.isDirectory(file)) {
            throw new Failures.UsageException(flag + ": " + file + " is a folder. Name a file in it.");
        }
    }

    /** Where words about a written file go: to stderr where the file itself is standard output. */
    static PrintWriter words(CommandSpec spec, Path target) {
        return WholeFile.isStandardOutput(target)
                ? spec.commandLine().getErr()
                : spec.commandLine().getOut();
    }

    /**
     * The QUBO format that a name or the extension says; qbsolv on standard output, which has no extension.
     *
     * @param to the name, as a flag has it
     */
    static Format qubo(Path file, @Nullable String to) {
        if (to != null) {
            return Format.ofId(to)
                    .filter(Format::holdsQubos)
                    .orElseThrow(() -> new Failures.UsageException(
                            "--to is '" + to + "', expected one of " + quboFormats() + "."));
        }
        if (WholeFile.isStandardOutput(file)) {
            return Format.QBSOLV;
        }
        return Format.forFile(file.getFileName().toString(), ProblemKind.BINARY_QUADRATIC)
                .filter(Format::holdsQubos)
                .orElseThrow(() -> new Failures.UsageException("'" + file.getFileName()
                        + "' names no QUBO format. Maybe end it in .qubo, .coo, .json, .mqlib, .qplib or .lp,"
                        + " or name the format with --to: " + quboFormats() + "."));
    }

    private static String quboFormats() {
        return Arrays.stream(Format.values())
                .filter(Format::holdsQubos)
                .map(Format::id)
                .collect(Collectors.joining(", "));
    }

    /** Words about a format that is read as another kind of problem unless a flag names it; empty where it is not. */
    static String readAs(Format format, ProblemKind kind) {
        return format.kinds().isEmpty()
                        || format.kinds().get(0).equals(kind)
                        || !format.kinds().contains(kind)
                ? ""
                : " (read it with --problem " + kind.id() + ")";
    }
}
