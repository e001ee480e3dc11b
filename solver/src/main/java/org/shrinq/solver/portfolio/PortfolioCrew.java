package org.shrinq.solver.portfolio;

import java.util.Optional;
import java.util.function.Consumer;

/**
 * Who does the legs: threads of this process, or an engine with its own machines. Legs of different members go on
 * side by side; there is never more than one of a member.
 */
public interface PortfolioCrew extends AutoCloseable {
    /**
     * Begins a leg and returns.
     *
     * @param ended hears the report, from any thread; of a failure as well, and also when the leg was cancelled, unless
     *     the crew has to drop it
     */
    void begin(Leg leg, Consumer<MemberReport> ended);

    /** Ends the leg under way of a member soon, if there is one. */
    void cancel(int member);

    /** Whether a cancelled leg still reports the best that it has. */
    boolean reportsWhenCancelled();

    /** What made a member fail, where that is known as more than words. */
    default Optional<Throwable> cause(int member) {
        return Optional.empty();
    }

    /** Ends all legs, and lets go of what was taken. */
    @Override
    void close();
}
