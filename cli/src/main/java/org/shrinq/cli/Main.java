package org.shrinq.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.shrinq.solver.config.Setting.Scope;
import org.shrinq.solver.result.ToolVersion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The entry point: parses the command line and ends the process with the exit code of the verb. */
@Command(
        name = "shrinq",
        header = "Solves constrained binary optimisation problems with few qubits.",
        synopsisSubcommandLabel = "VERB",
        commandListHeading = "%nVerbs:%n",
        footer = {
            "",
            "Exit codes: 0 done, 1 an error here or no room for the output, 2 wrong usage,",
            "3 not a valid instance, 4 nothing feasible within the limits, 5 refused since it",
            "cannot fit, 141 the reader of the output has gone (as 'head' does), no message.",
            "",
            "Try: shrinq solve instances/data/mis/1dc.64.txt",
            "Every verb explains itself: shrinq solve --help"
        },
        versionProvider = Main.Version.class)
public final class Main implements Runnable {
    /** Verbs with a flag for every setting, and the parts of a run that they have. */
    private static final Map<String, Set<Scope>> PIPELINE_VERBS = Map.of(
            "solve", EnumSet.allOf(Scope.class),
            "info", EnumSet.of(Scope.FORECAST),
            "encode", EnumSet.of(Scope.ENCODING),
            "shrink", EnumSet.of(Scope.ENCODING, Scope.SHRINKING, Scope.LIMIT, Scope.REPETITION),
            "session new", EnumSet.of(Scope.ENCODING, Scope.SHRINKING, Scope.CIRCUIT, Scope.REPETITION),
            "export",
                    EnumSet.complementOf(EnumSet.of(Scope.REDUCTION, Scope.ROUNDS, Scope.MEASUREMENT, Scope.FORECAST)));

    /** Every verb by its name, in the order of the help. */
    private static final Map<String, Supplier<Object>> VERBS = verbs();

    private static Map<String, Supplier<Object>> verbs() {
        Map<String, Supplier<Object>> verbs = new LinkedHashMap<>();
        verbs.put("solve", SolveCommand::new);
        verbs.put("info", InfoCommand::new);
        verbs.put("check", CheckCommand::new);
        verbs.put("encode", EncodeCommand::new);
        verbs.put("shrink", ShrinkCommand::new);
        verbs.put("export", ExportCommand::new);
        verbs.put("simulate", SimulateCommand::new);
        verbs.put("decode", DecodeCommand::new);
        verbs.put("audit", AuditCommand::new);
        verbs.put("session", SessionCommand::new);
        verbs.put("convert", ConvertCommand::new);
        verbs.put("generate", GenerateCommand::new);
        verbs.put("angles", AnglesCommand::new);
        verbs.put("replay", ReplayCommand::new);
        verbs.put("report", ReportCommand::new);
        verbs.put("bench", BenchCommand::new);
        verbs.put("completion", CompletionCommand::new);
        verbs.put("man", ManCommand::new);
        verbs.put("help", CommandLine.HelpCommand::new);
        return verbs;
    }

    /** Verbs that speak of the other ones. */
    private static final Set<String> ABOUT_ALL = Set.of("completion", "man", "help");

    @Spec
    private CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this help.")
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Prints the version.")
    private boolean version;

    /** The moment of {@link System#nanoTime} at which the command began, found out by the verbs that ask. */
    private final LongSupplier begun;

    private Main(LongSupplier begun) {
        this.begun = begun;
    }

    /** The moment of {@link System#nanoTime} at which the command of this verb began. */
    static long begun(CommandSpec verb) {
        return verb.root().userObject() instanceof Main main ? main.begun.getAsLong() : System.nanoTime();
    }

    public static void main(String[] args) {
        StandardOutput output = new StandardOutput(new FileOutputStream(FileDescriptor.out));
        System.setOut(new PrintStream(new BufferedOutputStream(output), true, StandardCharsets.UTF_8));
        PrintWriter out = new PrintWriter(new java.io.OutputStreamWriter(System.out, StandardCharsets.UTF_8), true);
        PrintWriter err = new PrintWriter(new java.io.OutputStreamWriter(System.err, StandardCharsets.UTF_8), true);
        if (!List.of(args).contains("--verbose") && System.getProperty("logback.configurationFile") == null) {
            // nothing would be shown, and setting up the log takes a tenth of a second
            System.setProperty("shrinq.log", "off");
        }
        CollectorFault.here().ifPresent(warning -> err.println("shrinq: " + warning));
        System.exit(run(out, err, output::failure, Main::processStart, args));
    }

