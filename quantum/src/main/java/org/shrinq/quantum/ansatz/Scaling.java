package org.shrinq.quantum.ansatz;

import org.shrinq.quantum.QuantumTask;
import org.shrinq.qubo.Ising;
import org.shrinq.qubo.Qubo;

/** The Ising form of a QUBO without offset, divided so that its largest coefficient is 1. */
record Scaling(Ising ising, double scale) {
    /** Of the QUBO; where a task has its own strings, nothing but the standard deviation of their energies. */
    static Scaling of(QuantumTask task) {
        return task.strings()
                .map(t -> new Scaling(Ising.builder(0).build(), t.deviation() > 0 ? t.deviation() : 1))
                .orElseGet(() -> of(task.qubo()));
    }

    /** scale is 1 for a constant QUBO. */
    static Scaling of(Qubo qubo) {
        Ising full = qubo.toIsing();
        double scale = full.maxAbsCoefficient() > 0 ? full.maxAbsCoefficient() : 1;
        Ising.Builder b = Ising.builder(full.size());
        for (int i = 0; i < full.size(); i++) {
            b.addField(i, full.linear(i) / scale);
        }
        full.forEachCoupling((i, j, c) -> b.add(i, j, c / scale));
        return new Scaling(b.build(), scale);
    }
}
