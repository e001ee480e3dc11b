package org.shrinq.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.shrinq.instances.Instance;
import org.shrinq.instances.solution.SolutionFile;
import org.shrinq.instances.solution.Solutions;
import org.shrinq.repair.verify.Verification;
import org.shrinq.repair.verify.Verifier;
import org.shrinq.repair.verify.Violation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code check}: verifies a solution against the instance's own data; shares nothing with encoders, shrinking or
 * repair.
 */
@Command(
        name = "check",
        header = "Verifies a solution file or a result file against the instance.",
        description = {
            "Takes .sln, 0/1 strings, lists of chosen variables, permutations, .sol files and result files.",
            "Exit code 0 when the solution is feasible and is worth what it claims, else 4."
        },
        footer = {
            "",
            "Examples:",
            "  shrinq solve instances/data/mis/1dc.64.txt -o r.json",
            "  shrinq check instances/data/mis/1dc.64.txt r.json"
        })
final class CheckCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "INSTANCE", description = "The instance file.")
    private Path instanceFile = Path.of("");

    @Parameters(index = "1", paramLabel = "SOLUTION", description = "The solution or result file.")
    private Path solutionFile = Path.of("");

    @Option(
            names = "--feasibility-tolerance",
            paramLabel = "T",
            description =
                    "By how much a linear row may be missed; at most a quarter of its smallest coefficient counts. "
                            + "Default: 0.")
    private double tolerance;

    @Mixin
    private InstanceFlags instanceFlags = new InstanceFlags();

    @Mixin
    private OutputFlags output = new OutputFlags();

    @Override
    public Integer call() {
        Instance instance = instanceFlags.read(instanceFile);
        SolutionFile solution = Solutions.read(solutionFile, instance);
        Verification verdict =
                Verifier.of(instance.problem().withTolerance(tolerance())).verify(solution.x());
        List<String> wrong = ClaimCheck.wrong(instance, solution.claims(), verdict);
        if (!output.isQuiet()) {
            print(instance, solution, verdict, wrong);
        }
        return verdict.feasible() && wrong.isEmpty() ? ExitCode.OK : ExitCode.INFEASIBLE;
    }

    private double tolerance() {
        if (!(tolerance >= 0) || Double.isInfinite(tolerance)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--feasibility-tolerance " + tolerance + ": expected a number of 0 or more. Maybe 1e-6.");
        }
        return tolerance;
    }

    private void print(Instance instance, SolutionFile solution, Verification verdict, List<String> wrong) {
        row(instance.name() + ": " + instance.problem().kind().title() + ", solution read as "
                + solution.form().id());
        for (String note : solution.notes()) {
            row("note: " + note);
        }
        if (solution.claims().sha256().filter(s -> !s.equals(instance.sha256())).isPresent()) {
            row("note: the file says that it solves another instance file");
        }
        String constraints = TextFormat.count(verdict.constraints(), "constraint");
        row(
                !verdict.feasible()
                        ? "infeasible: " + verdict.violated() + " of " + constraints + " violated, by "
                                + TextFormat.number(verdict.totalViolation()) + " in total"
                        : verdict.constraints() == 0
                                ? "feasible: there are no constraints"
                                : "feasible: "
                                        + (verdict.constraints() == 1
                                                ? "the one constraint holds"
                                                : "all " + constraints + " hold"));
        for (Violation v : verdict.violations()) {
            row("  " + (v.text().startsWith(v.constraint() + " ") ? "" : v.constraint() + ": ") + v.text());
        }
        if (verdict.violated() > verdict.violations().size()) {
            row("  and " + (verdict.violated() - verdict.violations().size()) + " more");
        }
        row("objective " + TextFormat.number(verdict.objective())
                + (instance.bestKnown().isPresent() ? ", best known " + TextFormat.number(instance.bestKnown()) : ""));
        wrong.forEach(this::row);
    }

    private void row(String text) {
        PrintWriter out = spec.commandLine().getOut();
        String indent = " ".repeat(text.length() - text.stripLeading().length());
        for (String line : TextFormat.wrap(text.strip(), TextFormat.WIDTH - indent.length())) {
            out.println(indent + line);
        }
    }
}
