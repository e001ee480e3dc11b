package org.shrinq.bench.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.shrinq.bench.suite.InstanceSpec.Files.From;
import org.shrinq.instances.Instances;
import org.shrinq.instances.ReadOptions;
import org.shrinq.instances.generate.Generated;
import org.shrinq.instances.text.InstanceException;
import org.shrinq.qubo.problem.Problem;

/** Finds, makes and reads the instances of a suite. */
final class InstanceResolver {
    private final Suite suite;
    private final Optional<Path> folder;
    private final Optional<Path> bundled;
    private final Path generatedFolder;
    private final Problems problems;
    private final List<BenchInstance> found = new ArrayList<>();
    private final List<String> skipped = new ArrayList<>();

    /**
     * For one suite.
     *
     * @param folder the suite's
     * @param folders where else files are
     */
    InstanceResolver(Suite suite, Optional<Path> folder, Plan.Folders folders, Problems problems) {
        this.suite = suite;
        this.folder = folder;
        this.bundled = folders.bundled();
        this.generatedFolder = folders.generated();
        this.problems = problems;
    }

    List<BenchInstance> resolve() {
        for (InstanceSpec spec : suite.instances()) {
            if (spec instanceof InstanceSpec.Generated generated) {
                generate(generated);
            } else if (spec instanceof InstanceSpec.Files files) {
                files(files);
            }
        }
        return found;
    }

    /** What was not there, in words. */
    List<String> skipped() {
        return skipped;
    }

    private void generate(InstanceSpec.Generated spec) {
        try {
            Generated<? extends Problem> generated = Generator.generate(spec.kind(), spec.parameters());
            Path path = Generator.write(generated, generatedFolder);
            add(spec, path, ReadOptions.defaults().withKind(generated.problem().kind()));
        } catch (IllegalArgumentException e) {
            problems.add(spec.line(), String.valueOf(e.getMessage()), "");
        }
    }

    private void files(InstanceSpec.Files spec) {
        boolean isBundled = spec.from() == From.BUNDLED || suite.folder().place() == Suite.Folder.Place.BUNDLED;
        Optional<Path> own = spec.from() == From.BUNDLED ? bundled : folder;
        if (own.isEmpty()) {
            absent(
                    spec,
                    isBundled
                            ? "instances/data, the folder of the instances that come with Shrinq, was not found"
                            : "no folder with instances was given",
                    "Name it with --instances FOLDER.");
            return;
        }
        Path base = own.get();
        if (!Files.isDirectory(base)) {
            absent(spec, "there is no folder " + base, "");
            return;
        }
        List<Path> paths = spec.isGlob() ? matches(base, spec.pattern()) : List.of(base.resolve(spec.pattern()));
        if (paths.isEmpty()) {
            absent(spec, "nothing under " + base + " matches " + spec.pattern(), "");
        }
        for (Path path : paths) {
            if (Files.isRegularFile(path)) {
                add(spec, path, spec.read());
            } else {
                absent(spec, "there is no file " + path, "");
            }
        }
    }

    private void absent(InstanceSpec.Files spec, String what, String hint) {
        if (suite.missing() == Suite.Missing.SKIP) {
            skipped.add(spec.pattern() + ": " + what + "." + (hint.isEmpty() ? "" : " " + hint));
        } else {
            problems.add(spec.line(), what, hint);
        }
    }

    private static List<Path> matches(Path base, String pattern) {
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + pattern);
        try (Stream<Path> all = Files.walk(base)) {
            return all.filter(p -> matcher.matches(base.relativize(p)))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + base + ": " + e.getMessage(), e);
        }
    }

    private void add(InstanceSpec spec, Path path, ReadOptions read) {
        int line = spec.line();
        try {
            BenchInstance instance = BenchInstance.of(Instances.read(path, read), path, read, spec.timeLimit());
            for (BenchInstance other : found) {
                if (other.id().equals(instance.id())) {
                    problems.add(line, path + " is the same instance as " + other.path(), "List it once.");
                    return;
                }
                if (other.name().toLowerCase(Locale.ROOT).equals(instance.name().toLowerCase(Locale.ROOT))
                        && other.kind().equals(instance.kind())) {
                    problems.add(
                            line, path + " and " + other.path() + " are both called " + instance.name(), "Rename one.");
                    return;
                }
            }
            found.add(instance);
        } catch (InstanceException e) {
            problems.add(line, "cannot be read: " + e.getMessage(), "");
        }
    }
}
