package org.shrinq.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.shrinq.instances.Instance;
import org.shrinq.instances.SolutionFile;
import org.shrinq.instances.Solutions;
import org.shrinq.repair.verify.Verification;
import org.shrinq.repair.verify.Verifier;
import org.shrinq.repair.verify.Violation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code check}: verifies a solution against the instance's own data; shares nothing with encoders, shrinking or repair. */
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

    @Mixin
    private InstanceFlags instanceFlags = new InstanceFlags();

    @Mixin
    private OutputFlags output = new OutputFlags();

    @Override
    public Integer call() {
        Instance instance = instanceFlags.read(instanceFile);
        SolutionFile solution = Solutions.read(solutionFile, instance);
        Verification verdict = Verifier.of(instance.problem()).verify(solution.x());
        boolean claimHolds = claimHolds(solution.claimed(), verdict.objective());
        if (!output.isQuiet()) {
            print(instance, solution, verdict, claimHolds);
        }
        return verdict.feasible() && claimHolds ? ExitCode.OK : ExitCode.INFEASIBLE;
    }

    private static boolean claimHolds(OptionalDouble claimed, double objective) {
        return claimed.isEmpty()
                || Math.abs(claimed.getAsDouble() - objective) <= 1e-6 * Math.max(1, Math.abs(objective));
    }

    private void print(Instance instance, SolutionFile solution, Verification verdict, boolean claimHolds) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(instance.name() + ": " + instance.problem().kind().title() + ", solution read as "
                + solution.form().id());
        for (String note : solution.notes()) {
            out.println("note: " + note);
        }
        out.println(
                verdict.feasible()
                        ? "feasible: "
                                + switch (verdict.constraints()) {
                                    case 0 -> "there are no constraints";
                                    case 1 -> "the one constraint holds";
                                    default -> "all " + verdict.constraints() + " constraints hold";
                                }
                        : "infeasible: " + verdict.violated() + " of "
                                + Text.count(verdict.constraints(), "constraint") + " violated, by "
                                + Text.number(verdict.totalViolation()) + " in total");
        for (Violation v : verdict.violations()) {
            out.println("  " + v.constraint() + ": " + v.text());
        }
        if (verdict.violated() > verdict.violations().size()) {
            out.println("  and " + (verdict.violated() - verdict.violations().size()) + " more");
        }
        out.println("objective " + Text.number(verdict.objective())
                + (instance.bestKnown().isPresent() ? ", best known " + Text.number(instance.bestKnown()) : ""));
        if (!claimHolds) {
            out.println("the file claims " + Text.number(solution.claimed()) + ": that is wrong");
        }
    }
}
