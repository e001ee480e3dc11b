package org.shrinq.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shrinq.bench.suite.BundledSuites;
import org.shrinq.bench.suite.Plan;
import org.shrinq.bench.suite.Suite;
import org.shrinq.bench.suite.SuiteReader;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which suite, on which files, with which seeds. */
final class SuiteFlags {
    @Parameters(paramLabel = "SUITE", description = "A bundled suite (see bench list), or a YAML file.")
    private String name = "";

    @Option(
            names = "--instances",
            paramLabel = "FOLDER",
            description = "Where the suite's files are, instead of where it says itself.")
    private @Nullable Path instances;

    @Option(names = "--seeds", paramLabel = "S", description = "Seeds instead of the suite's: 7 or 1..10.")
    private @Nullable String seeds;

    /** The suite with these seeds. */
    Suite suite() {
        return suite(name, seeds);
    }

    /** A suite with other seeds; with its own for null. */
    static Suite suite(String name, @Nullable String seeds) {
        Suite suite = BundledSuites.find(name).orElseGet(() -> SuiteReader.read(Path.of(name)));
        return seeds == null
                ? suite
                : suite.withSeeds(SuiteReader.range(seeds)
                        .orElseThrow(() -> new Failures.UsageException(
                                "--seeds is '" + seeds + "', expected a number or a range such as 1..10.")));
    }

    /**
     * Every run of a suite; says what is left out.
     *
     * @param generated where generated instances are written
     */
    Plan plan(Suite suite, Path generated, PrintWriter err) {
        Plan plan = Plan.of(
                suite, new Plan.Folders(BenchFolders.bundledInstances(), Optional.ofNullable(instances), generated));
        for (String what : plan.skipped()) {
            err.println("shrinq: skipped " + what);
        }
        if (plan.tasks().isEmpty()) {
            throw new Failures.InputException("suite " + suite.name()
                    + " has no instance to run on. Name the folder that holds them with --instances FOLDER.");
        }
        return plan;
    }
}
