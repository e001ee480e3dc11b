package org.shrinq.bench.audit;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The tree-shaped distribution nearest to the measured one (Chow and Liu 1968): a spanning tree of largest mutual
 * information, with the measured conditional shares. Prim's algorithm, O(n²) pairs.
 */
final class ChowLiuTree implements StringSource.Draw {
    private final int[] order;
    private final int[] parent;
    /** P(x_i = 1 | parent = 0) and given 1; for the root both are P(x_i = 1). */
    private final double[][] ones;

    private ChowLiuTree(int[] order, int[] parent, double[][] ones) {
        this.order = order;
        this.parent = parent;
        this.ones = ones;
    }

    static ChowLiuTree fit(Moments moments) {
        int n = moments.size();
        int[] order = new int[n];
        int[] parent = new int[n];
        double[] best = new double[n];
        boolean[] inside = new boolean[n];
        Arrays.fill(best, Double.NEGATIVE_INFINITY);
        Arrays.fill(parent, -1);
        int next = 0;
        for (int k = 0; k < n; k++) {
            order[k] = next;
            inside[next] = true;
            int last = next;
            next = -1;
            for (int i = 0; i < n; i++) {
                if (inside[i]) {
                    continue;
                }
                double information = moments.information(last, i);
                if (information > best[i]) {
                    best[i] = information;
                    parent[i] = last;
                }
                next = next < 0 || best[i] > best[next] ? i : next;
            }
        }
        double[][] ones = new double[n][];
        for (int i = 0; i < n; i++) {
            ones[i] = conditional(moments, i, parent[i]);
        }
        return new ChowLiuTree(order, parent, ones);
    }

    private static double[] conditional(Moments moments, int i, int parent) {
        double p = moments.one(i);
        if (parent < 0) {
            return new double[] {p, p};
        }
        double q = moments.one(parent);
        double both = moments.both(i, parent);
        // a parent that is constant says nothing
        return new double[] {q == 1 ? p : (p - both) / (1 - q), q == 0 ? p : both / q};
    }

    @Override
    public void fill(byte[] x, SplittableRandom random) {
        for (int i : order) {
            int given = parent[i] < 0 ? 0 : x[parent[i]];
            x[i] = (byte) (random.nextDouble() < ones[i][given] ? 1 : 0);
        }
    }
}
