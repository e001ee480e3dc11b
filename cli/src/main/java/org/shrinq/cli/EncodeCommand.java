package org.shrinq.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.shrinq.instances.Converter;
import org.shrinq.instances.Format;
import org.shrinq.instances.Instance;
import org.shrinq.instances.VariableMap;
import org.shrinq.instances.text.WholeFile;
import org.shrinq.qubo.encode.Encoding;
import org.shrinq.solver.Shrinq;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code encode}: writes the QUBO and its variable map. */
@Command(
        name = "encode",
        header = "Writes the QUBO of an instance, and what its variables stand for.",
        footer = {
            "",
            "The extension chooses the format: .qubo, .coo, .json (BQPJSON), .mqlib, .qplib, .lp.",
            "",
            "Examples:",
            "  shrinq encode instances/data/mdkp/cb.20x5-25.dat -o cb.qubo",
            "  shrinq encode instances/data/mis/1dc.64.txt --penalty tight -o 1dc.coo"
        })
final class EncodeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "INSTANCE", description = "The instance file.")
    private Path file = Path.of("");

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "FILE",
            description =
                    "The QUBO file; the map of its variables goes beside it. - is standard output, without a map.")
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
        Encoding encoding = Shrinq.with(flags.options(spec)).encode(instance.problem());
        Converter.writeEncoded(target, format, instance, encoding);
        if (!flags.isQuiet()) {
            PrintWriter out = Targets.words(spec, target);
            out.println(target + ": QUBO of "
                    + TextFormat.count(encoding.form().size(), "variable") + " ("
                    + Constraints.added(encoding.model(), encoding.slackCount()) + "), "
                    + TextFormat.count(encoding.form().couplings(), "coupling") + "\n  coefficients span "
                    + TextFormat.number(encoding.report().coefficientRange()) + ", penalties "
                    + Constraints.penalties(encoding.model(), encoding.report()));
            if (!WholeFile.isStandardOutput(target)) {
                out.println(VariableMap.beside(target) + ": what the variables stand for");
            }
        }
        return ExitCode.OK;
    }
}
