package org.shrinq.relax.lp;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.qubo.run.Stopwatch;

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
     * was not solved in time is tried again where there is twice the time. Results are shared, so do not change their
     * arrays. Not thread-safe.
     */
    static LinearRelaxations remembering() {
        Map<BinaryModel, ModelLp.Result> solved = new IdentityHashMap<>();
        Map<BinaryModel, Double> inVain = new IdentityHashMap<>();
        return (model, deadline) -> {
            ModelLp.Result known = solved.get(model);
            if (known != null) {
                return Optional.of(known);
            }
            if (deadline.remainingSeconds() < 2 * inVain.getOrDefault(model, 0.0)) {
                deadline.strike();
                return Optional.empty();
            }
            Stopwatch watch = deadline.stopwatch();
            Optional<ModelLp.Result> result = ModelLp.solve(model, deadline);
            result.ifPresentOrElse(lp -> solved.put(model, lp), () -> inVain.put(model, watch.seconds()));
            return result;
        };
    }
}
