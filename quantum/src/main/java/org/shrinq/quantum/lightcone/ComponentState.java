package org.shrinq.quantum.lightcone;

import java.util.Arrays;
import java.util.function.BooleanSupplier;
import org.shrinq.quantum.KernelChoice;
import org.shrinq.quantum.Precision;
import org.shrinq.quantum.statevector.Goal;
import org.shrinq.quantum.statevector.QaoaSimulator;
import org.shrinq.quantum.statevector.SpinMoments;
import org.shrinq.qubo.Ising;

/** A connected part of a model, small enough for the state vector of all of it: one run has all its expectations. */
final class ComponentState {
    private final Ising ising;
    private final double scale;
    private final Components.Part part;

    ComponentState(Ising whole, double scale, Components.Part part) {
        this.scale = scale;
        this.part = part;
        Ising.Builder b = Ising.builder(part.size());
        for (int k = 0; k < part.size(); k++) {
            int i = part.variables()[k];
            b.addField(k, whole.linear(i));
            for (int e = whole.matrix().rowStart(i); e < whole.matrix().rowEnd(i); e++) {
                int j = whole.matrix().column(e);
                if (j > i) {
                    b.add(
                            k,
                            Arrays.binarySearch(part.variables(), j),
                            whole.matrix().value(e));
                }
            }
        }
        ising = b.build();
    }

    int size() {
        return part.size();
    }

    long bytes() {
        return StateVectorCone.bytes(size());
    }

    private QaoaSimulator simulator() {
        return QaoaSimulator.of(ising, Goal.energy(), Precision.DOUBLE, KernelChoice.AUTO, 1);
    }

    /** The part's share of the energy; NaN when stopped. */
    double energy(Schedule schedule, BooleanSupplier stop) {
        try (QaoaSimulator s = simulator()) {
            return s.value(schedule.gammas(s.scale() / scale), schedule.betas(), stop);
        }
    }

    /** The same with its derivatives, which are overwritten. */
    double gradient(Schedule schedule, double[] dGamma, double[] dBeta, BooleanSupplier stop) {
        try (QaoaSimulator s = simulator()) {
            double factor = s.scale() / scale;
            double value = s.gradient(schedule.gammas(factor), schedule.betas(), dGamma, dBeta, stop);
            for (int l = 0; l < dGamma.length; l++) {
                dGamma[l] *= factor;
            }
            return value;
        }
    }

    /** Writes ⟨Z⟩ and ⟨ZZ⟩ to the places of its terms; returns the energy, NaN when stopped. */
    double expectations(Schedule schedule, double[] byTerm, BooleanSupplier stop) {
        try (QaoaSimulator s = simulator()) {
            double energy = s.value(schedule.gammas(s.scale() / scale), schedule.betas(), stop);
            if (Double.isNaN(energy)) {
                return energy;
            }
            SpinMoments moments = s.moments();
            for (int k = 0; k < size(); k++) {
                byTerm[part.terms()[k]] = moments.single(k);
            }
            int[] next = {size()};
            // the part keeps the order of variables, and with it that of the couplings
            ising.forEachCoupling((i, j, c) -> byTerm[part.terms()[next[0]++]] = moments.pair(i, j));
            return energy;
        }
    }
}
