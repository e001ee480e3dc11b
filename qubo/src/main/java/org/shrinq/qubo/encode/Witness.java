package org.shrinq.qubo.encode;

import java.util.Optional;
import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.Propagator;
import org.shrinq.qubo.QuadraticForm;

/** A cheap feasible point of a model, found by one propagated dive; its objective bounds penalty weights. */
final class Witness {
    private Witness() {}

    /** Assigns variables by ascending pull of the minimised objective, 1 first where that lowers it; no search. */
    static Optional<byte[]> find(BinaryModel model) {
        Propagator p = new Propagator(model);
        if (!p.propagateAll()) {
            return Optional.empty();
        }
        QuadraticForm f = model.objective();
        int sign = model.sense().factor();
        for (int v = 0; v < model.size(); v++) {
            if (p.value(v) >= 0) {
                continue;
            }
            double field = f.linear(v);
            for (int k = 0; k < p.assigned(); k++) {
                if (p.value(p.trail(k)) == 1) {
                    field += f.coupling(v, p.trail(k));
                }
            }
            int first = sign * field < 0 ? 1 : 0;
            int mark = p.mark();
            if (!p.assign(v, first)) {
                p.undo(mark);
                if (!p.assign(v, 1 - first)) {
                    return Optional.empty();
                }
            }
        }
        byte[] x = p.values();
        return model.isFeasible(x) ? Optional.of(x) : Optional.empty();
    }
}
