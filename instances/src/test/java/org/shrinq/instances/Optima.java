package org.shrinq.instances;

import java.util.OptionalDouble;
import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.Sense;

/** Optima of small models by enumeration. */
final class Optima {
    private Optima() {}

    /** Empty when nothing is feasible. */
    static OptionalDouble of(Instance instance) {
        BinaryModel model = instance.problem().model();
        int n = model.size();
        double factor = model.sense() == Sense.MINIMIZE ? 1 : -1;
        double least = Double.POSITIVE_INFINITY;
        for (int code = 0; code < 1 << n; code++) {
            byte[] x = new byte[n];
            for (int i = 0; i < n; i++) {
                x[i] = (byte) (code >>> i & 1);
            }
            if (model.isFeasible(x)) {
                least = Math.min(least, factor * model.value(x));
            }
        }
        return Double.isInfinite(least) ? OptionalDouble.empty() : OptionalDouble.of(factor * least);
    }
}
