package org.shrinq.qubo.problem;

import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.Sense;

/**
 * A named problem. A new one is added by a class that describes its {@link BinaryModel}: encoders, penalties, guard,
 * propagation, verification, generic repair and local search work on that. Immutable.
 */
public interface Problem {
    /** Short name of the instance, such as "nug12". */
    String name();

    ProblemKind kind();

    /** Number of binary variables. */
    default int size() {
        return model().size();
    }

    default Sense sense() {
        return model().sense();
    }

    /** The binary model; the same object on every call. */
    BinaryModel model();

    /**
     * The natural objective of x in this problem's own sense, from the problem's own data. Equal to {@code model().value(x)}
     * on feasible x, except where a class says that its model's objective is a stand-in.
     */
    double objective(byte[] x);

    /** True when the objective of every feasible x is a whole number, so that bounds may be rounded. */
    boolean isObjectiveIntegral();

    /** False where the model's objective is a stand-in for the problem's, so that bounds and reductions of the model prove nothing. */
    default boolean hasExactModel() {
        return true;
    }
}
