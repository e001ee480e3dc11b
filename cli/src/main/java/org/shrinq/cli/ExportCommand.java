package org.shrinq.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.shrinq.instances.Instance;
import org.shrinq.instances.text.WholeFile;
import org.shrinq.quantum.circuit.CircuitCost;
import org.shrinq.quantum.device.Coupling;
import org.shrinq.quantum.device.OpenQasm;
import org.shrinq.quantum.device.Routed;
import org.shrinq.quantum.device.Router;
import org.shrinq.solver.Shrinq;
import org.shrinq.solver.SmallProblem;
import org.shrinq.solver.SolverOptions;
import org.shrinq.solver.TrainedCircuit;
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
        footer = {
            "",
            "The words are explained in docs/pipeline.md and the pages that it names.",
            "",
            "Examples:",
            "  shrinq export instances/data/mis/1tc.32.txt --qubits 8 -o c.qasm",
            "  shrinq export instances/data/mis/1tc.32.txt --qasm braket -o b.qasm"
        })
final class ExportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "INSTANCE", description = "The instance file.")
    private Path file = Path.of("");

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "FILE",
            description = {
                "The OpenQASM file; the sidecar gets its name with .sidecar.json.",
                "- is standard output, without a sidecar."
            })
    private Path target = Path.of("");

    @Option(
            names = "--qasm",
            paramLabel = "2|3|braket",
            description = "OpenQASM version, or 3 with Amazon Braket's names of gates. Default: ${DEFAULT-VALUE}.")
    private String version = "3";

    @Option(
            names = "--coupling",
            paramLabel = "NAME",
            description =
                    "Which qubits have gates together: all-to-all, linear or heavy-hex. Default: ${DEFAULT-VALUE}.")
    private String coupling = "all-to-all";

    @Mixin
    private PipelineFlags flags = new PipelineFlags();

    @Override
    public Integer call() {
        Targets.requireFile("-o", target);
        OpenQasm.Version dialect = dialect();
        IntFunction<Optional<Coupling>> device = coupling();
        Instance instance = flags.instance().read(file);
        SolverOptions options = flags.options(spec);
        Shrinq shrinq = Shrinq.with(options);
        SmallProblem small = shrinq.prepare(instance.problem());
        if (small.qubo().size() == 0) {
            throw new Failures.UsageException("shrinking decided every variable; there is no circuit to run."
                    + " Maybe use 'shrinq solve', or a larger --qubits.");
        }
        TrainedCircuit trained = train(shrinq, small);
        Optional<Routed> routed = device.apply(trained.circuit().qubits()).map(c -> Router.route(trained.circuit(), c));
        List<Integer> measured = routed.map(r -> Arrays.stream(r.finalLayout()))
                .orElseGet(() -> IntStream.range(0, trained.circuit().qubits()))
                .boxed()
                .toList();
        TextFiles.write(
                target,
                routed.map(r -> OpenQasm.write(r, dialect))
                        .orElseGet(() -> OpenQasm.write(trained.circuit(), dialect)));
        if (!WholeFile.isStandardOutput(target)) {
            ObjectNode json = Sidecar.of(instance, flags.instance().options(), options, trained, target, measured);
            ResultJson.write(Sidecar.beside(target), json);
        }
        if (!flags.isQuiet()) {
            print(trained);
        }
        return ExitCode.OK;
    }

    private static TrainedCircuit train(Shrinq shrinq, SmallProblem small) {
        try {
            return shrinq.train(small);
        } catch (IllegalArgumentException e) {
            throw new Failures.UsageException("--method: " + e.getMessage() + ".");
        }
    }

    private OpenQasm.Version dialect() {
        return switch (version.toLowerCase(Locale.ROOT)) {
            case "2" -> OpenQasm.Version.V2;
            case "3" -> OpenQasm.Version.V3;
            case "braket" -> OpenQasm.Version.BRAKET;
            default -> throw new Failures.UsageException("--qasm is '" + version + "', expected 2, 3 or braket.");
        };
    }

    /** By the number of qubits; empty where all have gates together. */
    private IntFunction<Optional<Coupling>> coupling() {
        return switch (coupling.toLowerCase(Locale.ROOT)) {
            case "all-to-all" -> qubits -> Optional.empty();
            case "linear" -> qubits -> Optional.of(Coupling.linear(qubits));
            case "heavy-hex" -> qubits -> Optional.of(Coupling.heavyHexFor(qubits));
            default ->
                throw new Failures.UsageException(
                        "--coupling is '" + coupling + "', expected all-to-all, linear or heavy-hex.");
        };
    }

    private void print(TrainedCircuit trained) {
        PrintWriter out = Targets.words(spec, target);
        out.println(trained.run().method() + " on "
                + TextFormat.count(trained.circuit().qubits(), "qubit") + ", "
                + TextFormat.count(trained.run().layers(), "layer")
                + (Double.isNaN(trained.run().expectation())
                        ? ", fixed angles, energy unknown"
                        : ", mean energy " + TextFormat.number(trained.run().expectation()) + ", best simulated energy "
                                + TextFormat.number(trained.run().bestEnergy())));
        out.printf("  %-12s %8s %8s %12s%n", "coupling", "depth", "gates", "two-qubit");
        for (Map.Entry<String, CircuitCost> e : Router.costs(trained.circuit()).entrySet()) {
            CircuitCost cost = e.getValue();
            out.printf("  %-12s %8d %8d %12d%n", e.getKey(), cost.depth(), cost.gates(), cost.twoQubitGates());
        }
        out.println("  (routed by a simple swap network; a vendor's compiler may need fewer gates)");
        out.println(target + ": "
                + (dialect() == OpenQasm.Version.BRAKET ? "OpenQASM 3 with Braket's names" : "OpenQASM " + version)
                + " for " + coupling + ", bit c[i] is small variable i");
        if (!WholeFile.isStandardOutput(target)) {
            out.println(Sidecar.beside(target) + ": what decode needs");
        }
    }
}
