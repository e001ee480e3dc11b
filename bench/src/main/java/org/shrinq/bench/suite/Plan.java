package org.shrinq.bench.suite;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.shrinq.solver.SolverOptions;

/**
 * A suite with its instances read: every run to be done, seeds outermost, so that a plan that is cut short has still
 * seen every method on every instance.
 *
 * @param suite what was asked for
 * @param instances in the suite's order
 * @param tasks all runs
 * @param skipped what was left out, in words
 */
public record Plan(Suite suite, List<BenchInstance> instances, List<RunTask> tasks, List<String> skipped) {
    public Plan {
        instances = List.copyOf(instances);
        tasks = List.copyOf(tasks);
        skipped = List.copyOf(skipped);
    }

    /**
     * Where files are looked for.
     *
     * @param bundled the instances that come with Shrinq, where they are found
     * @param given the folder that the caller names; it stands in for the suite's own
     * @param generated where generated instances are written
     */
    public record Folders(Optional<Path> bundled, Optional<Path> given, Path generated) {}

    /**
     * Reads every instance and expands every run.
     *
     * @throws SuiteException with everything that is wrong
     */
    public static Plan of(Suite suite, Folders folders) {
        Problems problems = new Problems(suite.source());
        InstanceResolver resolver = new InstanceResolver(suite, folder(suite, folders), folders, problems);
        List<BenchInstance> instances = resolver.resolve();
        problems.throwIfAny();
        List<String> skipped = new ArrayList<>(resolver.skipped());
        List<RunTask> tasks = new ArrayList<>();
        for (MethodSpec method : suite.methods()) {
            long apt = instances.stream().filter(i -> method.runsOn(i.kind())).count();
            if (apt == 0 && !instances.isEmpty()) {
                skipped.add("method " + method.name() + ": no instance is of a kind that it runs on.");
            }
        }
        Map<Configuration, String> hashes = new HashMap<>();
        for (int repeat = 1; repeat <= suite.repeats(); repeat++) {
            for (long seed : suite.seeds()) {
                for (BenchInstance instance : instances) {
                    for (MethodSpec method : suite.methods()) {
                        if (method.runsOn(instance.kind())) {
                            tasks.add(task(suite, instance, method, seed, repeat, hashes));
                        }
                    }
                }
            }
        }
        return new Plan(suite, instances, tasks, skipped);
    }

    /** The same plan with only the runs of a shard, and the instances that these need. */
    public Plan of(Shard shard) {
        List<RunTask> part = shard.of(tasks);
        Set<BenchInstance> needed = part.stream().map(RunTask::instance).collect(Collectors.toSet());
        return new Plan(suite, instances.stream().filter(needed::contains).toList(), part, skipped);
    }

    private static Optional<Path> folder(Suite suite, Folders folders) {
        if (folders.given().isPresent()) {
            return folders.given();
        }
        return switch (suite.folder().place()) {
            case BUNDLED -> folders.bundled();
            case GIVEN -> Optional.empty();
            case SUITE -> {
                Path parent = Path.of(suite.source()).toAbsolutePath().getParent();
                yield Optional.ofNullable(parent)
                        .map(p -> p.resolve(suite.folder().path()));
            }
        };
    }

    private static SolverOptions options(Suite suite, BenchInstance instance, MethodSpec method, long seed) {
        SolverOptions options = suite.options(method, seed);
        return instance.timeLimit().isPresent() && options.timeLimit().isEmpty()
                ? options.withTimeLimit(instance.timeLimit().getAsDouble())
                : options;
    }

    /** A configuration as it is on an instance, which may have its own limit. */
    private record Configuration(String method, OptionalDouble limit) {}

    private static RunTask task(
            Suite suite,
            BenchInstance instance,
            MethodSpec method,
            long seed,
            int repeat,
            Map<Configuration, String> hashes) {
        SolverOptions options = options(suite, instance, method, seed);
        return new RunTask(
                instance,
                method.name(),
                hashes.computeIfAbsent(
                        new Configuration(method.name(), instance.timeLimit()), c -> MethodSpec.hash(options)),
                options,
                repeat,
                suite.limits().seconds(),
                Cost.bytes(instance.variables(), options));
    }
}
