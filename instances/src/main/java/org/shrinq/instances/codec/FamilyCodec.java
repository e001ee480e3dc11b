package org.shrinq.instances.codec;

import java.util.Optional;
import org.shrinq.instances.text.TextSink;
import org.shrinq.qubo.problem.Problem;

/**
 * A format that holds the problems of one class and no others.
 *
 * @param <P> the problems
 */
public abstract class FamilyCodec<P extends Problem> implements Codec {
    private final Class<P> type;
    private final String held;

    /**
     * @param type the class of the problems
     * @param held what they are, in the plural
     */
    protected FamilyCodec(Class<P> type, String held) {
        this.type = type;
        this.held = held;
    }

    @Override
    public final Optional<String> obstacle(Problem problem) {
        return type.isInstance(problem) ? obstacleOf(type.cast(problem)) : Optional.of("it holds " + held + " only");
    }

    @Override
    public final void write(Problem problem, WriteOptions options, TextSink out) {
        writeOf(type.cast(problem), options, out);
    }

    /** Why the format cannot hold this one of its problems, as the end of a sentence; empty when it can. */
    protected Optional<String> obstacleOf(P problem) {
        return Optional.empty();
    }

    /** Writes a problem that has no obstacle. */
    protected abstract void writeOf(P problem, WriteOptions options, TextSink out);
}
