package org.shrinq.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.shrinq.bench.report.HtmlReport;
import org.shrinq.bench.report.RunReport;
import org.shrinq.instances.Instance;
import org.shrinq.solver.Shrinq;
import org.shrinq.solver.Solution;
import org.shrinq.solver.SolverOptions;
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
            "Examples:",
            "  shrinq solve instances/data/mis/1dc.64.txt",
            "  shrinq solve instances/data/qap/grid.3x4.dat --qubits 12 --controls -o r.json"
        })
final class SolveCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "INSTANCE", description = "Instance files.")
    private List<Path> files = List.of();

    @Mixin
    private PipelineFlags flags = new PipelineFlags();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Writes the result as JSON; a folder when there are several instances.")
    private @Nullable Path result;

    @Option(names = "--report", paramLabel = "FILE", description = "Writes a page about the run; one instance only.")
    private @Nullable Path report;

    @Override
    public Integer call() {
        SolverOptions options = flags.options(spec);
        if (report != null && files.size() > 1) {
            throw new Failures.UsageException(
                    "--report is a page about one run. Maybe 'shrinq report' for each result.");
        }
        requireDistinctNames();
        int code = ExitCode.OK;
        for (Path file : files) {
            int own = solve(file, options);
            code = Math.max(code, own);
        }
        return code;
    }

    /** Two instances of one name would overwrite each other's result. */
    private void requireDistinctNames() {
        if (result == null || files.size() == 1) {
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

    private int solve(Path file, SolverOptions options) {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        try {
            long start = System.nanoTime();
            Instance instance = flags.instance().read(file);
            double readSeconds = (System.nanoTime() - start) * 1e-9;
            AtomicBoolean cancelled = new AtomicBoolean();
            Solution solution;
            try (Interrupt interrupt = Interrupt.into(cancelled);
                    Progress progress = Progress.of(instance, options, flags.output())) {
                solution = Shrinq.with(options).listener(progress).run(instance.problem(), cancelled::get);
                interrupt.finished();
            }
            if (!flags.isQuiet()) {
                new Account(out).print(instance, solution);
                if (files.size() > 1) {
                    out.println();
                }
            }
            if (result != null || report != null) {
                ObjectNode json = ResultJson.of(instance, flags.instance().options(), solution, readSeconds);
                if (result != null) {
                    ResultJson.write(files.size() == 1 ? result : result.resolve(resultName(file)), json);
                }
                if (report != null) {
                    TextFiles.write(report, HtmlReport.of(RunReport.of(json)));
                }
            }
            out.flush();
            return solution.isFeasible() ? ExitCode.OK : ExitCode.INFEASIBLE;
        } catch (RuntimeException | OutOfMemoryError e) {
            if (files.size() == 1) {
                throw e;
            }
            err.println("shrinq: " + e.getMessage());
            return Failures.exitCode(e);
        }
    }
}
