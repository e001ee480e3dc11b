package org.shrinq.relax.sdp;

import org.shrinq.qubo.QuadraticForm;

/**
 * The symmetric coupling matrix C of a spin form on n + 1 vertices: vertex 0 carries the fields, C_0i = h_i, and spin i
 * is vertex i + 1, C_ij = J_ij, with zero diagonal; f = constant + ½ Σ C_uv z_u z_v. Vectors are row-major, one row per
 * vertex.
 */
interface SpinMatrix {
    /**
     * What a sweep did.
     *
     * @param gain by how much Σ C_uv ⟨v_u, v_v⟩ over pairs u &lt; v became smaller
     * @param magnitude ½Σ‖g_u‖, at a fixed point the size of that sum
     * @param sum that sum after the sweep, NaN where it would cost a product
     */
    record Sweep(double gain, double magnitude, double sum) {}

    /** Number of vertices n + 1, dead ones included. */
    int size();

    /** False for a vertex that a merge has removed; its row is not read. */
    boolean isAlive(int u);

    int alive();

    double constant();

    /** Bound of the rounding error of evaluating the form through this matrix instead of its original. */
    double rounding();

    /** out = C·V over the vertices that are alive, 0 for others. */
    void multiply(double[] vectors, int rank, double[] out);

    /**
     * One pass of v_u ← −g_u/‖g_u‖, g = C·V, in order of index with each new vector used at once. Vectors are modified.
     */
    Sweep sweep(double[] vectors, int rank);

    /** Calls back for the non-zero entries C_uv with v &gt; u, both alive, v ascending. */
    void forEachAbove(int u, QuadraticForm.NeighborConsumer consumer);

    /** Number of non-zero entries above the diagonal, or an upper bound of it. */
    long entries();
}
