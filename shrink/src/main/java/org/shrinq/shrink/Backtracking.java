package org.shrinq.shrink;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.qubo.run.RandomStreams;
import org.shrinq.shrink.contract.Contraction;
import org.shrinq.shrink.contract.LiteralClasses;
import org.shrinq.shrink.correlate.CorrelationSource;
import org.shrinq.shrink.correlate.CorrelationTask;

/**
 * Finds the step at which shrinking lost every state as good as the best known one: the first entry of the log after
 * which the source's lower bound exceeds the energy of that state. Bounds never fall along a log, so that bisection
 * finds it with logarithmically many bounds.
 */
final class Backtracking {
    /** Amount, relative to the energy or the largest coefficient, by which a bound must exceed the incumbent. */
    private static final double TOLERANCE = 1e-7;

    /** Bounds are looked at whenever the steps still to go have fallen to this share since the last time. */
    private static final double STRIDE = 0.75;

    private final ShrinkInput input;
    private final CorrelationSource source;
    private final Optional<byte[]> incumbent;
    private final double energy;
    private final double size;
    private int left;
    private int checkAt = Integer.MAX_VALUE;

    Backtracking(ShrinkInput input, CorrelationSource source, int limit) {
        this.input = input;
        this.source = source;
        this.left = limit;
        double least = Double.POSITIVE_INFINITY;
        Optional<byte[]> best = Optional.empty();
        byte[] fixed = input.fixed();
        for (Bits x : limit > 0 ? input.pool() : List.<Bits>of()) {
            byte[] state = input.complete(x);
            if (agrees(state, fixed) && input.form().energy(state) < least) {
                least = input.form().energy(state);
                best = Optional.of(state);
            }
        }
        energy = least;
        size = input.form().maxAbsCoefficient();
        incumbent = best;
    }

    private static boolean agrees(byte[] state, byte[] fixed) {
        for (int v = 0; v < fixed.length; v++) {
            if (fixed[v] >= 0 && fixed[v] != state[v]) {
                return false;
            }
        }
        return true;
    }

    /**
     * A wrong turn.
     *
     * @param entry its position in the log
     * @param proof whether the incumbent lies on the other side, so that the reverse step cannot lose the optimum
     */
    record WrongTurn(int entry, Elimination.Proof proof) {}

    /** Whether a bound is wanted with {@code remaining} steps to go. */
    boolean isDue(int remaining) {
        if (left == 0 || incumbent.isEmpty() || remaining > checkAt) {
            return false;
        }
        checkAt = (int) Math.floor(STRIDE * remaining);
        return true;
    }

    /** Whether nothing as good as the incumbent is left at the end of a log. */
    boolean isLost(EliminationLog log, RandomStreams random, Deadline deadline) {
        return left > 0 && incumbent.isPresent() && exceeds(bound(log, random, deadline));
    }

    boolean exceeds(OptionalDouble bound) {
        return bound.isPresent() && bound.getAsDouble() > energy + TOLERANCE * Math.max(size, Math.abs(energy));
    }

    /**
     * Searches a log whose end has a bound that {@link #exceeds} the incumbent.
     *
     * @return empty when even the form before the first step has such a bound
     */
    Optional<WrongTurn> find(EliminationLog log, RandomStreams random, Deadline deadline) {
        int low = log.substituted();
        int high = log.entries().size();
        if (exceeds(bound(log.prefix(low), random, deadline))) {
            return Optional.empty();
        }
        // Invariant: the bound after `low` entries does not exceed the incumbent, that after `high` does.
        while (high - low > 1 && !deadline.expired()) {
            int mid = (low + high) >>> 1;
            if (exceeds(bound(log.prefix(mid), random, deadline))) {
                high = mid;
            } else {
                low = mid;
            }
        }
        if (high - low > 1 || log.entries().get(low).proven()) {
            return Optional.empty();
        }
        left--;
        checkAt = Integer.MAX_VALUE;
        boolean otherSide =
                agrees(log.prefix(low).classes()) && !agrees(log.prefix(low + 1).classes());
        boolean exact = input.exactness() == ShrinkInput.Exactness.EXACT;
        return Optional.of(
                new WrongTurn(low, otherSide && exact ? Elimination.Proof.PROVEN : Elimination.Proof.HEURISTIC));
    }

    private boolean agrees(LiteralClasses classes) {
        byte[] x = incumbent.orElseThrow();
        for (int v = 0; v < x.length; v++) {
            int root = classes.root(v);
            int expected = root < 0 ? classes.value(v) : classes.sign(v) > 0 ? x[root] : 1 - x[root];
            if (x[v] != expected) {
                return false;
            }
        }
        return true;
    }

    private OptionalDouble bound(EliminationLog prefix, RandomStreams random, Deadline deadline) {
        Contraction form = prefix.replay(input.form());
        if (form.live() == 0) {
            return OptionalDouble.of(form.offset());
        }
        CorrelationTask task = new CorrelationTask(
                form.toIsing(),
                input.form(),
                form.liveVertices(),
                input.model(),
                input.fixed(),
                new CorrelationTask.Pairs(new int[0], new int[0]),
                List.of(),
                Optional.empty(),
                CorrelationTask.Bound.WANTED);
        return source.correlate(task, random.child("bound", prefix.entries().size()), deadline)
                .lowerBound();
    }
}
