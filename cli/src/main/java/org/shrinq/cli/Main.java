package org.shrinq.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.shrinq.solver.result.ResultJson;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Spec;

/** The entry point: parses the command line and ends the process with the exit code of the verb. */
@Command(
        name = "shrinq",
        header = "Solves constrained binary optimisation problems with few qubits.",
        synopsisSubcommandLabel = "VERB",
        commandListHeading = "%nVerbs:%n",
        footer = {
            "",
            "Try: shrinq solve instances/data/mis/1dc.64.txt",
            "Every verb explains itself: shrinq solve --help"
        },
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        subcommands = {
            SolveCommand.class,
            InfoCommand.class,
            CheckCommand.class,
            EncodeCommand.class,
            ShrinkCommand.class,
            ExportCommand.class,
            DecodeCommand.class,
            ConvertCommand.class,
            GenerateCommand.class,
            ReplayCommand.class,
            ReportCommand.class,
            BenchCommand.class,
            CommandLine.HelpCommand.class,
            AutoComplete.GenerateCompletion.class
        })
public final class Main implements Runnable {
    /** Verbs with a flag for every setting. */
    private static final List<String> PIPELINE_VERBS = List.of("solve", "info", "encode", "shrink", "export");

    private static final OptionSpec HELP = OptionSpec.builder("-h", "--help")
            .type(boolean.class)
            .arity("0")
            .usageHelp(true)
            .description("Shows this help.")
            .build();

    @Spec
    private CommandSpec spec;

    private Main() {}

    public static void main(String[] args) {
        PrintWriter out = new PrintWriter(new java.io.OutputStreamWriter(System.out, StandardCharsets.UTF_8), true);
        PrintWriter err = new PrintWriter(new java.io.OutputStreamWriter(System.err, StandardCharsets.UTF_8), true);
        System.exit(run(out, err, args));
    }

    /** Runs one command line; returns the exit code. */
    static int run(PrintWriter out, PrintWriter err, String... args) {
        CommandLine commandLine = new CommandLine(new Main());
        for (CommandLine verb : commandLine.getSubcommands().values()) {
            if (verb.getCommandSpec().findOption("--help") == null) {
                verb.getCommandSpec().addOption(HELP);
            }
        }
        for (String verb : PIPELINE_VERBS) {
            SettingFlags.addTo(
                    Objects.requireNonNull(commandLine.getSubcommands().get(verb))
                            .getCommandSpec());
        }
        commandLine.setOut(out).setErr(err);
        commandLine.setUsageHelpWidth(80);
        commandLine.setAbbreviatedOptionsAllowed(false);
        commandLine.setExitCodeExceptionMapper(Failures::exitCode);
        commandLine.setExecutionExceptionHandler(Failures::report);
        commandLine.setParameterExceptionHandler(Failures::usage);
        int code = commandLine.execute(args);
        out.flush();
        err.flush();
        return code;
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"shrinq " + ResultJson.version() + " (Java " + System.getProperty("java.version") + ")"
            };
        }
    }
}
