package org.shrinq.shrink.correlate;

import java.util.OptionalDouble;
import org.shrinq.qubo.text.Brief;
import org.shrinq.shrink.contract.Step;

/** X_ij = ⟨v_i, v_j⟩ with unit vectors v_0 (vertex 0) and v_1 … v_n; X_ij costs O(rank). */
public final class LowRankCorrelations implements Correlations {
    private static final double LEAST_NORM = 1e-6;

    private final int rank;
    private final double[] vectors;
    private final OptionalDouble lowerBound;

    private LowRankCorrelations(int rank, double[] vectors, OptionalDouble lowerBound) {
        this.rank = rank;
        this.vectors = vectors;
        this.lowerBound = lowerBound;
    }

    /**
     * Takes over the array: vertex 0 first, then one unit vector per spin, row-major.
     *
     * @param vectors (n + 1)·rank numbers; modified by {@link #carry} from now on
     */
    public static LowRankCorrelations of(int rank, double[] vectors, OptionalDouble lowerBound) {
        if (rank < 1 || vectors.length % rank != 0) {
            throw new IllegalArgumentException(vectors.length + " numbers do not make vectors of length " + rank);
        }
        return new LowRankCorrelations(rank, vectors, lowerBound);
    }

    @Override
    public int size() {
        return vectors.length / rank - 1;
    }

    public int rank() {
        return rank;
    }

    /** Copies the vector of spin i (or of vertex 0 for i = −1) to {@code out} at {@code position}. */
    public void copyVector(int i, double[] out, int position) {
        System.arraycopy(vectors, (i + 1) * rank, out, position, rank);
    }

    @Override
    public double single(int i) {
        return dot(0, (i + 1) * rank);
    }

    @Override
    public double pair(int i, int j) {
        return dot((i + 1) * rank, (j + 1) * rank);
    }

    @Override
    public OptionalDouble lowerBound() {
        return lowerBound;
    }

    private double dot(int a, int b) {
        double sum = 0;
        for (int k = 0; k < rank; k++) {
            sum += vectors[a + k] * vectors[b + k];
        }
        return Math.max(-1, Math.min(1, sum));
    }

    @Override
    public void carry(Step step) {
        int from = (step.i() + 1) * rank;
        if (step.isFix()) {
            for (int k = 0; k < rank; k++) {
                vectors[from + k] = step.sign() * vectors[k];
            }
            return;
        }
        int to = (step.j() + 1) * rank;
        double square = 0;
        for (int k = 0; k < rank; k++) {
            double sum = vectors[to + k] + step.sign() * vectors[from + k];
            square += sum * sum;
        }
        double norm = Math.sqrt(square);
        if (norm < LEAST_NORM) {
            return;
        }
        for (int k = 0; k < rank; k++) {
            vectors[to + k] = (vectors[to + k] + step.sign() * vectors[from + k]) / norm;
        }
    }

    @Override
    public String toString() {
        return Brief.of(this, "size", size(), "rank", rank);
    }
}
