package org.shrinq.instances.generate;

import java.util.Arrays;
import java.util.Comparator;
import org.shrinq.qubo.Graph;
import org.shrinq.qubo.run.RandomStreams;

/** Random graphs for independent sets and cuts. */
public final class RandomGraphs {
    private static final double MOST_EDGES = 1e9;

    private RandomGraphs() {}

    /**
     * G(n, p): every pair is an edge with probability p, independently. O(n + edges).
     *
     * @throws IllegalArgumentException for n &lt; 1, p outside [0, 1], or more than 10⁹ edges to be expected
     */
    public static Graph gnp(int n, double p, RandomStreams streams) {
        Require.atLeast("vertices", n, 1);
        Require.probability("edge probability", p);
        Require.atMost("edges", p * n * (n - 1.0) / 2, MOST_EDGES);
        Draws draws = new Draws(streams.stream("gnp"));
        Edges edges = new Edges();
        if (p == 0) {
            return edges.graph(n);
        }
        // Skips of geometric length run through the pairs (v, u < v) in order (Batagelj and Brandes 2005).
        double logOfNone = StrictMath.log1p(-p);
        long u = -1;
        int v = 1;
        while (v < n) {
            double skip = p == 1 ? 0 : Math.floor(StrictMath.log1p(-draws.unit()) / logOfNone);
            u += 1 + (long) Math.min(skip, 1e18);
            while (u >= v && v < n) {
                u -= v;
                v++;
            }
            if (v < n) {
                edges.add((int) u, v);
            }
        }
        return edges.graph(n);
    }

    /**
     * Unit-disk graph: n uniform points in the unit square, an edge between points at most {@code radius} apart. The
     * points are numbered from left to right.
     *
     * @throws IllegalArgumentException for n &lt; 1 or a radius that is not positive
     */
    public static Graph unitDisk(int n, double radius, RandomStreams streams) {
        Require.atLeast("vertices", n, 1);
        if (!(radius > 0)) {
            throw new IllegalArgumentException("the radius is " + radius + ", expected more than 0");
        }
        Draws draws = new Draws(streams.stream("unit-disk"));
        double[][] points = new double[n][];
        for (int i = 0; i < n; i++) {
            points[i] = new double[] {draws.unit(), draws.unit()};
        }
        Arrays.sort(points, Comparator.comparingDouble(q -> q[0]));
        Edges edges = new Edges();
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n && points[j][0] - points[i][0] <= radius; j++) {
                double dx = points[j][0] - points[i][0];
                double dy = points[j][1] - points[i][1];
                if (dx * dx + dy * dy <= radius * radius) {
                    edges.add(i, j);
                }
            }
        }
        return edges.graph(n);
    }

    /**
     * A uniform-like random 3-regular simple graph: free half-edges are joined at random, never into a loop or a
     * repeated edge, and all is begun anew when no join is left (Steger and Wormald 1999).
     *
     * @throws IllegalArgumentException unless n is even and at least 4
     */
    public static Graph cubic(int n, RandomStreams streams) {
        Require.atLeast("vertices", n, 4);
        if (n % 2 != 0) {
            throw new IllegalArgumentException("a 3-regular graph has an even number of vertices, not " + n);
        }
        Draws draws = new Draws(streams.stream("cubic"));
        while (true) {
            Edges edges = tryCubic(n, draws);
            if (edges.size() == 3 * n / 2) {
                return edges.graph(n);
            }
        }
    }

    private static Edges tryCubic(int n, Draws draws) {
        int[] free = new int[3 * n];
        int[][] neighbors = new int[n][3];
        int[] degree = new int[n];
        for (int h = 0; h < free.length; h++) {
            free[h] = h / 3;
        }
        Edges edges = new Edges();
        int left = free.length;
        int misses = 0;
        while (left > 0 && misses < 200 + 10 * left) {
            int a = draws.integer(0, left - 1);
            int b = draws.integer(0, left - 1);
            int u = free[a];
            int v = free[b];
            if (u == v || contains(neighbors[u], degree[u], v)) {
                misses++;
                continue;
            }
            misses = 0;
            neighbors[u][degree[u]++] = v;
            neighbors[v][degree[v]++] = u;
            edges.add(u, v);
            int high = Math.max(a, b);
            int low = Math.min(a, b);
            free[high] = free[--left];
            free[low] = free[--left];
        }
        return edges;
    }

    private static boolean contains(int[] list, int length, int value) {
        for (int k = 0; k < length; k++) {
            if (list[k] == value) {
                return true;
            }
        }
        return false;
    }
}
