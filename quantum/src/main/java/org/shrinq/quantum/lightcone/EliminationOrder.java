package org.shrinq.quantum.lightcone;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;

/**
 * An order in which the variables of a graphical model are summed out: always the variable that adds the fewest edges
 * between its neighbours (minimum fill), of those one with the fewest neighbours, of those the first.
 *
 * @param order the variables
 * @param width the most neighbours of a variable when it is summed out
 * @param operations Σ 2^(neighbours + 1)
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier, never compared
record EliminationOrder(int[] order, int width, double operations) {
    /**
     * An order for a graph.
     *
     * @param neighbors adjacency sets, symmetric; destroyed
     * @param widest the width at which it gives up
     * @return empty when every order that this rule finds is wider
     */
    static Optional<EliminationOrder> of(BitSet[] neighbors, int widest) {
        int n = neighbors.length;
        int[] order = new int[n];
        int[] fill = new int[n];
        int[] degree = new int[n];
        Arrays.setAll(degree, v -> neighbors[v].cardinality());
        Arrays.setAll(fill, v -> missing(neighbors, v, degree[v]));
        boolean[] gone = new boolean[n];
        int width = 0;
        double operations = 0;
        for (int k = 0; k < n; k++) {
            int best = -1;
            for (int v = 0; v < n; v++) {
                if (!gone[v]
                        && degree[v] <= widest
                        && (best < 0 || fill[v] < fill[best] || (fill[v] == fill[best] && degree[v] < degree[best]))) {
                    best = v;
                }
            }
            if (best < 0) {
                return Optional.empty();
            }
            order[k] = best;
            gone[best] = true;
            width = Math.max(width, degree[best]);
            operations += Math.pow(2, degree[best] + 1);
            remove(neighbors, best, degree, fill);
        }
        return Optional.of(new EliminationOrder(order, width, operations));
    }

    private static void remove(BitSet[] neighbors, int v, int[] degree, int[] fill) {
        BitSet around = neighbors[v];
        BitSet touched = (BitSet) around.clone();
        for (int u = around.nextSetBit(0); u >= 0; u = around.nextSetBit(u + 1)) {
            if (fill[v] > 0) {
                touched.or(neighbors[u]);
                neighbors[u].or(around);
                neighbors[u].clear(u);
            }
            neighbors[u].clear(v);
            degree[u] = neighbors[u].cardinality();
        }
        touched.clear(v);
        for (int u = touched.nextSetBit(0); u >= 0; u = touched.nextSetBit(u + 1)) {
            fill[u] = missing(neighbors, u, degree[u]);
        }
    }

    /** Pairs of neighbours of v that are not neighbours of each other; many of them are not told apart. */
    private static int missing(BitSet[] neighbors, int v, int degree) {
        if (degree > 64) {
            return degree * degree;
        }
        BitSet around = neighbors[v];
        int twice = 0;
        for (int u = around.nextSetBit(0); u >= 0; u = around.nextSetBit(u + 1)) {
            BitSet both = (BitSet) around.clone();
            both.andNot(neighbors[u]);
            twice += both.cardinality() - 1;
        }
        return twice / 2;
    }
}
