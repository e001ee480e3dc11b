package org.shrinq.solver;

import org.shrinq.solver.SolverOptions.Stage;

/** Options for three purposes, to start from: {@code Preset.FAST.options().withSeed(7)}. */
public enum Preset {
    /**
     * A verified answer with little work: one round of a circuit with one layer on at most eight qubits, after the
     * searches that every run begins with.
     */
    FAST(SolverOptions.defaults()
            .withRounds(1)
            .withQubits(8)
            .withQuantum(SolverOptions.defaults().quantum().withLayers(1))),
    /** The defaults. */
    BALANCED(SolverOptions.defaults()),
    /**
     * To see what the circuit does: one round, solutions from its samples and their repair alone, no searches, no
     * branch and bound, and the controls in its place.
     */
    CIRCUIT(SolverOptions.defaults()
            .withRounds(1)
            .withPolish(Polish.none())
            .withBounds(Stage.OFF)
            .withControls(Stage.ON));

    private final SolverOptions options;

    Preset(SolverOptions options) {
        this.options = options;
    }

    public SolverOptions options() {
        return options;
    }
}
