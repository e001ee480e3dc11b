package org.shrinq.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
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

    /** The QUBO format that the extension names. */
    static Format qubo(Path file) {
        return Format.forFile(file.getFileName().toString(), ProblemKind.BINARY_QUADRATIC)
                .filter(Format::holdsQubos)
                .orElseThrow(() -> new Failures.UsageException("'" + file.getFileName()
                        + "' names no QUBO format. Maybe end it in .qubo, .coo, .json, .mqlib, .qplib or .lp."));
    }

    /** Words about a format that is read as another kind of problem unless told; empty where it is not. */
    static String readAs(Format format, ProblemKind kind) {
        return format.kinds().isEmpty()
                        || format.kinds().get(0).equals(kind)
                        || !format.kinds().contains(kind)
                ? ""
                : " (read it with --problem " + kind.id() + ")";
    }
}
