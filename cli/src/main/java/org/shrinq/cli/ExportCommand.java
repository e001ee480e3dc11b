package org.shrinq.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.shrinq.instances.Instance;
import org.shrinq.instances.text.WholeFile;
import org.shrinq.quantum.device.OpenQasm;
import org.shrinq.quantum.device.RunScript;
import org.shrinq.solver.Shrinq;
import org.shrinq.solver.SmallProblem;
import org.shrinq.solver.SolverOptions;
import org.shrinq.solver.config.Settings;
import org.shrinq.solver.result.ResultJson;
import org.shrinq.solver.result.Sidecar;
import org.shrinq.solver.result.TextFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code export}: a trained circuit as OpenQASM with what {@code decode} needs. */
@Command(
        name = "export",
        header = "Encodes, shrinks and trains; writes the circuit and a sidecar for decode.",
        description = {
            "The account tells what errors of a device leave of the circuit: of two presets,",
            "or of --noise SPEC as simulate takes it."
        },
        footer = {
            "",
            "The words are explained in docs/pipeline.md and the pages that it names.",
            "",
            "Examples:",
            "  shrinq export instances/data/mis/1tc.32.txt --qubits 8 -o c.qasm",
            "  shrinq export instances/data/mis/1tc.32.txt --script braket -o b.qasm",
            "  shrinq export instances/data/mis/1tc.32.txt --vary-layers 1,2 -o job.d"
        })
