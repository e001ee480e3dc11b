package org.shrinq.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.shrinq.instances.Format;
import org.shrinq.instances.Instance;
import org.shrinq.instances.text.WholeFile;
import org.shrinq.shrink.ShrinkReport;
import org.shrinq.solver.Shrinq;
import org.shrinq.solver.SmallProblem;
import org.shrinq.solver.SolverOptions;
import org.shrinq.solver.result.ResultJson;
import org.shrinq.solver.result.ShrinkFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code shrink}: writes the small QUBO, the elimination log and the variable map. */
@Command(
        name = "shrink",
        header = "Encodes and shrinks; writes the small QUBO with elimination log and variable map.",
        footer = {
            "",
            "The words are explained in docs/pipeline.md and the pages that it names.",
            "",
            "Examples:",
            "  shrinq shrink instances/data/mis/1dc.64.txt --qubits 12 -o small.qubo",
            "  shrinq replay small.qubo.shrink.json"
        })
final class ShrinkCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "INSTANCE", description = "The instance file.")
    private Path file = Path.of("");

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "FILE",
            description = "The small QUBO; elimination log and map go beside it. - is standard output, without them.")
    private Path target = Path.of("");

    @Option(
            names = "--to",
            paramLabel = "NAME",
            description = "Format to write. Default: by FILE's extension; qbsolv for -.")
    private @Nullable String to;

    @Mixin
    private PipelineFlags flags = new PipelineFlags();

    @Override
    public Integer call() {
        Targets.requireFile("-o", target);
        Format format = Targets.qubo(target, to);
        Instance instance = flags.instance().read(file);
        SolverOptions options = flags.options(spec);
        SmallProblem small = Shrinq.with(options).prepare(instance.problem());
        ShrinkFile.writeQubo(target, format, instance.name(), small.qubo());
        if (!WholeFile.isStandardOutput(target)) {
            ObjectNode json = ShrinkFile.of(instance, flags.instance().options(), options, small, target);
            ResultJson.write(ShrinkFile.beside(target), json);
        }
        if (!flags.isQuiet()) {
            print(small);
        }
        return ExitCode.OK;
    }

    private void print(SmallProblem small) {
        PrintWriter out = Targets.words(spec, target);
        ShrinkReport report = small.shrunk().report();
        out.println(small.shrunk().log().variables() + " variables to "
                + TextFormat.count(small.shrunk().qubits(), "qubit") + " by " + report.source() + ", "
                + TextFormat.count(small.qubo().couplings(), "coupling") + " left");
        small.shrunk().code().ifPresent(c -> out.println("  " + StageAccount.words(c)));
        Map<String, Integer> rules = new TreeMap<>();
        report.perRule().forEach((rule, count) -> rules.put(ShrinkFile.word(rule), count));
        rules.forEach((rule, count) -> out.printf("  %-20s %6d%n", rule, count));
        out.println("  proven " + report.proven() + ", heuristic " + report.heuristic() + ", vetoed " + report.vetoed()
                + ", converted " + report.converted());
        out.println("  correlations calculated " + TextFormat.count(report.recalculations(), "time") + ", "
                + (report.looked() ? "complete assignments were evaluated" : "no complete assignment was evaluated"));
        out.println("  the rest has a feasible point: "
                + switch (report.feasibility()) {
                    case WITNESSED -> "yes, one is known";
                    case UNKNOWN -> "not known";
                    case CONTRADICTORY -> "no, the constraints contradict each other";
                    case UNGUARDED -> "not looked at, the guard was off";
                });
        out.println(target + ": the small QUBO");
        if (!WholeFile.isStandardOutput(target)) {
            out.println(ShrinkFile.beside(target) + ": elimination log and variable map");
        }
    }
}
