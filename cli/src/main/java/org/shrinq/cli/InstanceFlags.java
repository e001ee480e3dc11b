package org.shrinq.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.shrinq.instances.Format;
import org.shrinq.instances.Instance;
import org.shrinq.instances.Instances;
import org.shrinq.instances.ReadOptions;
import org.shrinq.instances.codec.GraphReading;
import org.shrinq.instances.codec.Loops;
import org.shrinq.qubo.problem.ProblemKind;
import picocli.CommandLine.Option;

/** How an instance file is read. */
final class InstanceFlags {
    private static final String ALL = "all";

    /** What the flag for kinds takes. */
    static final class Kinds implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return ProblemKind.bundled().stream().map(ProblemKind::id).iterator();
        }
    }

    @Option(
            names = "--problem",
            paramLabel = "KIND",
            completionCandidates = Kinds.class,
            description = "Kind of problem: ${COMPLETION-CANDIDATES}. Default: from the content.")
    private @Nullable String problem;

    @Option(
            names = "--format",
            paramLabel = "NAME",
            description = "Format of the file, such as qaplib or dimacs. Default: from the content.")
    private @Nullable String format;

    @Option(
            names = "--index",
            paramLabel = "N",
            description = "Which problem of a file that holds several, from 1; solve takes 'all', one by one.")
    private @Nullable String index;

    @Option(
            names = "--complement",
            description = "Read a graph file as its complement: cliques become independent sets.")
    private boolean complement;

    @Option(names = "--drop-loops", description = "Leave out the edges of a graph file from a vertex to itself.")
    private boolean dropLoops;

    /** A solution of the instance that a configuration file names. */
    private @Nullable Path start;

    @Nullable
    Path start() {
        return start;
    }

    /**
     * Takes a value from a configuration file where the command line gives none; returns whether the name is one of
     * these.
     */
    boolean configure(String name, String value) {
        switch (name) {
            case "problem" -> problem = problem == null ? value : problem;
            case "format" -> format = format == null ? value : format;
            case "index" -> index = index == null ? value : index;
            case "drop-loops" -> dropLoops |= Boolean.parseBoolean(value);
            case "start" -> start = Path.of(value);
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
                            "--problem is '" + problem + "', expected " + ProblemKind.listed() + ".")));
        }
        if (format != null) {
            options = options.withFormat(Format.ofId(format)
                    .orElseThrow(() -> new Failures.UsageException(
                            "--format is '" + format + "', expected one of " + formats() + ".")));
        }
        if (index != null && !isAll()) {
            options = options.withIndex(number(index));
        }
        options = dropLoops ? options.withLoops(Loops.DROPPED) : options;
        return complement ? options.withGraph(GraphReading.COMPLEMENT) : options;
    }

    static String formats() {
        StringBuilder text = new StringBuilder();
        for (Format f : Format.values()) {
            text.append(text.length() == 0 ? "" : ", ").append(f.id());
        }
        return text.toString();
    }

    private boolean isAll() {
        return index != null && index.equalsIgnoreCase(ALL);
    }

    private static int number(String index) {
        if (!index.matches("0*[1-9][0-9]{0,8}")) {
            throw new Failures.UsageException(
                    "--index is '" + index + "', expected the number of a problem, from 1, or all.");
        }
        return Integer.parseInt(index);
    }

    /** The file's one problem, or the one that --index names. */
    Instance read(Path path) {
        if (isAll()) {
            throw new Failures.UsageException("--index all is for solve. Choose one problem with --index N.");
        }
        return Instances.read(path, options());
    }

    /** An instance, and the options that read it again. */
    record Read(Instance instance, ReadOptions options) {}

    /** The problems to solve: those of {@link #read}, or all of the file. */
    List<Read> readAll(Path path) {
        if (!isAll()) {
            return List.of(new Read(read(path), options()));
        }
        List<Instance> instances = Instances.readAll(path, options());
        List<Read> all = new ArrayList<>();
        for (int k = 1; k <= instances.size(); k++) {
            all.add(new Read(instances.get(k - 1), options().withIndex(k)));
        }
        return all;
    }
}
