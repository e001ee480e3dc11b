package org.shrinq.solver;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.shrinq.quantum.InsufficientMemoryException;
import org.shrinq.qubo.encode.EncodingException;
import org.slf4j.LoggerFactory;

/**
 * Runs the parts of a run whose failure must not cost what was found, and keeps account of what failed. One run, one
 * thread.
 */
final class Attempts {
    /** The one failure that is no stage's. */
    private static final String LISTENER = "listener";

    private final BooleanSupplier refusing;
    private final List<Failure> failures = new ArrayList<>();
    private boolean outOfMemory;

    /** @param refusing whether a refusal still reaches the caller, as before the end of the first round */
    Attempts(BooleanSupplier refusing) {
        this.refusing = refusing;
    }

    /** Runs a part that has no result. */
    void run(String stage, Runnable part) {
        run(
                stage,
                () -> {
                    part.run();
                    return true;
                },
                () -> false);
    }

    /** Runs a part with a result, in whose place there is another one when it fails. */
    <T> T run(String stage, Supplier<T> part, Supplier<T> otherwise) {
        try {
            return part.get();
        } catch (InsufficientMemoryException | RefusedException | EncodingException refusal) {
            if (refusing.getAsBoolean()) {
                throw refusal;
            }
            failures.add(Failure.of(stage, refusal));
            outOfMemory |= refusal instanceof InsufficientMemoryException;
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
            LoggerFactory.getLogger(Attempts.class).warn("{} failed", stage, e);
            failures.add(Failure.of(stage, e));
            outOfMemory |= e instanceof OutOfMemoryError;
        }
        return otherwise.get();
    }

    /** A stage that ended without doing all it should. */
    void fellShort(String stage, String what) {
        failures.add(new Failure(stage, what));
    }

    void listenerFailed(RuntimeException e) {
        failures.add(Failure.of(LISTENER, e));
    }

    long failedStages() {
        return failures.stream().filter(f -> !f.stage().equals(LISTENER)).count();
    }

    /** Whether a stage lacked memory. */
    boolean isOutOfMemory() {
        return outOfMemory;
    }

    /** In the order of time. */
    List<Failure> failures() {
        return failures;
    }
}
