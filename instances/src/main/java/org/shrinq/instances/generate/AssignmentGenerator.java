package org.shrinq.instances.generate;

import org.shrinq.qubo.problem.QuadraticAssignment;
import org.shrinq.qubo.run.RandomStreams;

/** Random quadratic assignment problems; all data are whole and symmetric, with zero diagonals. */
public final class AssignmentGenerator {
    private AssignmentGenerator() {}

    /** Flows and distances uniform on 0 … 99 (Taillard 1991, class a). n ≥ 2. */
    public static QuadraticAssignment uniform(String name, int n, RandomStreams streams) {
        Require.atLeast("facilities", n, 2);
        Draws draws = new Draws(streams.stream("qap-uniform"));
        return QuadraticAssignment.of(name, symmetric(n, 0, 99, 1, draws), symmetric(n, 0, 99, 1, draws));
    }

    /**
     * Locations are the cells of a grid at Manhattan distance; a flow is 0 with probability 1 − density and else
     * uniform on 1 … 10 (after Nugent, Vollmann and Ruml 1968). Cell (r, c) is location r·columns + c.
     */
    public static QuadraticAssignment grid(String name, int rows, int columns, double density, RandomStreams streams) {
        requireGrid(rows, columns);
        Require.probability("density", density);
        Draws draws = new Draws(streams.stream("qap-grid"));
        return QuadraticAssignment.of(name, symmetric(rows * columns, 1, 10, density, draws), manhattan(rows, columns));
    }

    /**
     * Manhattan-grid distances and flows whose best assignment is known. The flows are a sum of triangles, hidden under
     * a random assignment π: for random cells a – b – c with a, b and b, c neighbours, flows p on {a, b}, q on {b, c}
     * and r ≤ min(p, q) on {a, c}; a base flow on every pair is added. Three different cells are never pairwise
     * neighbours (a grid has no odd cycle), so that a triangle costs at least p + q + 2r anywhere, which π attains for
     * all of them at once; the base flow costs the same under every assignment. The idea is that of Palubeckis (J.
     * Global Optimization 17, 2000).
     *
     * @param rows at least 1, with at least 3 cells in all
     * @param triangles how many are added
     * @param baseFlow whole, ≥ 0; makes the flows dense
     */
    public static Generated<QuadraticAssignment> knownOptimum(
            String name, int rows, int columns, int triangles, int baseFlow, RandomStreams streams) {
        requireGrid(rows, columns);
        Require.atLeast("triangles", triangles, 0);
        Require.atLeast("base flow", baseFlow, 0);
        int n = rows * columns;
        if (n < 3) {
            throw new IllegalArgumentException("a triangle needs 3 cells, the grid has " + n);
        }
        Draws draws = new Draws(streams.stream("qap-known"));
        int[] facilityAt = draws.permutation(n);
        double[][] distance = manhattan(rows, columns);
        double[][] flow = new double[n][n];
        double optimum = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                flow[i][j] = i == j ? 0 : baseFlow;
                optimum += baseFlow * distance[i][j];
            }
        }
        int added = 0;
        while (added < triangles) {
            int b = draws.integer(0, n - 1);
            int a = neighbor(b, rows, columns, draws);
            int c = neighbor(b, rows, columns, draws);
            if (a == c) {
                continue;
            }
            added++;
            int p = draws.integer(1, 10);
            int q = draws.integer(1, 10);
            int r = draws.integer(0, Math.min(p, q));
            add(flow, facilityAt[a], facilityAt[b], p);
            add(flow, facilityAt[b], facilityAt[c], q);
            add(flow, facilityAt[a], facilityAt[c], r);
            optimum += 2 * (p + q + 2 * r);
        }
        return Generated.of(QuadraticAssignment.of(name, flow, distance), optimum);
    }

    private static void requireGrid(int rows, int columns) {
        Require.atLeast("rows", rows, 1);
        Require.atLeast("columns", columns, 1);
        Require.atLeast("cells", rows * columns, 2);
    }

    private static void add(double[][] flow, int i, int j, double value) {
        flow[i][j] += value;
        flow[j][i] += value;
    }

    /** A uniform random neighbour of a cell. */
    private static int neighbor(int cell, int rows, int columns, Draws draws) {
        while (true) {
            int r = cell / columns;
            int c = cell % columns;
            switch (draws.integer(0, 3)) {
                case 0 -> r++;
                case 1 -> r--;
                case 2 -> c++;
                default -> c--;
            }
            if (r >= 0 && r < rows && c >= 0 && c < columns) {
                return r * columns + c;
            }
        }
    }

    private static double[][] symmetric(int n, int least, int most, double density, Draws draws) {
        double[][] matrix = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                if (density == 1 || draws.chance(density)) {
                    matrix[i][j] = draws.integer(least, most);
                    matrix[j][i] = matrix[i][j];
                }
            }
        }
        return matrix;
    }

    private static double[][] manhattan(int rows, int columns) {
        int n = rows * columns;
        double[][] distance = new double[n][n];
        for (int a = 0; a < n; a++) {
            for (int b = 0; b < n; b++) {
                distance[a][b] = Math.abs(a / columns - b / columns) + Math.abs(a % columns - b % columns);
            }
        }
        return distance;
    }
}