final class ExportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "INSTANCE", description = "The instance file; several make a job.")
    private List<Path> files = List.of();

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "FILE",
            description = {
                "The OpenQASM file; the sidecar gets its name with .sidecar.json.",
                "- is standard output, without a sidecar. Of a job, a folder."
            })
    private Path target = Path.of("");

    @Option(
            names = "--vary-layers",
            paramLabel = "P,…",
            split = ",",
            description = "A job: a circuit with each of these numbers of layers, of each instance.")
    private List<Integer> varied = List.of();

    @Option(
            names = "--script",
            paramLabel = "qiskit|braket",
            description = "Writes the program that runs the circuit, .py beside it.")
    private @Nullable String script;

    @Mixin
    private LayerLimits limits = new LayerLimits();

    @Mixin
    private ProgramFlags program = new ProgramFlags();

    @Mixin
    private PipelineFlags flags = new PipelineFlags();

    /** A circuit and where it goes. */
    private record Exported(Instance instance, String name, Path file, LayerLimits.Chosen chosen) {
        ObjectNode sidecar(PipelineFlags flags) {
            return Sidecar.of(
                    instance,
                    flags.instance().options(),
                    chosen.options(),
                    chosen.trained(),
                    file,
                    chosen.program().measured(),
                    chosen.program().physical());
        }

        RunScript.Entry entry() {
            return new RunScript.Entry(
                    name, file.getFileName().toString(), chosen.program().physical());
        }
    }

    @Override
    public Integer call() {
        boolean job = files.size() > 1 || !varied.isEmpty();
        Optional<RunScript> runs = script();
        runs.ifPresent(r -> program.writesFor(
                r == RunScript.BRAKET ? OpenQasm.Version.BRAKET : OpenQasm.Version.V3, "--script " + script));
        program.check();
        limits.check();
        requireTarget(job);
        SolverOptions options = flags.options(spec);
        List<Exported> all = new ArrayList<>();
        for (Path file : files) {
            Instance instance = flags.instance().read(file);
            SmallProblem small = Shrinq.with(options).prepare(instance.problem());
            if (small.qubo().size() == 0) {
                throw new Failures.UsageException((job ? file + ": " : "")
                        + "shrinking decided every variable; there is no circuit to run."
                        + " Maybe use 'shrinq solve', or a larger --qubits.");
            }
            for (SolverOptions own : variants(options)) {
                String name = job ? name(file, own, all) : WholeFile.isStandardOutput(target) ? "-" : stem(target);
                Path place = job ? target.resolve(name + ".qasm") : target;
                all.add(new Exported(instance, name, place, limits.train(own, small, program)));
            }
        }
        write(all, job, runs);
        if (!flags.isQuiet()) {
            print(all, job, runs, options.qubits());
        }
        return ExitCode.OK;
    }

    private List<SolverOptions> variants(SolverOptions options) {
        return varied.isEmpty()
                ? List.of(options)
                : varied.stream()
                        .distinct()
                        .map(p -> {
                            try {
                                return Settings.set(options, "layers", Integer.toString(p));
                            } catch (IllegalArgumentException e) {
                                throw new Failures.UsageException("--vary-layers: " + e.getMessage() + ".");
                            }
                        })
                        .toList();
    }

    private Optional<RunScript> script() {
        if (script == null) {
            return Optional.empty();
        }
        return switch (script.toLowerCase(Locale.ROOT)) {
            case "qiskit" -> Optional.of(RunScript.QISKIT);
            case "braket" -> Optional.of(RunScript.BRAKET);
            default -> throw new Failures.UsageException("--script is '" + script + "', expected qiskit or braket.");
        };
    }

    private void requireTarget(boolean job) {
        if (job && (WholeFile.isStandardOutput(target) || Files.isRegularFile(target))) {
            throw new Failures.UsageException("-o is '" + target + "'; several circuits need a folder.");
        }
        if (!job) {
            Targets.requireFile("-o", target);
        }
        if (script != null && WholeFile.isStandardOutput(target)) {
            throw new Failures.UsageException("--script writes a program beside the circuit. Name a file with -o.");
        }
    }

    /** Of a circuit in a job: the instance's file, and its layers where they vary. */
    private String name(Path file, SolverOptions options, List<Exported> before) {
        String name =
                stem(file) + (varied.isEmpty() ? "" : "-p" + options.quantum().layers());
        if (before.stream().anyMatch(e -> e.name.equals(name))) {
            throw new Failures.UsageException(
                    "two circuits would both be called " + name + ". Maybe export them one by one.");
        }
        return name;
    }

    private static String stem(Path file) {
        return file.getFileName().toString().replaceFirst("(.)\\.[A-Za-z]\\w*$", "$1");
    }

    private void write(List<Exported> all, boolean job, Optional<RunScript> runs) {
        all.forEach(e -> TextFiles.write(e.file, e.chosen.program().text()));
        if (job) {
            Map<String, ObjectNode> sidecars = new LinkedHashMap<>();
            all.forEach(e -> sidecars.put(e.name, e.sidecar(flags)));
            ResultJson.write(target.resolve(Sidecar.JOB), Sidecar.ofJob(sidecars));
            runs.ifPresent(r -> TextFiles.write(
                    target.resolve("run.py"),
                    r.ofJob(all.stream().map(Exported::entry).toList(), "counts.json")));
        } else if (!WholeFile.isStandardOutput(target)) {
            Exported e = all.get(0);
            ResultJson.write(Sidecar.beside(target), e.sidecar(flags));
            runs.ifPresent(r -> TextFiles.write(runFile(), r.ofOne(e.entry(), stem(target) + ".counts.json")));
        }
    }

    private Path runFile() {
        return target.resolveSibling(target.getFileName() + ".py");
    }

    private void print(List<Exported> all, boolean job, Optional<RunScript> runs, int qubits) {
        PrintWriter out = Targets.words(spec, target);
        for (Exported e : all) {
            ExportText.print(out, e.chosen, program, e.file, qubits);
        }
        if (job) {
            out.println(target.resolve(Sidecar.JOB) + ": what decode and audit need, for "
                    + TextFormat.count(all.size(), "circuit"));
            runs.ifPresent(r -> out.println(target.resolve("run.py") + ": runs them all and writes counts.json"));
        } else if (!WholeFile.isStandardOutput(target)) {
            out.println(Sidecar.beside(target) + ": what decode needs");
            runs.ifPresent(r -> out.println(runFile() + ": runs it and writes " + stem(target) + ".counts.json"));
        }
    }
}
