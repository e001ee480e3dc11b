package org.shrinq.relax.sdp;

import org.shrinq.qubo.text.Brief;
import org.shrinq.relax.linalg.Dense;

/**
 * Unit vectors v_0 (vertex 0, z = +1) and v_1 … v_n (one per variable) whose Gram matrix X_uv = ⟨v_u, v_v⟩ solves the
 * relaxation. A variable that was merged or fixed has the signed vector of what it was merged into.
 */
public final class SdpSolution {
    private final int rank;
    private final double[] vectors;
    private final double value;
    private final int sweeps;
    private final SdpBound bound;

    SdpSolution(int rank, double[] vectors, double value, int sweeps, SdpBound bound) {
        this.rank = rank;
        this.vectors = vectors;
        this.value = value;
        this.sweeps = sweeps;
        this.bound = bound;
    }

    /** Number of variables n. */
    public int size() {
        return vectors.length / rank - 1;
    }

    /** Length of the vectors. */
    public int rank() {
        return rank;
    }

    /**
     * The vectors, (n + 1)·rank numbers row-major, vertex 0 first. Not a copy: the solver goes on from this array when
     * it is used again, and who takes it over may write to it when the solver is not.
     */
    public double[] vectors() {
        return vectors;
    }

    /** X_0i: +1 speaks for x_i = 0. */
    public double single(int i) {
        return dot(0, i + 1);
    }

    /** X_ij; O(rank). */
    public double pair(int i, int j) {
        return dot(i + 1, j + 1);
    }

    private double dot(int u, int v) {
        return Math.max(-1, Math.min(1, Dense.dot(vectors, u * rank, vectors, v * rank, rank)));
    }

    /** The relaxation's objective at these vectors: at the optimum of the relaxation a lower bound. */
    public double value() {
        return value;
    }

    /** Sweeps of the last solve. */
    public int sweeps() {
        return sweeps;
    }

    /** Lower bound of the minimum of the form. */
    public SdpBound bound() {
        return bound;
    }

    /** (value − bound)/|value|, over |bound| where the value is 0; the same for any multiple of the form. */
    public double gap() {
        double size = value != 0 ? Math.abs(value) : Math.abs(bound.value());
        return size == 0 ? 0 : (value - bound.value()) / size;
    }

    @Override
    public String toString() {
        return Brief.of(this, "value", value, "rank", rank, "sweeps", sweeps, "bound", bound);
    }
}
