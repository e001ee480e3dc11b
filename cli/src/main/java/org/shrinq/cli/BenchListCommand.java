package org.shrinq.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.shrinq.bench.store.Campaign;
import org.shrinq.bench.store.RunStore;
import org.shrinq.bench.store.StoredRun;
import org.shrinq.bench.suite.BundledSuites;
import org.shrinq.bench.suite.Suite;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bench list}: the suites there are, or what a store holds. */
@Command(
        name = "list",
        header = "Lists the bundled suites, or what a store holds.",
        footer = {"", "Examples:", "  shrinq bench list", "  shrinq bench list --yaml quick > my-suite.yaml"})
final class BenchListCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "STORE", description = "A store; without one the bundled suites.")
    private @Nullable Path store;

    @Option(
            names = "--yaml",
            paramLabel = "SUITE",
            description = "Prints the YAML of a bundled suite, a template for a custom suite.")
    private @Nullable String yaml;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        if (yaml != null) {
            if (!BundledSuites.names().contains(yaml)) {
                throw new Failures.UsageException("no suite is called '" + yaml + "', there are "
                        + String.join(", ", BundledSuites.names()) + ".");
            }
            out.print(BundledSuites.text(yaml));
            return ExitCode.OK;
        }
        if (store == null) {
            suites(out);
        } else {
            try (RunStore open = RunStore.existing(store)) {
                store(out, open);
            }
        }
        return ExitCode.OK;
    }

    private static void suites(PrintWriter out) {
        int width =
                BundledSuites.names().stream().mapToInt(String::length).max().orElse(0) + 2;
        String blank = " ".repeat(width);
        for (String name : BundledSuites.names()) {
            Suite suite = BundledSuites.find(name).orElseThrow();
            String what =
                    suite.title() + ": " + TextFormat.count(suite.methods().size(), "method") + ", "
                            + TextFormat.count(suite.seeds().size(), "seed");
            String lead = name + blank.substring(name.length());
            for (String line : TextFormat.wrap(what, TextFormat.WIDTH - width)) {
                out.println(lead + line);
                lead = blank;
            }
        }
    }

    private static void store(PrintWriter out, RunStore store) {
        for (String suite : store.suites()) {
            List<StoredRun> runs = store.runs(Optional.of(suite));
            long failed = runs.stream().filter(StoredRun::hasFailed).count();
            out.println(suite + ": " + TextFormat.count(runs.size(), "run") + " of "
                    + TextFormat.count(
                            runs.stream().map(StoredRun::method).distinct().count(), "method") + " on "
                    + TextFormat.count(
                            runs.stream().map(r -> r.instance().id()).distinct().count(), "instance")
                    + (failed > 0 ? ", " + failed + " failed" : ""));
        }
        for (Campaign c : store.campaigns()) {
            out.println("  " + c.started() + "  version " + c.version() + "  " + c.command());
        }
    }
}
