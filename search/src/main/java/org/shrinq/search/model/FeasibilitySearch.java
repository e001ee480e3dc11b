package org.shrinq.search.model;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.shrinq.qubo.problem.VariableTable;
import org.shrinq.search.SearchControl;

/**
 * Search for a feasible point of any model by constraint weights, in the way of Feasibility Jump (Luteberget, Sartor
 * 2023) and Local-MIP (Lin, Zou, Cai 2024): while some flip lessens the weighted violation, the best of a sample of
 * those is made; in a local minimum an integer is moved to a value at which a violated row holds
 * ({@link IntegerJumps}), or a flip that mends a violated row is tried together with the best flip that it makes worth
 * while (in a row that asks for exactly one, this moves the one); when no pair gains either, every violated row gains
 * weight and a random violated row is mended at the least price. A variable just flipped waits a few iterations. After
 * stretches in Luby's proportions weights are forgotten and the search goes on where it is or from another start. An
 * iteration is one flip or one pair, O(total length of the rows that it enters). Once it has taken as many as there are
 * points, the points are gone through in Gray order, one flip each, which ends it for certain: with a feasible one or
 * because there is none.
 */
public final class FeasibilitySearch {
    /** Flips compared in an iteration. */
    private static final int SAMPLE = 10;
    /** First flips of pairs tried in a local minimum. */
    private static final int PAIRS = 6;
    /** Iterations from one start, at least, and for each variable; times the members of Luby's sequence. */
    private static final long PATIENCE = 2_000;

    private static final long PATIENCE_EACH = 20;
    /** Share of the variables that are 1 at a random start. */
    private static final double DENSITY = 0.1;
    /** A change of weighted violation below this is rounding. */
    private static final double TOLERANCE = 1e-9;
    /** Most variables whose points are ever gone through. */
    private static final int MOST_ENUMERATED = 20;

    private final ModelState state;
    private final long[] waitUntil;
    private final long[] flippedAt;
    private final IntegerJumps jumps;
    private byte[] origin = {};
    private long clock;
    private long renewal;
    private int starts;

    /** Over a state that is overwritten, of a model of binaries. */
    public FeasibilitySearch(ModelState state) {
        this(state, VariableTable.none());
    }

    /** Over a state that is overwritten; integers are moved as a whole, too. */
    public FeasibilitySearch(ModelState state, VariableTable variables) {
        this.state = state;
        jumps = new IntegerJumps(state, variables);
        waitUntil = new long[state.x.length];
        flippedAt = new long[state.x.length];
    }

    /**
     * Searches from a point until it is feasible or the control says stop; leaves the state where the search ended.
     *
     * @param x not modified
     * @return true when the state is feasible
     */
    public boolean run(byte[] x, SplittableRandom random, SearchControl control) {
        state.load(x);
        state.trackImproving();
        Arrays.fill(waitUntil, 0);
        Arrays.fill(flippedAt, 0);
        jumps.reset();
        origin = x.clone();
        clock = 0;
        starts = 0;
        renewal = patience();
        return resume(random, control);
    }

    /**
     * Goes on where {@link #run} or this ended, with the weights of then; the state must not have been changed since.
     */
    public boolean resume(SplittableRandom random, SearchControl control) {
        if (hasEmptyViolatedRow()) {
            return false;
        }
        long points = state.x.length <= MOST_ENUMERATED ? 1L << state.x.length : Long.MAX_VALUE;
        while (!state.isFeasible() && control.next()) {
            if (++clock == points) {
                return enumerate(control);
            }
            if (clock == renewal) {
                state.load(start(random));
                state.trackImproving();
                renewal += patience();
            }
            int v = improving(random);
            if (v >= 0) {
                flip(v, random);
            } else if (!jump(random) && !pair(random)) {
                state.raiseViolated();
                int row = state.violated(random.nextInt(state.violatedCount()));
                int u = mender(row, random);
                double price = u >= 0 ? state.delta[u] : Double.POSITIVE_INFINITY;
                if (!(!jumps.isEmpty() && jumps.mend(row, price, clock, random)) && u >= 0) {
                    flip(u, random);
                }
            }
        }
        return state.isFeasible();
    }

    /**
     * Iterations until the next start: the time to a feasible point varies by orders of magnitude from one to the next.
     */
    private long patience() {
        return (PATIENCE + PATIENCE_EACH * state.x.length) * luby(++starts);
    }

