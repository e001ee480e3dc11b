package org.shrinq.solver;

import org.shrinq.quantum.QuantumOptions;
import org.shrinq.shrink.ShrinkOptions;

/** Options on one line. */
final class OptionsText {
    private OptionsText() {}

    static String of(SolverOptions o) {
        StringBuilder text = new StringBuilder(o.methodId());
        text.append(" on ").append(o.qubits()).append(" qubits, seed ").append(o.seed());
        o.rounds().ifPresent(n -> text.append(", ").append(n).append(n == 1 ? " round" : " rounds"));
        o.timeLimit()
                .ifPresent(s -> text.append(", ").append(SolutionText.number(s)).append(" s"));
        o.chosenThreads().ifPresent(n -> text.append(n == 1 ? ", 1 thread" : ", " + n + " threads"));
        text.append(o.portfolio() == 1 ? "" : ", portfolio of " + o.portfolio());
        text.append(o.controls().isOn() ? ", controls" : "");
        text.append(o.reduce().isOn() ? "" : ", no reductions")
                .append(o.shrink().isOn() ? "" : ", no shrinking");
        text.append(o.repair().isOn() ? "" : ", no repair").append(o.bounds().isOn() ? "" : ", no bounds");
        text.append(o.polish().equals(Polish.auto()) ? "" : ", polish " + o.polish());
        text.append(o.quantum() == QuantumOptions.defaults() ? "" : ", circuit settings changed");
        text.append(o.shrinking() == ShrinkOptions.defaults() ? "" : ", shrinking settings changed");
        return text.toString();
    }
}
