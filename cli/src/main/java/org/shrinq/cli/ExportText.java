package org.shrinq.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.shrinq.quantum.Evaluation;
import org.shrinq.quantum.QuantumRun;
import org.shrinq.quantum.circuit.Amplitudes;
import org.shrinq.quantum.circuit.CircuitCost;
import org.shrinq.quantum.circuit.Evolution;
import org.shrinq.quantum.device.Router;
import org.shrinq.quantum.noise.NoiseModel;
import org.shrinq.qubo.Bits;
import org.shrinq.solver.TrainedCircuit;

/** An exported circuit as people read it: its size, where it goes, and what a device would make of it. */
final class ExportText {
    private static final int MOST_ENUMERATED = 16;

    private ExportText() {}

    static void print(PrintWriter out, LayerLimits.Chosen chosen, ProgramFlags program, Path target, int qubits) {
        TrainedCircuit trained = chosen.trained();
        ProgramFlags.Program written = chosen.program();
        TextFormat.print(
                out,
                trained.run().method() + " on "
                        + TextFormat.count(trained.circuit().qubits(), "qubit") + ", "
                        + TextFormat.count(trained.run().layers(), "layer")
                        + energies(trained.run()));
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
            TextFormat.print(
                    out,
                    "q[0], q[1], … are the device's qubits "
                            + written.physical().stream().map(String::valueOf).collect(Collectors.joining(", ")));
        }
        if (trained.circuit().qubits() < qubits) {
            out.println("fewer qubits than the " + qubits + " that were asked for are left to decide");
        }
        if (!chosen.note().isEmpty()) {
            TextFormat.print(out, chosen.note());
        }
        models(chosen.options().quantum().noise()).forEach((name, noise) -> {
            double errorFree =
                    noise.errorFree(written.circuit(), trained.circuit().qubits());
            out.println("noise " + name + ": a shot is free of errors with " + TextFormat.percent(errorFree));
            shots(trained, errorFree).ifPresent(text -> out.println("  " + text));
        });
    }

    /** What the simulation says of the circuit, by what, and how much of the state it kept. */
    private static String energies(QuantumRun run) {
        if (Double.isNaN(run.expectation())) {
            return ", fixed angles, energy unknown";
        }
        return ", mean energy " + TextFormat.number(run.expectation())
                + (run.backend().equals(Evaluation.LIGHT_CONE.id()) ? " by light cones" : "") + ", best simulated "
                + TextFormat.number(run.bestEnergy())
                + (run.fidelity() < 1
                        ? String.format(Locale.ROOT, ", a matrix product state of fidelity about %.3g", run.fidelity())
                        : "");
    }

    /** The noise that was asked for, else two presets. */
    private static Map<String, NoiseModel> models(NoiseModel asked) {
        Map<String, NoiseModel> models = new LinkedHashMap<>();
        if (asked.isNone()) {
            for (String preset : List.of("superconducting", "trapped-ion")) {
                models.put(preset, NoiseModel.presets().getOrDefault(preset, NoiseModel.NONE));
            }
        } else {
            models.put(asked.toString(), asked);
        }
        return models;
    }

    /**
     * How many shots show the lowest energy with 99 %, if a shot with errors is a uniform string; nothing for many
     * qubits.
     */
    private static Optional<String> shots(TrainedCircuit trained, double errorFree) {
        int n = trained.circuit().qubits();
        if (n > MOST_ENUMERATED) {
            return Optional.empty();
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
        return Optional.of("the best string is seen with 99 % in " + TextFormat.count((long) shots, "shot"));
    }
}
