package org.shrinq.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.shrinq.instances.Instance;
import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.Sense;
import org.shrinq.qubo.encode.Encoding;
import org.shrinq.relax.BoundKind;
import org.shrinq.relax.BoundReport;
import org.shrinq.solver.Shrinq;
import org.shrinq.solver.SolverOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code info}: what a file is, without solving it. */
@Command(
        name = "info",
        header = "Says what a file is, its sizes and bounds, and what methods would need.",
        footer = {
            "",
            "The words are explained in docs/pipeline.md and the pages that it names.",
            "Bounds have two seconds, and so has the relaxation that the encoding of capacity",
            "rows asks for; --time-limit gives more. What they had no time for is said.",
            "",
            "Examples:",
            "  shrinq info instances/data/mis/1dc.64.txt",
            "  shrinq info instances/data/qap/*.dat"
        })
final class InfoCommand implements Callable<Integer> {
    /** For the relaxation of the encoding, and again for bounds. */
    private static final double SECONDS = 2;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "INSTANCE", description = "Instance files.")
    private List<Path> files = List.of();

    @Mixin
    private PipelineFlags flags = new PipelineFlags();

    @Override
    public Integer call() {
        SolverOptions asked = flags.options(spec);
        SolverOptions options = asked.timeLimit().isPresent() ? asked : asked.withTimeLimit(SECONDS);
        for (int k = 0; k < files.size(); k++) {
            if (k > 0) {
                spec.commandLine().getOut().println();
            }
            print(flags.instance().read(files.get(k)), options);
        }
        return ExitCode.OK;
    }

    private void print(Instance instance, SolverOptions options) {
        PrintWriter out = spec.commandLine().getOut();
        BinaryModel model = instance.problem().model();
        line(out, "name", instance.name());
        line(
                out,
                "problem",
                instance.problem().kind().title() + ", "
                        + instance.problem().sense().name().toLowerCase(Locale.ROOT));
        line(out, "format", instance.format().title() + " (" + instance.format().id() + ")");
        line(out, "sha256", instance.sha256());
        line(out, "variables", Integer.toString(model.size()));
        line(out, "constraints", Constraints.describe(model));
        line(out, "best known", TextFormat.number(instance.bestKnown()));
        for (String warning : instance.warnings()) {
            line(out, "note", warning);
        }
        Encoding encoding = Shrinq.with(options).encode(instance.problem());
        int n = encoding.form().size();
        long couplings = encoding.form().couplings();
        double density = n < 2 ? 0 : couplings / (0.5 * n * (n - 1.0));
        line(
                out,
                "QUBO",
                TextFormat.count(n, "variable") + " (" + Constraints.added(encoding.model(), encoding.slackCount())
                        + "), " + TextFormat.count(couplings, "coupling") + ", density " + TextFormat.percent(density));
        line(
                out,
                "penalties",
                Constraints.penalties(encoding.model(), encoding.report()) + ", coefficients span "
                        + TextFormat.number(encoding.report().coefficientRange())
                        + (encoding.report().isRangeWarning() ? " (more than devices resolve)" : ""));
        BoundReport bounds = Shrinq.with(options).bounds(instance.problem());
        bounds.all()
                .forEach(b -> line(
                        out,
                        "bound",
                        (instance.problem().sense() == Sense.MAXIMIZE ? "at most " : "at least ")
                                + TextFormat.number(b.value()) + " (" + b.kind().id() + ")"));
        for (BoundKind kind : BoundKind.values()) {
            String why = bounds.skipped().get(kind);
            if (why != null) {
                line(out, "no bound", kind.id() + ": " + why);
            }
        }
        out.println();
        ResourceEstimate.print(out, options, n);
    }

    private static void line(PrintWriter out, String label, String text) {
        out.printf("%-12s %s%n", label, text);
    }
}
