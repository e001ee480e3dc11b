package org.shrinq.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.shrinq.bench.shrinking.StepTraining;
import org.shrinq.bench.suite.Plan;
import org.shrinq.bench.suite.Suite;
import org.shrinq.solver.result.TextFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bench train-shrinking}: trains the model of {@code --correlations learned}. */
@Command(
        name = "train-shrinking",
        header = "Trains the model behind --correlations learned.",
        sortOptions = true,
        footer = {
            "",
            "The problems of the suite must be so small that all their optima can be listed;",
            "others are passed over.",
            "",
            "Examples:",
            "  shrinq bench train-shrinking calibration --seeds 1 -o steps.csv",
            "  shrinq bench train-shrinking --seeds 1 -o learned.csv"
        })
final class BenchTrainShrinkingCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "SUITE", description = "Default: ${DEFAULT-VALUE}.")
    private String name = "training";

    @Mixin
    private OutputFlags output = new OutputFlags();

    @Option(names = "--seeds", paramLabel = "S", description = "Seeds instead of the suite's: 7 or 1..10.")
    private @Nullable String seeds;

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "FILE",
            description = "The model, with its recipe and calibration.")
    private Path target = Path.of("");

    @Override
    public Integer call() throws IOException {
        Suite suite = SuiteFlags.suite(name, seeds);
        try (TemporaryFolder generated = new TemporaryFolder("shrinq-training")) {
            Plan plan = Plan.of(
                    suite, new Plan.Folders(BenchFolders.bundledInstances(), Optional.empty(), generated.path()));
            StepTraining training = new StepTraining();
            training.collect(plan);
            String command = TextFormat.commandLine(spec);
            TextFiles.write(target, training.text(command));
            if (!output.isQuiet()) {
                spec.commandLine()
                        .getOut()
                        .println(target + ": trained on "
                                + TextFormat.count(plan.instances().size(), "problem"));
            }
        }
        return ExitCode.OK;
    }
}
