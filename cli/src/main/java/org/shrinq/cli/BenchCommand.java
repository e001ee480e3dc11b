package org.shrinq.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code bench}: the harness. */
@Command(
        name = "bench",
        header = "Runs methods on instances with seeds, keeps every run, and reports.",
        synopsisSubcommandLabel = "VERB",
        commandListHeading = "%nVerbs:%n",
        subcommands = {
            BenchRunCommand.class,
            BenchMergeCommand.class,
            BenchReportCommand.class,
            BenchTuneCommand.class,
            BenchListCommand.class,
            BenchShrinkingCommand.class,
            BenchTrainShrinkingCommand.class,
            BenchSteeringCommand.class,
            BenchAuditCommand.class,
            BenchKernelsCommand.class,
            CommandLine.HelpCommand.class
        },
        footer = {
            "",
            "Examples:",
            "  shrinq bench list",
            "  shrinq bench run quick",
            "  shrinq bench report results/quick.db -o quick.html"
        })
final class BenchCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
