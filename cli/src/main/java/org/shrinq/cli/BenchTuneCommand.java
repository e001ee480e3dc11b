package org.shrinq.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.shrinq.bench.execute.RunExecutor;
import org.shrinq.bench.store.RunStore;
import org.shrinq.bench.suite.Plan;
import org.shrinq.bench.suite.Suite;
import org.shrinq.bench.tune.Race;
import org.shrinq.bench.tune.Tuning;
import org.shrinq.solver.SolverOptions;
import org.shrinq.solver.config.Setting;
import org.shrinq.solver.config.Setting.Scope;
import org.shrinq.solver.config.Settings;
import org.shrinq.solver.result.TextFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench tune}: which settings are best for which kind of problem. */
@Command(
        name = "tune",
        header = "Finds settings: the methods of a suite race, the best one becomes a --config.",
        sortOptions = true,
        footer = {
            "",
            "Each kind of problem has its own race. All methods run on a few instances and",
            "seeds; those that are significantly worse than the leader leave, the better",
            "half of the others goes on with twice as many. The winner is then measured",
            "beside the suite's first method on instances that did not race.",
            "",
            "Examples:",
            "  shrinq bench tune choices --seeds 1..2 -o tuned.yaml",
            "  shrinq solve instances/data/mdkp/cb.30x5-25.dat --config tuned-mdkp.yaml"
        })
final class BenchTuneCommand implements Callable<Integer> {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_.+/-]+");

    @Spec
    private CommandSpec spec;

    @Mixin
    private BenchTarget target = new BenchTarget();

    @Mixin
    private OutputFlags output = new OutputFlags();

    @Option(
            names = "--held-out",
            paramLabel = "SHARE",
            description = "Share of the instances of a kind that only measure the winner. Default: 0.3.")
    private double heldOut = 0.3;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "YAML for --config; the kind of problem is put before its ending, as in tuned-mdkp.yaml.")
    private @Nullable Path yaml;

    @Override
    public Integer call() {
        if (!(heldOut >= 0 && heldOut < 1)) {
            throw new Failures.UsageException("--held-out is '" + heldOut + "', expected 0 to below 1.");
        }
        Suite suite = target.suite();
        if (suite.methods().size() < 2) {
            throw new Failures.InputException(
                    "suite " + suite.name() + " has one method, and nothing to race it against. Add methods to it.");
        }
        Path path = target.store(suite);
        PrintWriter out = spec.commandLine().getOut();
        Plan plan = target.plan(
                suite,
                path.toAbsolutePath().resolveSibling(""),
                spec.commandLine().getErr());
        AtomicBoolean cancelled = new AtomicBoolean();
        try (RunStore store = RunStore.open(path);
                RunExecutor runs = target.executor(suite);
                Interrupt interrupt = Interrupt.into(cancelled)) {
            out.println("suite     " + suite.name() + ": " + suite.title());
            out.println("store     " + path);
            out.flush();
            BenchProgress progress = new BenchProgress(
                    plan.tasks().size(), output, spec.commandLine().getErr());
            List<Tuning.Outcome> outcomes;
            try {
                outcomes = new Tuning(
                                plan, store, runs, heldOut, TextFormat.commandLine(spec), progress, cancelled::get)
                        .run();
            } finally {
                progress.close();
            }
            for (Tuning.Outcome outcome : outcomes) {
                tell(out, outcome, plan.tasks().size());
                if (yaml != null) {
                    Path file = file(yaml, outcome.problem());
                    TextFiles.write(file, text(outcome, suite));
                    out.println("  settings  " + file);
                }
            }
            out.println("done      " + progress.summary());
        }
        return ExitCode.OK;
    }

    private static void tell(PrintWriter out, Tuning.Outcome outcome, int all) {
        out.println();
        out.println(outcome.problem() + ": " + outcome.winner().name() + " wins of "
                + TextFormat.count(outcome.methods().size(), "method") + " after "
                + TextFormat.count(outcome.runs(), "run") + ", " + all + " in all would have been tried");
        for (Race.Departure d : outcome.departures()) {
            out.println(String.format(
                    Locale.ROOT,
                    "  %-30s left after %d, mean rank %.2f, %s",
                    outcome.methods().get(d.configuration()).name(),
                    d.blocks(),
                    d.meanRank(),
                    d.reason() == Race.Reason.TEST
                            ? String.format(Locale.ROOT, "worse with p = %.3f", d.pValue())
                            : "in the worse half"));
        }
        outcome.estimate()
                .ifPresentOrElse(
                        e -> out.println(String.format(
                                Locale.ROOT,
                                "  on %s held out: mean gap %.3f %%, %s %.3f %%, p = %.3f",
                                TextFormat.count(e.instances(), "instance"),
                                100 * e.winnerGap(),
                                outcome.baseline().name(),
                                100 * e.baselineGap(),
                                e.pValue())),
                        () -> out.println(
                                "  no instance was held out: the winner's results are those it was chosen by"));
    }

    /** "tuned.yaml" and "mdkp" give "tuned-mdkp.yaml". */
    private static Path file(Path yaml, String problem) {
        String name = String.valueOf(yaml.getFileName());
        int dot = name.lastIndexOf('.');
        String stem = dot > 0 ? name.substring(0, dot) : name;
        return yaml.resolveSibling(stem + "-" + problem + (dot > 0 ? name.substring(dot) : ".yaml"));
    }

    /** The winner's settings where they differ from the defaults. */
    private static String text(Tuning.Outcome outcome, Suite suite) {
        StringBuilder text = new StringBuilder("# " + outcome.winner().name() + " of suite " + suite.name()
                + ", best on " + outcome.problem() + " of " + outcome.methods().size() + " methods\n");
        outcome.estimate()
                .ifPresent(e -> text.append(String.format(
                        Locale.ROOT,
                        "# mean gap on %d instances held out %.5f, of %s %.5f, p = %.4f%n",
                        e.instances(),
                        e.winnerGap(),
                        outcome.baseline().name(),
                        e.baselineGap(),
                        e.pValue())));
        // the controls of a suite tell about the methods, and are no part of what was tuned
        SolverOptions winner = outcome.winner().options().withControls(SolverOptions.Stage.OFF);
        SolverOptions defaults = SolverOptions.defaults();
        for (Setting setting : Settings.all()) {
            String value = setting.get(winner);
            if (!setting.isOf(EnumSet.of(Scope.REPETITION, Scope.MACHINE)) && !value.equals(setting.get(defaults))) {
                text.append(setting.name())
                        .append(": ")
                        .append(PLAIN.matcher(value).matches() ? value : "\"" + value.replace("\"", "\\\"") + "\"")
                        .append('\n');
            }
        }
        return text.toString();
    }
}
