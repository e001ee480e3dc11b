package org.shrinq.relax.lp;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.run.Deadline;

/** Where stages get linear relaxations from. */
@FunctionalInterface
public interface LinearRelaxations {
    /** The relaxation; empty where there is none, or none in time. */
    Optional<ModelLp.Result> solve(BinaryModel model, Deadline deadline);

    /** Solves anew for everyone who asks: {@link ModelLp#solve}. */
    static LinearRelaxations direct() {
        return ModelLp::solve;
    }

    /**
     * Solves each model once, for the stages of one run that ask for the same object, and keeps what was solved. What
     * was not solved in time is tried again. Results are shared, so do not change their arrays. Not thread-safe.
     */
    static LinearRelaxations remembering() {
        Map<BinaryModel, ModelLp.Result> solved = new IdentityHashMap<>();
        return (model, deadline) -> {
            ModelLp.Result known = solved.get(model);
            if (known != null) {
                return Optional.of(known);
            }
            Optional<ModelLp.Result> result = ModelLp.solve(model, deadline);
            result.ifPresent(lp -> solved.put(model, lp));
            return result;
        };
    }
}
