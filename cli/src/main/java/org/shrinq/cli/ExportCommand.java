package org.shrinq.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.shrinq.instances.Instance;
import org.shrinq.instances.text.WholeFile;
import org.shrinq.quantum.circuit.Amplitudes;
import org.shrinq.quantum.circuit.CircuitCost;
import org.shrinq.quantum.circuit.Evolution;
import org.shrinq.quantum.device.Router;
import org.shrinq.quantum.noise.NoiseModel;
import org.shrinq.qubo.Bits;
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
    private static final int MOST_ENUMERATED = 16;

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

    @Mixin
    private ProgramFlags program = new ProgramFlags();

    @Mixin
    private PipelineFlags flags = new PipelineFlags();

    private int qubits;

    @Override
    public Integer call() {
        Targets.requireFile("-o", target);
        program.check();
        Instance instance = flags.instance().read(file);
        SolverOptions options = flags.options(spec);
        Shrinq shrinq = Shrinq.with(options);
        SmallProblem small = shrinq.prepare(instance.problem());
        if (small.qubo().size() == 0) {
            throw new Failures.UsageException("shrinking decided every variable; there is no circuit to run."
                    + " Maybe use 'shrinq solve', or a larger --qubits.");
        }
        TrainedCircuit trained = train(shrinq, small);
        qubits = options.qubits();
        ProgramFlags.Program written = program.write(trained.circuit());
        TextFiles.write(target, written.text());
        if (!WholeFile.isStandardOutput(target)) {
            ObjectNode json = Sidecar.of(
                    instance,
                    flags.instance().options(),
                    options,
                    trained,
                    target,
                    written.measured(),
                    written.physical());
            ResultJson.write(Sidecar.beside(target), json);
        }
        if (!flags.isQuiet()) {
            print(trained, written);
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

    private void print(TrainedCircuit trained, ProgramFlags.Program written) {
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
        if (!List.of("all-to-all", "linear", "heavy-hex").contains(written.coupling())) {
            CircuitCost cost = written.circuit().cost();
            out.printf("  %-12s %8d %8d %12d%n", written.coupling(), cost.depth(), cost.gates(), cost.twoQubitGates());
        }
        out.println("  (routed by a simple swap network; a vendor's compiler may need fewer gates)");
        out.println(
                target + ": " + program.words() + " for " + program.couplingName() + ", bit c[i] is small variable i");
        if (!written.physical().isEmpty()) {
            out.println("q[0], q[1], … are the device's qubits "
                    + written.physical().stream().map(String::valueOf).collect(Collectors.joining(", ")));
        }
        if (trained.circuit().qubits() < qubits) {
            out.println("fewer qubits than the " + qubits + " that were asked for are left to decide");
        }
        for (String preset : List.of("superconducting", "trapped-ion")) {
            double errorFree = NoiseModel.presets()
                    .getOrDefault(preset, NoiseModel.NONE)
                    .errorFree(written.circuit(), trained.circuit().qubits());
            out.println("noise " + preset + ": a shot is free of errors with " + TextFormat.percent(errorFree)
                    + shots(trained, errorFree));
        }
        if (!WholeFile.isStandardOutput(target)) {
            out.println(Sidecar.beside(target) + ": what decode needs");
        }
    }

    /** How many shots show the lowest energy with 99 %, if a shot with errors is a uniform string; nothing for many qubits. */
    private static String shots(TrainedCircuit trained, double errorFree) {
        int n = trained.circuit().qubits();
        if (n > MOST_ENUMERATED) {
            return "";
        }
        Amplitudes state = Amplitudes.ground(n);
        Evolution.of(trained.circuit()).run(new double[0], state);
        double[] probability = state.probabilities();
        double least = Double.POSITIVE_INFINITY;
        double best = 0;
        for (int z = 0; z < probability.length; z++) {
            double energy = trained.small().qubo().energy(Bits.ofIndex(n, z));
            best = energy < least ? probability[z] : energy == least ? best + probability[z] : best;
            least = Math.min(least, energy);
        }
        double p = errorFree * best + (1 - errorFree) / probability.length;
        double shots = p >= 0.99 ? 1 : Math.ceil(Math.log(0.01) / Math.log1p(-p));
        return ", the best string is seen with 99 % in " + TextFormat.count((long) shots, "shot");
    }
}
