package org.shrinq.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.shrinq.bench.portfolio.RemoteCrew;
import org.shrinq.instances.Instance;
import org.shrinq.instances.solution.SolutionFile;
import org.shrinq.instances.solution.Solutions;
import org.shrinq.qubo.Bits;
import org.shrinq.report.HtmlReport;
import org.shrinq.report.run.RunReport;
import org.shrinq.solver.PortfolioMember;
import org.shrinq.solver.Shrinq;
import org.shrinq.solver.Solution;
import org.shrinq.solver.SolverOptions;
import org.shrinq.solver.result.ResultFile;
import org.shrinq.solver.result.ResultJson;
import org.shrinq.solver.result.TextFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code solve}: runs the pipeline on instance files. */
@Command(
        name = "solve",
        header = "Runs the pipeline; prints an account of every stage and the verified solution.",
        sortOptions = true,
        footer = {
            "",
            "The words are explained in docs/pipeline.md and the pages that it names.",
            "",
            "Examples:",
            "  shrinq solve instances/data/mis/1dc.64.txt",
            "  shrinq solve instances/data/qap/grid.3x4.dat --qubits 12 --controls -o r.json",
            "  shrinq solve instances/data/market-share --time-limit 2s --csv table.csv"
        })
final class SolveCommand implements Callable<Integer> {
    private static final Path STANDARD_OUTPUT = Path.of("-");

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "1..*",
            paramLabel = "INSTANCE",
            description = "Instance files, or folders of them; - is standard input.")
    private List<Path> named = List.of();

    private List<Path> files = List.of();

    @Mixin
    private PipelineFlags flags = new PipelineFlags();

    @Mixin
    private ExecutorFlags executor = new ExecutorFlags();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Writes the result as JSON; a folder when there are several instances. "
                    + "- is standard output, the account then goes to stderr.")
    private @Nullable Path result;

    @Option(names = "--json", description = "Prints the result as JSON and nothing else: --quiet -o -.")
    private boolean json;

    @Option(
            names = "--start",
            paramLabel = "FILE",
            description = "Begins from this solution, in any form that check reads; one instance only.")
    private @Nullable Path start;

    @Option(
            names = "--csv",
            paramLabel = "FILE",
            description = "Writes a row for each instance: file, status, objective, bound, gap, seconds. - is standard "
                    + "output.")
    private @Nullable Path csv;

    private final SolveTable table = new SolveTable();

    @Option(names = "--report", paramLabel = "FILE", description = "Writes a page about the run; one instance only.")
    private @Nullable Path report;

    @Override
    public Integer call() {
        if (json && result != null && !result.equals(STANDARD_OUTPUT)) {
            throw new Failures.UsageException("--json prints the result, -o writes it to " + result + ". Choose one.");
        }
        result = json ? STANDARD_OUTPUT : result;
        if (STANDARD_OUTPUT.equals(csv) && STANDARD_OUTPUT.equals(result)) {
            throw new Failures.UsageException("the result and --csv would both be on standard output. Choose one.");
        }
        files = InstanceFiles.of(named);
        Targets.requireFile("--csv", STANDARD_OUTPUT.equals(csv) ? null : csv);
        SolverOptions options = flags.options(spec);
        if (!executor.isLocal() && options.portfolio() == 1) {
            throw new Failures.UsageException(
                    "an executor does the runs of a portfolio. Say how many with --portfolio N.");
        }
        start = start != null ? start : flags.instance().start();
        if (report != null && files.size() > 1) {
            throw new Failures.UsageException(
                    "--report is a page about one run. Maybe 'shrinq report' for each result.");
        }
        if (start != null && files.size() > 1) {
            throw new Failures.UsageException("--start is a solution of one instance. Solve them one by one.");
        }
        Targets.requireFile("--report", report);
        for (String flag : SettingFlags.idle(options, spec.commandLine().getParseResult())) {
            spec.commandLine()
                    .getErr()
                    .println("shrinq: note: " + flag + " changes nothing with --method " + options.methodId() + ".");
        }
        requireDistinctNames();
        int code = ExitCode.OK;
        long begun = Main.begun(spec);
        boolean several = files.size() > 1;
        if (several && isTold()) {
            new AnswerAccount(new AccountRows(account()), flags.output().isVerbose()).settings(options);
            account().println();
        }
        for (int k = 0; k < files.size(); k++) {
            String place = several ? (k + 1) + "/" + files.size() : "";
            code = Math.max(code, solve(files.get(k), place, options, begun));
            begun = System.nanoTime();
        }
        if (several && isTold()) {
            table.print(account());
        }
        writeCsv();
        account().flush();
        return code;
    }

    private boolean isTold() {
        return !flags.isQuiet() && !json && !STANDARD_OUTPUT.equals(csv);
    }

    /** Where the account goes: not where data does. */
    private PrintWriter account() {
        return STANDARD_OUTPUT.equals(result)
                ? spec.commandLine().getErr()
                : spec.commandLine().getOut();
    }

    private void writeCsv() {
        if (STANDARD_OUTPUT.equals(csv)) {
            spec.commandLine().getOut().print(table.csv());
        } else if (csv != null) {
            TextFiles.write(csv, table.csv());
        }
    }

    /** Two instances of one name would overwrite each other's result. */
    private void requireDistinctNames() {
        if (result == null || result.equals(STANDARD_OUTPUT) || files.size() == 1) {
            return;
        }
        if (Files.isRegularFile(result)) {
            throw new Failures.UsageException(result + " is a file; several instances need a folder for -o.");
        }
        Set<String> names = new HashSet<>();
        for (Path file : files) {
            if (!names.add(resultName(file))) {
                throw new Failures.UsageException("two instances would both write " + resultName(file)
                        + ". Solve them one by one, each with its own -o.");
            }
        }
    }

    private static String resultName(Path file) {
        return file.getFileName() + ".result.json";
    }

    /** Solves the problems of one file; a failure ends the run only where there is no other problem. */
    private int solve(Path file, String place, SolverOptions options, long begun) {
        List<InstanceFlags.Read> problems;
        double readSeconds;
        try {
            long reading = System.nanoTime();
            problems = flags.instance().readAll(file);
            readSeconds = (System.nanoTime() - reading) * 1e-9;
            requireOneForReport(problems.size());
        } catch (RuntimeException | OutOfMemoryError e) {
            return failed(file.toString(), e, files.size() == 1);
        }
        int code = ExitCode.OK;
        for (int k = 0; k < problems.size(); k++) {
            String name = problems.size() == 1 ? resultName(file) : numberedName(file, k + 1);
            boolean single = files.size() == 1 && problems.size() == 1;
            try {
                long start = k == 0 ? begun : System.nanoTime();
                String where = problems.size() == 1 ? place : (k + 1) + "/" + problems.size();
                Task task = new Task(
                        problems.get(k),
                        problems.size() == 1 ? file.toString() : file + "-" + (k + 1),
                        name,
                        where,
                        single);
                code = Math.max(code, solve(task, options, new Clock(start, readSeconds)));
            } catch (RuntimeException | OutOfMemoryError e) {
                code = Math.max(code, failed(file.toString(), e, single));
            }
        }
        return code;
    }

    private void requireOneForReport(int problems) {
        if (problems > 1 && start != null) {
            throw new Failures.UsageException("--start is a solution of one problem. Choose it with --index N.");
        }
        if (problems > 1 && report != null) {
            throw new Failures.UsageException(
                    "--report is a page about one run. Maybe 'shrinq report' for each result.");
        }
        if (problems > 1 && result != null && Files.isRegularFile(result)) {
            throw new Failures.UsageException(result + " is a file; several problems need a folder for -o.");
        }
    }

    private static String numberedName(Path file, int k) {
        return file.getFileName() + "-" + k + ".result.json";
    }

    /** The exit code of a failure that leaves other problems to solve; the only problem's failure is passed on. */
    private int failed(String file, Throwable e, boolean single) {
        if (single && e instanceof RuntimeException runtime) {
            throw runtime;
        }
        if (single && e instanceof Error error) {
            throw error;
        }
        spec.commandLine().getErr().println("shrinq: " + Failures.message(e));
        table.failed(file, Failures.exitCode(e) == ExitCode.REFUSED ? "REFUSED" : "UNREADABLE");
        return Failures.exitCode(e);
    }

    /**
     * Where a run's time begins and what has gone of it.
     *
     * @param start the moment of {@link System#nanoTime} that its limit counts from
     * @param readSeconds spent on reading the file
     */
    private record Clock(long start, double readSeconds) {}

    /**
     * One problem to solve.
     *
     * @param file as the table names it
     * @param result name of its result in a folder
     * @param place such as "3/23"; empty for the only one
     */
    private record Task(InstanceFlags.Read read, String file, String result, String place, boolean single) {}

    private int solve(Task task, SolverOptions given, Clock clock) {
        if (task.single) {
            Targets.requireFile("-o", result);
        }
        Instance instance = task.read.instance();
        SolverOptions options = start == null ? given : given.withStart(startOf(start, instance));
        AtomicBoolean cancelled = new AtomicBoolean();
        try (Interrupt interrupt = Interrupt.into(cancelled)) {
            Solution solution;
            Optional<RemoteCrew> crew = executor.isLocal()
                    ? Optional.empty()
                    : Optional.of(executor.crew(instance, task.read.options(), options));
            try (Progress progress = Progress.of(instance, task.place, options, flags.output(), clock.start)) {
                Shrinq solver = Shrinq.with(options).listener(progress).since(clock.start);
                solution = crew.map(solver::crew).orElse(solver).run(instance.problem(), cancelled::get);
            }
            table.add(task.file, instance, solution);
            tell(task, solution, crew, clock.readSeconds);
            return solution.isFeasible() ? ExitCode.OK : ExitCode.INFEASIBLE;
        }
    }

    private Bits startOf(Path file, Instance instance) {
        SolutionFile solution = Solutions.read(file, instance);
        for (String note : solution.notes()) {
            spec.commandLine().getErr().println("shrinq: note: " + file + ": " + note);
        }
        return solution.x();
    }

    /** The member of a portfolio whose solution it is, from 0. */
    private static int finder(Solution solution) {
        return solution.portfolio().stream()
                .filter(PortfolioMember::finder)
                .mapToInt(m -> m.number() - 1)
                .findFirst()
                .orElse(0);
    }

    /** Prints the account and writes the files that were asked for. */
    private void tell(Task task, Solution solution, Optional<RemoteCrew> crew, double readSeconds) {
        PrintWriter out = account();
        Instance instance = task.read.instance();
        if (isTold()) {
            boolean several = files.size() > 1;
            Account account = new Account(out, flags.output().isVerbose());
            if (several) {
                account.printOneOf(instance, solution);
            } else {
                account.print(instance, solution);
            }
            if (!task.single) {
                out.println();
            }
        }
        if (result != null || report != null) {
            ResultFile own = ResultJson.of(instance, task.read.options(), solution, readSeconds, Instant.now());
            ResultFile root = crew.flatMap(c -> c.result(finder(solution)))
                    .map(own::withStagesOf)
                    .orElse(own);
            if (STANDARD_OUTPUT.equals(result)) {
                spec.commandLine().getOut().print(ResultJson.text(root));
            } else if (result != null) {
                ResultJson.write(task.single ? result : result.resolve(task.result), root);
            }
            if (report != null) {
                TextFiles.write(report, HtmlReport.of(RunReport.of(root, instance)));
            }
        }
        spec.commandLine().getOut().flush();
        out.flush();
    }
}
