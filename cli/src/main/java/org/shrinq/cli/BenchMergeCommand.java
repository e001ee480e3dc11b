package org.shrinq.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.shrinq.bench.store.Campaign;
import org.shrinq.bench.store.RunStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bench merge}: one store out of several. */
@Command(
        name = "merge",
        header = "Joins stores, such as those of the shards of a suite.",
        sortOptions = true,
        footer = {
            "",
            "A run that several stores have is kept once. Where their results differ, the",
            "first stays, and both machines are named. A store that is merged again changes",
            "nothing, so an interrupted call is simply repeated.",
            "",
            "Examples:",
            "  shrinq bench run quick --shard 1/2 --store part1.db",
            "  shrinq bench run quick --shard 2/2 --store part2.db",
            "  shrinq bench merge part1.db part2.db -o all.db"
        })
final class BenchMergeCommand implements Callable<Integer> {
    private static final int SHOWN = 20;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "STORE", description = "Stores that bench run wrote.")
    private List<Path> parts = List.of();

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "STORE",
            description = "The joint store; one that is there keeps what it has.")
    private Path output = Path.of("");

    @Option(
            names = "--mixed-builds",
            description = "Joins runs of different builds of Shrinq, which reports then keep apart by version only.")
    private boolean mixedBuilds;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Map<Path, Set<String>> builds = builds();
        refuseMixed(builds);
        List<RunStore.Conflict> conflicts = new ArrayList<>();
        try (RunStore all = RunStore.open(output)) {
            for (Path part : parts) {
                RunStore.Merged merged = all.merge(part);
                out.println(part + ": " + TextFormat.count(merged.added(), "run") + " added"
                        + (merged.same() > 0 ? ", " + merged.same() + " there already" : "")
                        + (merged.conflicts().isEmpty()
                                ? ""
                                : ", " + merged.conflicts().size() + " there with another result"));
                conflicts.addAll(merged.conflicts());
            }
            tell(conflicts);
            tellDifferentTexts(all);
            out.println("store     " + output + ": "
                    + TextFormat.count(all.keys().size(), "run") + " of "
                    + String.join(", ", all.suites()));
            out.println("report it with: shrinq bench report " + output + " -o page.html");
        }
        return ExitCode.OK;
    }

    /** Builds by store, what is in the output included; every store is opened before anything is written. */
    private Map<Path, Set<String>> builds() {
        Map<Path, Set<String>> builds = new LinkedHashMap<>();
        List<Path> all = new ArrayList<>(parts);
        if (Files.exists(output)) {
            all.add(output);
        }
        for (Path part : all) {
            if (part != output && isSame(part, output)) {
                throw new Failures.UsageException(part + " is the output too. Name another file with -o.");
            }
            try (RunStore store = RunStore.existing(part)) {
                builds.put(part, store.builds());
            }
        }
        return builds;
    }

    private static boolean isSame(Path a, Path b) {
        try {
            return Files.exists(b) && Files.isSameFile(a, b);
        } catch (IOException e) {
            return false;
        }
    }

    private void refuseMixed(Map<Path, Set<String>> builds) {
        Set<String> distinct = new LinkedHashSet<>();
        builds.values().forEach(distinct::addAll);
        if (distinct.size() < 2 || mixedBuilds) {
            return;
        }
        StringBuilder text = new StringBuilder("the stores hold runs of different builds of Shrinq:");
        builds.forEach(
                (part, of) -> text.append("\n  ").append(part).append(": ").append(String.join(", ", of)));
        throw new Failures.InputException(text + "\nTheir results may differ for that alone. Do the runs again with one"
                + " build, or join them with --mixed-builds.");
    }

    private void tell(List<RunStore.Conflict> conflicts) {
        PrintWriter err = spec.commandLine().getErr();
        for (RunStore.Conflict c : conflicts.subList(0, Math.min(SHOWN, conflicts.size()))) {
            err.println("shrinq: " + c.instance() + " " + c.method() + " seed " + c.seed()
                    + (c.repeat() > 1 ? " repeat " + c.repeat() : "") + " was run twice with different results:");
            err.println("  kept      " + c.here() + " on " + c.hereMade());
            err.println("  left out  " + c.there() + " on " + c.thereMade());
        }
        if (conflicts.size() > SHOWN) {
            err.println("shrinq: and " + (conflicts.size() - SHOWN) + " more.");
        }
        if (!conflicts.isEmpty()) {
            err.println("shrinq: runs that are limited by time differ from machine to machine; others should not.");
        }
    }

    private void tellDifferentTexts(RunStore all) {
        Map<String, @Nullable Set<String>> texts = new LinkedHashMap<>();
        for (Campaign c : all.campaigns()) {
            Set<String> known = texts.get(c.suite());
            if (known == null) {
                known = new LinkedHashSet<>();
                texts.put(c.suite(), known);
            }
            known.add(c.suiteText());
        }
        texts.forEach((suite, of) -> {
            if (of != null && of.size() > 1) {
                spec.commandLine()
                        .getErr()
                        .println("shrinq: the runs of suite " + suite + " come from " + of.size()
                                + " versions of its YAML. A report shows methods of one name as one.");
            }
        });
    }
}
