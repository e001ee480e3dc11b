package org.shrinq.shrink.reduce;

import java.util.ArrayList;
import java.util.List;
import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.shrink.contract.LiteralClasses;
import org.shrinq.shrink.contract.Step;
import org.shrinq.shrink.guard.Guard;

/** Propagation and probing over the typed constraints of any model. */
final class ModelProbing {
    private final BinaryModel model;
    private final LiteralClasses classes;
    private final Guard guard;
    private final List<Step> steps = new ArrayList<>();
    private boolean consistent;

    ModelProbing(BinaryModel model) {
        this.model = model;
        classes = new LiteralClasses(model.size());
        guard = Guard.of(model, classes);
    }

    LiteralClasses classes() {
        return classes;
    }

    /** False once no completion is feasible. */
    boolean isConsistent() {
        return consistent && guard.isConsistent();
    }

    /**
     * Takes over a partial assignment (not modified) and propagates; to be called first, once.
     *
     * @return the number of variables fixed besides the given ones
     */
    int propagate(byte[] fixed) {
        consistent = guard.start(fixed, List.of(), steps);
        int given = 0;
        for (byte b : fixed) {
            given += b >= 0 ? 1 : 0;
        }
        return steps.size() - given;
    }

    /** Probes every free variable until nothing more follows; returns the number of steps taken. */
    int probe(Deadline deadline) {
        int before = steps.size();
        int last = -1;
        while (isConsistent() && steps.size() != last) {
            last = steps.size();
            for (int v = 0; v < model.size() && isConsistent() && !deadline.expired(); v++) {
                if (classes.root(v) == v) {
                    guard.probe(v, steps);
                }
            }
        }
        return steps.size() - before;
    }

    /** Per variable 0, 1, or −1 when not fixed. */
    byte[] values() {
        byte[] values = new byte[model.size()];
        for (int v = 0; v < values.length; v++) {
            values[v] = (byte) classes.value(v);
        }
        return values;
    }
}
