package org.shrinq.qubo;

/**
 * An Ising model as a weighted Max-Cut instance on n + 1 vertices: vertex 0 carries the fields (z_0 = +1), variable i
 * is vertex i + 1, edge weights are w_ij = 2J_ij and w_0i = 2h_i, and
 *
 * <pre>f(x) = constant − cut(x),  constant = offset + Σ h_i + Σ_{i&lt;j} J_ij</pre>
 *
 * where cut is the weight between the vertices on the side of vertex 0 (x = 0) and the others (x = 1).
 *
 * @param weights the couplings of the n + 1 vertices
 * @param constant f of the empty cut
 */
public record MaxCutView(Couplings weights, double constant) {
    public static MaxCutView of(Ising ising) {
        Triplets edges = new Triplets(ising.size() + 1);
        double constant = ising.offset();
        for (int i = 0; i < ising.size(); i++) {
            double h = ising.linear(i);
            constant += h;
            if (h != 0) {
                edges.add(0, i + 1, 2 * h);
            }
            for (int e = ising.matrix().rowStart(i); e < ising.matrix().rowEnd(i); e++) {
                int j = ising.matrix().column(e);
                if (j > i) {
                    constant += ising.matrix().value(e);
                    edges.add(i + 1, j + 1, 2 * ising.matrix().value(e));
                }
            }
        }
        return new MaxCutView(edges.build(), constant);
    }

    /** Weight of the cut that x describes; vertex 0 is on side 0. */
    public double cut(byte[] x) {
        double cut = 0;
        for (int u = 0; u < weights.size(); u++) {
            int side = u == 0 ? 0 : x[u - 1];
            for (int e = weights.rowStart(u); e < weights.rowEnd(u); e++) {
                int v = weights.column(e);
                if (v > u && x[v - 1] != side) {
                    cut += weights.value(e);
                }
            }
        }
        return cut;
    }
}
