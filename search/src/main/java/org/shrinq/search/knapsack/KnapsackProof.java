package org.shrinq.search.knapsack;

import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;
import org.shrinq.qubo.problem.MultidimensionalKnapsack;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.relax.knapsack.KnapsackCore;
import org.shrinq.relax.knapsack.KnapsackParts;
import org.shrinq.search.SearchControl;

/**
 * Branch and bound of the whole knapsack in turns with other searches: most of the iterations where it seems to come to
 * its end within a few times of what has been done so far, fewer the longer it may take. Everything is counted, so that
 * a search repeats. One thread.
 */
final class KnapsackProof {
    /** Most numbers in a tableau. */
    private static final long MOST_ENTRIES = 20_000;
    /** Most bytes of a tree. */
    private static final long MOST_BYTES = 1L << 26;
    /** Iterations of a turn. */
    private static final long TURN = 10_000;
    /** Iterations in a part that show what it may need; as many go to all others. */
    private static final long SHOWN = 200_000;
    /** Then, iterations for one of all others: of a tree that comes to its end, and of any other. */
    private static final double LIKELY = 4;

    private static final double UNLIKELY = 1.0 / 8;
    /** A tree comes to its end when it seems to need less than so many times what has been done. */
    private static final double REACH = 8;
    /** Numbers in a tableau for which a node takes an iteration more, and what it takes at least. */
    private static final long ENTRIES_PER_ITERATION = 1000;

    private static final long LEAST_PER_NODE = 2;

    private final @Nullable KnapsackParts parts;
    private final long perNode;
    private SearchControl control;
    private long spent;

    /**
     * @param best value of the best solution known, which may become better meanwhile
     * @param found takes every better solution
     */
    KnapsackProof(
            MultidimensionalKnapsack problem,
            KnapsackData data,
            DoubleSupplier best,
            Consumer<byte[]> found,
            SearchControl control) {
        this.control = control;
        long entries = (data.m + 1L) * data.n;
        perNode = LEAST_PER_NODE + entries / ENTRIES_PER_ITERATION;
        boolean exact = problem.model().isWhole() && problem.isObjectiveIntegral();
        KnapsackCore core = exact && entries <= MOST_ENTRIES ? core(data) : null;
        parts = core != null && core.bytes() <= MOST_BYTES
                ? new KnapsackParts(
                        core,
                        1 - 1e-6,
                        () -> -best.getAsDouble(),
                        found,
                        Deadline.never().orWhen(() -> this.control.expired()))
                : null;
    }

    private static KnapsackCore core(KnapsackData data) {
        double[] weights = new double[data.n * data.m];
        for (int i = 0; i < data.n; i++) {
            for (int k = 0; k < data.m; k++) {
                weights[k * data.n + i] = data.weight[i * data.m + k];
            }
        }
        return new KnapsackCore(data.value, weights, data.limit, -1);
    }

    /** Whether there is a tree; there is none of very large knapsacks and of decimals. */
    boolean applies() {
        return parts != null;
    }

    /** Counts and is stopped by this control from now on. */
    void setControl(SearchControl next) {
        control = next;
    }

    /**
     * Whether it has its turn.
     *
     * @param iterations of all searches together
     */
    boolean isDue(long iterations) {
        KnapsackParts tree = parts;
        if (tree == null) {
            return false;
        }
        double share = 1;
        if (tree.nodesInPart() * perNode >= SHOWN) {
            double needed = tree.nodesOfPart() * perNode;
            share = Math.max(UNLIKELY, LIKELY * Math.min(1, REACH * iterations / (needed + 1)));
        }
        return spent < share * (iterations - spent);
    }

    /** One turn; true when nothing better than the best is left. */
    boolean turn() {
        KnapsackParts tree = parts;
        if (tree == null) {
            return false;
        }
        control.next();
        spent++;
        long most = Math.min(TURN, control.left()) / perNode;
        if (most == 0) {
            control.count(control.left());
            return false;
        }
        long before = tree.nodes();
        boolean finished = tree.advance(most);
        long cost = (tree.nodes() - before) * perNode;
        spent += cost;
        control.count(cost);
        return finished;
    }
}
