package org.shrinq.search.sequence;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.shrinq.search.SearchControl;

/**
 * A self-avoiding walk (Bošković, Brglez and Brest, Applied Soft Computing 56, 2017): every step goes to the best
 * neighbour that this walk has not visited, ties at random, uphill where need be. Visited sequences are known by a hash
 * of 64 bits. One thread.
 */
final class SequenceWalk {
    private final SequenceState state;
    private final byte[] best;
    private final long[] keys;
    private final long[] visited;
    private int bestEnergy;

    /**
     * Over a state that {@link #run} changes.
     *
     * @param longest most steps of a walk
     */
    SequenceWalk(SequenceState state, int longest, SplittableRandom random) {
        this.state = state;
        best = new byte[state.size()];
        keys = random.longs(state.size()).toArray();
        visited = new long[Integer.highestOneBit(Math.max(8, 4 * longest - 1))];
    }

    /** E of {@link #best}. */
    int bestEnergy() {
        return bestEnergy;
    }

    /** The best sequence of the last walk; not copied. */
    byte[] best() {
        return best;
    }

    /** Walks from the state; a step is one iteration. */
    void run(SequenceMoves moves, int steps, SplittableRandom random, SearchControl control) {
        int n = state.size();
        int count = moves.count(n);
        Arrays.fill(visited, 0);
        long key = 0;
        for (int i = 0; i < n; i++) {
            key ^= state.value(i) == 0 ? 0 : keys[i];
        }
        visit(key);
        keep();
        for (int step = 0; step < steps && control.next(); step++) {
            int chosen = -1;
            int least = Integer.MAX_VALUE;
            int ties = 0;
            for (int move = 0; move < count; move++) {
                int energy = moves.energyAfter(state, move);
                if (energy > least || isVisited(key ^ change(moves, move))) {
                    continue;
                }
                ties = energy < least ? 1 : ties + 1;
                if (energy < least || random.nextInt(ties) == 0) {
                    least = energy;
                    chosen = move;
                }
            }
            if (chosen < 0) {
                return;
            }
            key ^= change(moves, chosen);
            moves.take(state, chosen);
            visit(key);
            if (least < bestEnergy) {
                keep();
            }
        }
    }

    private void keep() {
        bestEnergy = state.energy();
        state.store(best);
    }

    private long change(SequenceMoves moves, int move) {
        int mirror = state.size() - 1 - move;
        return moves == SequenceMoves.MIRRORED && mirror != move ? keys[move] ^ keys[mirror] : keys[move];
    }

    private void visit(long key) {
        visited[slot(key)] = mark(key);
    }

    private boolean isVisited(long key) {
        return visited[slot(key)] != 0;
    }

    /** Where the key is, or would be. */
    private int slot(long key) {
        long marked = mark(key);
        int slot = (int) (marked >>> 20) & visited.length - 1;
        while (visited[slot] != 0 && visited[slot] != marked) {
            slot = slot + 1 & visited.length - 1;
        }
        return slot;
    }

    /** 0 means empty. */
    private static long mark(long key) {
        return key | 1L << 63;
    }
}
