package org.shrinq.search.flip;

/** A minimised quadratic form in binary coefficients, Σ l_i x_i + Σ_{i&lt;j} q_ij x_i x_j, read row by row. */
interface FieldRows {
    int size();

    /** l_i. */
    double linear(int i);

    /** q_ij, i ≠ j. */
    double coupling(int i, int j);

    /** field_j += t·q_ij for all j. */
    void add(int i, double t, double[] field);

    /** Whether fields, changes and costs are exact whatever the flips: no sum of these numbers rounds. */
    boolean isExact();

    /** What {@link #add} costs, about, in entries of a sparse row. */
    int work(int i);
}