    /** The k-th member, k ≥ 1, of 1, 1, 2, 1, 1, 2, 4, 1, … (Luby, Sinclair, Zuckerman 1993). */
    static long luby(int k) {
        int power = Integer.SIZE - Integer.numberOfLeadingZeros(k);
        return k == (1L << power) - 1 ? 1L << power - 1 : luby(k - (1 << power - 1) + 1);
    }

    /** Where to go on without the weights so far: at the present point, at 0, at the first point, at a random one. */
    private byte[] start(SplittableRandom random) {
        byte[] x = new byte[state.x.length];
        switch (starts % 4) {
            case 1 -> System.arraycopy(state.x, 0, x, 0, x.length);
            case 2 -> {}
            case 3 -> System.arraycopy(origin, 0, x, 0, x.length);
            default -> {
                for (int v = 0; v < x.length; v++) {
                    x[v] = (byte) (random.nextDouble() < DENSITY ? 1 : 0);
                }
            }
        }
        return x;
    }

    /** A row without variables that does not hold: no point satisfies it. */
    private boolean hasEmptyViolatedRow() {
        for (int k = 0; k < state.violatedCount(); k++) {
            int row = state.violated(k);
            if (state.rows.rowStart[row] == state.rows.rowStart[row + 1]) {
                return true;
            }
        }
        return false;
    }

    /** All points from the present one on, each the former with one flip. */
    private boolean enumerate(SearchControl control) {
        state.load(state.x.clone());
        long points = 1L << state.x.length;
        for (long k = 1; k < points && !state.isFeasible() && control.next(); k++) {
            state.flip(Long.numberOfTrailingZeros(k));
        }
        return state.isFeasible();
    }

    private void flip(int v, SplittableRandom random) {
        state.flip(v);
        flippedAt[v] = clock;
        waitUntil[v] = clock + 3 + random.nextInt(8);
    }

    /** The best improving flip of a sample, the longest unflipped one of equals; −1 when there is none. */
    private int improving(SplittableRandom random) {
        int count = state.improvingCount();
        int best = -1;
        int tries = Math.min(count, SAMPLE);
        int at = count > tries ? random.nextInt(count) : 0;
        for (int k = 0; k < tries; k++) {
            int v = state.improving(at);
            at = at + 1 == count ? 0 : at + 1;
            if (waitUntil[v] <= clock && (best < 0 || better(v, best))) {
                best = v;
            }
        }
        return best;
    }

    private boolean better(int v, int than) {
        double difference = state.delta[v] - state.delta[than];
        return difference < -TOLERANCE || (difference <= TOLERANCE && flippedAt[v] < flippedAt[than]);
    }

    /** Moves an integer of a violated row where that lessens the weighted violation. */
    private boolean jump(SplittableRandom random) {
        return !jumps.isEmpty()
                && jumps.mend(state.violated(random.nextInt(state.violatedCount())), -TOLERANCE, clock, random);
    }

    /** Makes a pair of flips that gains together, if one of a sample does. */
    private boolean pair(SplittableRandom random) {
        int row = state.violated(random.nextInt(state.violatedCount()));
        ModelRows rows = state.rows;
        int length = rows.rowStart[row + 1] - rows.rowStart[row];
        int offset = random.nextInt(length);
        int tried = 0;
        double least = -TOLERANCE;
        int first = -1;
        int second = -1;
        for (int k = 0; k < length && tried < PAIRS; k++) {
            int e = rows.rowStart[row] + (offset + k < length ? offset + k : offset + k - length);
            int u = rows.rowVariable[e];
            if (!state.mends(e, row) || waitUntil[u] > clock) {
                continue;
            }
            tried++;
            double price = state.delta[u];
            state.flip(u);
            for (int i = 0; i < state.improvingCount(); i++) {
                int w = state.improving(i);
                if (w != u && waitUntil[w] <= clock && price + state.delta[w] < least) {
                    least = price + state.delta[w];
                    first = u;
                    second = w;
                }
            }
            state.flip(u);
        }
        if (first < 0) {
            return false;
        }
        flip(first, random);
        flip(second, random);
        return true;
    }

    /** The flip that mends a row at the least price; −1 when the row has none. */
    private int mender(int row, SplittableRandom random) {
        ModelRows rows = state.rows;
        int best = -1;
        int any = -1;
        int seen = 0;
        for (int e = rows.rowStart[row]; e < rows.rowStart[row + 1]; e++) {
            int u = rows.rowVariable[e];
            if (!state.mends(e, row)) {
                continue;
            }
            if (random.nextInt(++seen) == 0) {
                any = u;
            }
            if (waitUntil[u] <= clock && (best < 0 || better(u, best))) {
                best = u;
            }
        }
        return best >= 0 ? best : any;
    }
}
