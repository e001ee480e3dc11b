package org.shrinq.cli;

import java.io.PrintWriter;
import org.shrinq.quantum.QuantumMethod;
import org.shrinq.quantum.registry.QuantumMethods;
import org.shrinq.qubo.Qubo;
import org.shrinq.solver.SolverOptions;

/** What each circuit method needs at the qubit budget: qubits, memory, and a rough time from a measured rate. */
final class ResourceEstimate {
    /** Seconds per amplitude, layer and evaluation with its gradient: the order of a laptop core. */
    private static final double SECONDS_PER_AMPLITUDE = 1.5e-8;

    private ResourceEstimate() {}

    /** @param variables of the QUBO before shrinking */
    static void print(PrintWriter out, SolverOptions options, int variables) {
        int budget = Math.max(1, Math.min(options.qubits(), variables));
        Qubo.Builder dense = Qubo.builder(budget);
        for (int i = 0; i < budget; i++) {
            dense.addLinear(i, 1);
            for (int j = i + 1; j < budget; j++) {
                dense.add(i, j, 1);
            }
        }
        Qubo qubo = dense.build();
        out.println((budget < variables ? "After shrinking to " : "With ") + TextFormat.count(budget, "variable")
                + ", one round of training takes at most about:");
        out.printf("  %-12s %8s %12s %12s%n", "method", "qubits", "memory", "time");
        for (QuantumMethod method : QuantumMethods.all()) {
            int qubits = method.qubitsFor(qubo);
            double seconds = SECONDS_PER_AMPLITUDE
                    * Math.pow(2, qubits)
                    * options.quantum().layers()
                    * Math.max(1, options.quantum().maxEvaluations());
            out.printf(
                    "  %-12s %8d %12s %12s%n",
                    method.id(),
                    qubits,
                    TextFormat.bytes(method.bytesFor(qubo, options.quantum())),
                    seconds < 0.1 ? "under 0.1 s" : TextFormat.seconds(seconds));
        }
    }
}
