package org.shrinq.cli;

import org.jspecify.annotations.Nullable;
import org.shrinq.quantum.circuit.CircuitCost;
import org.shrinq.quantum.lightcone.ConeTooLargeException;
import org.shrinq.solver.RefusedException;
import org.shrinq.solver.Shrinq;
import org.shrinq.solver.SmallProblem;
import org.shrinq.solver.SolverOptions;
import org.shrinq.solver.TrainedCircuit;
import org.shrinq.solver.config.Settings;
import picocli.CommandLine.Option;

/** How large a circuit may become: the most layers that keep the limits are trained. */
final class LayerLimits {
    @Option(
            names = "--max-two-qubit",
            paramLabel = "N",
            description = "Most gates on two qubits, as written: fewer layers where they have more.")
    private @Nullable Integer gates;

    @Option(
            names = "--max-depth",
            paramLabel = "N",
            description = "Most time steps, as written: fewer layers where they have more.")
    private @Nullable Integer depth;

    /**
     * A trained circuit within the limits.
     *
     * @param options with its layers
     * @param note why there are fewer layers than were asked for; empty where there are not
     */
    record Chosen(SolverOptions options, TrainedCircuit trained, ProgramFlags.Program program, String note) {}

    void check() {
        if (gates != null && gates < 1 || depth != null && depth < 1) {
            throw new Failures.UsageException(
                    (gates != null && gates < 1 ? "--max-two-qubit is '" + gates : "--max-depth is '" + depth)
                            + "', expected at least 1.");
        }
    }

    /** Trains with the layers of the options, or the most below that keep the limits. */
    Chosen train(SolverOptions asked, SmallProblem small, ProgramFlags flags) {
        int wanted = asked.quantum().layers();
        int layers = wanted;
        String note = "";
        if (gates != null || depth != null) {
            // sizes do not depend on angles, so that the start of the training tells them
            SolverOptions quick = set(set(asked, "maxiter", 0), "shots", 1);
            for (; ; layers--) {
                CircuitCost cost = flags.write(
                                train(set(quick, "layers", layers), small).circuit())
                        .circuit()
                        .cost();
                String over = over(cost);
                if (over.isEmpty()) {
                    break;
                }
                if (layers == 1) {
                    throw new Failures.UsageException("one layer on "
                            + small.qubo().size() + " qubits has " + over + ". Maybe a smaller --qubits.");
                }
                note = "fewer layers than the " + wanted + " that were asked for: " + layers + " have " + over;
            }
        }
        SolverOptions options = layers == wanted ? asked : set(asked, "layers", layers);
        TrainedCircuit trained = train(options, small);
        return new Chosen(options, trained, flags.write(trained.circuit()), note);
    }

    private String over(CircuitCost cost) {
        if (gates != null && cost.twoQubitGates() > gates) {
            return cost.twoQubitGates() + " gates on two qubits, --max-two-qubit is " + gates;
        }
        return depth != null && cost.depth() > depth ? "depth " + cost.depth() + ", --max-depth is " + depth : "";
    }

    private static SolverOptions set(SolverOptions options, String name, int value) {
        return Settings.set(options, name, Integer.toString(value));
    }

    private static TrainedCircuit train(SolverOptions options, SmallProblem small) {
        try {
            return Shrinq.with(options).train(small);
        } catch (ConeTooLargeException e) {
            throw new RefusedException(String.valueOf(e.getMessage()), e);
        } catch (IllegalArgumentException e) {
            String message = String.valueOf(e.getMessage());
            throw new Failures.UsageException("--method: " + message + (message.endsWith(".") ? "" : "."));
        }
    }
}
