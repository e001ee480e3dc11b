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
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code convert}: between instance and QUBO formats. */
@Command(
        name = "convert",
        header = "Writes an instance in another format.",
        footer = {
            "",
            "Examples:",
            "  shrinq convert instances/data/mis/1dc.64.txt -o 1dc.graph",
            "  shrinq convert instances/data/qubo/random.20.qubo -o random.20.coo.gz"
        })
final class ConvertCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "IN", description = "The instance file.")
    private Path file = Path.of("");

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "OUT",
            description = "The file to write; .gz compresses, - is standard output.")
    private Path target = Path.of("");

    @Option(names = "--to", paramLabel = "NAME", description = "Format to write. Default: by the extension of OUT.")
    private @Nullable String to;

    @Mixin
    private InstanceFlags instanceFlags = new InstanceFlags();

    @Mixin
    private OutputFlags output = new OutputFlags();

    @Override
    public Integer call() {
        Targets.requireFile("-o", target);
        Instance instance = instanceFlags.read(file);
        Format format = to == null
                ? Format.forFile(
                                target.getFileName().toString(),
                                instance.problem().kind())
                        .orElseThrow(() -> new Failures.UsageException("cannot tell the format from '"
                                + target.getFileName() + "'. Name it with --to: " + InstanceFlags.formats() + "."))
                : Format.ofId(to)
                        .orElseThrow(() -> new Failures.UsageException(
                                "--to is '" + to + "', expected one of " + InstanceFlags.formats() + "."));
        Converter.Conversion conversion = Converter.write(target, instance, format);
        if (!output.isQuiet()) {
            PrintWriter out = Targets.words(spec, target);
            TextFormat.print(
                    out,
                    target + ": " + conversion.problem().kind().title() + ", "
                            + TextFormat.count(conversion.problem().size(), "variable") + ", written as " + format.id()
                            + Targets.readAs(format, conversion.problem().kind()));
            conversion
                    .map()
                    .filter(map -> !WholeFile.isStandardOutput(target))
                    .ifPresent(map -> out.println(VariableMap.beside(target) + ": what the variables stand for"));
            conversion.warnings().forEach(warning -> TextFormat.print(out, "note: " + warning));
        }
        return ExitCode.OK;
    }
}