    /** When the command began: a user who waits has waited since then. */
    private static long processStart() {
        return System.nanoTime() - ProcessAge.ofCommand();
    }

    /** Runs one command line; returns the exit code. */
    static int run(PrintWriter out, PrintWriter err, String... args) {
        return run(out, err, Optional::empty, System::nanoTime, args);
    }

    /** @param failure why standard output could not be written, where that is known */
    static int run(
            PrintWriter out, PrintWriter err, Supplier<Optional<String>> failure, LongSupplier begun, String... args) {
        PrintWriter plain = new PrintWriter(new PlainText(out), true);
        int code = execute(plain, new PrintWriter(new PlainText(err), true), begun, args);
        plain.flush();
        boolean lost = out.checkError() || failure.get().isPresent();
        if (failure.get().filter(StandardOutput::isClosedPipe).isPresent()) {
            code = ExitCode.CLOSED_PIPE;
        } else if (lost && code != ExitCode.USAGE) {
            err.println("shrinq: standard output cannot be written"
                    + failure.get().map(why -> ": " + why).orElse("") + ".");
            code = ExitCode.INTERNAL;
        }
        err.flush();
        return code;
    }

    private static int execute(PrintWriter out, PrintWriter err, LongSupplier begun, String... args) {
        if (args.length == 1 && (args[0].equals("--version") || args[0].equals("-V"))) {
            out.println(Version.text());
            return ExitCode.OK;
        }
        CommandLine commandLine = commandLine(begun, verbsFor(args)).setOut(out).setErr(err);
        int code;
        try {
            code = commandLine.execute(args);
        } catch (Error e) {
            // what picocli hands on: no memory, a damaged installation
            code = Failures.report(e, commandLine, List.of(args).contains("--verbose"));
        }
        return code;
    }

    /** The verbs with all their flags. */
    static CommandLine commandLine() {
        return commandLine(System::nanoTime, VERBS.keySet());
    }

    /**
     * The verb that runs alone, since reading the flags of all takes a start longer than many a run; all where none is
     * named.
     */
    private static Set<String> verbsFor(String... args) {
        boolean one = args.length > 0 && VERBS.containsKey(args[0]) && !ABOUT_ALL.contains(args[0]);
        return one ? Set.of(args[0]) : VERBS.keySet();
    }

    private static CommandLine commandLine(LongSupplier begun, Set<String> verbs) {
        CommandLine commandLine = new CommandLine(new Main(begun));
        VERBS.forEach((name, verb) -> {
            if (verbs.contains(name)) {
                commandLine.addSubcommand(name, verb.get());
            }
        });
        addHelp(commandLine);
        PIPELINE_VERBS.forEach((name, parts) -> {
            CommandLine verb = commandLine;
            for (String word : name.split(" ")) {
                verb = verb == null ? null : verb.getSubcommands().get(word);
            }
            if (verb != null) {
                SettingFlags.addTo(verb.getCommandSpec(), parts);
                verb.getCommandSpec().usageMessage().abbreviateSynopsis(true);
                HelpGroups.arrange(verb);
            }
        });
        commandLine.setUsageHelpWidth(80);
        commandLine.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
        commandLine.setAbbreviatedOptionsAllowed(false);
        commandLine.setExitCodeExceptionMapper(Failures::exitCode);
        commandLine.setExecutionExceptionHandler(Failures::report);
        commandLine.setParameterExceptionHandler(Failures::usage);
        return commandLine;
    }

    private static void addHelp(CommandLine parent) {
        parent.getSubcommands().forEach((name, verb) -> {
            if (name.equals("help")) {
                verb.getCommandSpec().usageMessage().header("Shows the help of a verb.");
            } else if (verb.getCommandSpec().findOption("--help") == null) {
                verb.getCommandSpec()
                        .addOption(OptionSpec.builder("-h", "--help")
                                .type(boolean.class)
                                .arity("0")
                                .usageHelp(true)
                                .description("Shows this help.")
                                .build());
            }
            addHelp(verb);
        });
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {text()};
        }

        static String text() {
            return "shrinq " + ToolVersion.text() + " (Java " + System.getProperty("java.version") + ")";
        }
    }
}
