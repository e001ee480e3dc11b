package org.shrinq.search.maxcut;

import org.shrinq.search.flip.CouplingRows;

/**
 * What the spin form f = c + Σ h_i z_i + Σ J_ij z_i z_j tells at once: whether it has no fields, so that x and 1 − x
 * are alike; the bound c − Σ|h| − Σ|J|, which is reached where no cycle is frustrated (a cut of all edges of a
 * bipartite graph); and a string that satisfies a spanning forest, which then reaches it.
 *
 * @param symmetric whether all h are 0
 * @param bound no string costs less, the cost being {@link org.shrinq.search.flip.FlipState#cost}
 */
record Spins(boolean symmetric, double bound) {
    static Spins of(CouplingRows rows) {
        boolean symmetric = true;
        double bound = 0;
        for (int i = 0; i < rows.size(); i++) {
            double sum = 0;
            double size = 0;
            for (int e = rows.rowStart(i); e < rows.rowStart(i + 1); e++) {
                sum += rows.entry(i, e);
                size += Math.abs(rows.entry(i, e));
            }
            double h = -(rows.linear(i) / 2 + sum / 4);
            symmetric &= Math.abs(h) <= (rows.isExact() ? 0 : 1e-12 * (size + Math.abs(rows.linear(i))));
            bound += rows.linear(i) / 2 + (sum - size) / 8 - Math.abs(h);
        }
        return new Spins(symmetric, bound);
    }

    /**
     * Writes a string in which every coupling of a breadth-first spanning forest is satisfied; roots follow their
     * linear term.
     */
    static void satisfyForest(CouplingRows rows, byte[] x) {
        int[] queue = new int[rows.size()];
        boolean[] seen = new boolean[rows.size()];
        for (int root = 0; root < rows.size(); root++) {
            if (seen[root]) {
                continue;
            }
            seen[root] = true;
            x[root] = (byte) (rows.linear(root) < 0 ? 1 : 0);
            queue[0] = root;
            int size = 1;
            for (int k = 0; k < size; k++) {
                int v = queue[k];
                for (int e = rows.rowStart(v); e < rows.rowStart(v + 1); e++) {
                    int u = rows.neighbor(e);
                    if (!seen[u]) {
                        seen[u] = true;
                        x[u] = (byte) (rows.entry(v, e) > 0 ? 1 - x[v] : x[v]);
                        queue[size++] = u;
                    }
                }
            }
        }
    }
}
