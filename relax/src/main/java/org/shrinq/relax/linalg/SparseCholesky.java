package org.shrinq.relax.linalg;

import java.util.Arrays;
import java.util.PriorityQueue;
import org.shrinq.qubo.run.Deadline;

/**
 * Positive definiteness of a sparse symmetric matrix: elimination in order of least degree while that is cheaper, then
 * a dense factorisation of what is left. It is one Cholesky factorisation of a permuted matrix, so that {@link
 * Cholesky#leastEigenvalue} holds for it.
 */
public final class SparseCholesky {
    /** How a factorisation ended. */
    public enum Outcome {
        POSITIVE,
        NOT_POSITIVE,
        OUT_OF_TIME,
        TOO_LARGE
    }

    private static final double DENSE_SHARE = 0.4;

    private final double[] diagonal;
    private final int[][] columns;
    private final double[][] values;
    private final int[] degree;
    private final boolean[] gone;
    private int[] mergedColumns = new int[0];
    private double[] mergedValues = new double[0];

    /**
     * Takes over all arrays.
     *
     * @param diagonal n entries; modified
     * @param columns per row the ascending columns of its off-diagonal entries, both triangles; modified
     * @param values per row the entries; modified
     * @param degree how many of each row count; modified
     */
    public SparseCholesky(double[] diagonal, int[][] columns, double[][] values, int[] degree) {
        this.diagonal = diagonal;
        this.columns = columns;
        this.values = values;
        this.degree = degree;
        this.gone = new boolean[degree.length];
    }

    private record Candidate(int vertex, int degree) implements Comparable<Candidate> {
        @Override
        public int compareTo(Candidate o) {
            int byDegree = Integer.compare(degree, o.degree);
            return byDegree != 0 ? byDegree : Integer.compare(vertex, o.vertex);
        }
    }

    /**
     * Factorises.
     *
     * @param denseLimit largest order of the dense rest
     */
    public Outcome factorize(int denseLimit, Deadline deadline) {
        int remaining = degree.length;
        PriorityQueue<Candidate> queue = new PriorityQueue<>();
        for (int v = 0; v < degree.length; v++) {
            queue.add(new Candidate(v, degree[v]));
        }
        while (remaining > 0) {
            Candidate next = queue.remove();
            if (gone[next.vertex()] || next.degree() != degree[next.vertex()]) {
                continue;
            }
            if (next.degree() > DENSE_SHARE * remaining) {
                break;
            }
            if (next.degree() > denseLimit) {
                return Outcome.TOO_LARGE;
            }
            if (deadline.expired()) {
                return Outcome.OUT_OF_TIME;
            }
            int k = next.vertex();
            if (!(diagonal[k] > 0)) {
                return Outcome.NOT_POSITIVE;
            }
            eliminate(k);
            remaining--;
            for (int e = 0; e < degree[k]; e++) {
                int u = columns[k][e];
                queue.add(new Candidate(u, degree[u]));
            }
        }
        return remaining > denseLimit ? Outcome.TOO_LARGE : dense(remaining, deadline);
    }

    private void eliminate(int k) {
        gone[k] = true;
        int[] neighbors = columns[k];
        double[] c = values[k];
        int d = degree[k];
        double pivot = diagonal[k];
        for (int a = 0; a < d; a++) {
            int u = neighbors[a];
            diagonal[u] -= c[a] * c[a] / pivot;
            update(u, k, a, neighbors, c, d, pivot);
        }
    }

    /** Row u without column k, minus c_a·c/pivot on the other neighbours of k: a merge of two sorted lists. */
    private void update(int u, int k, int a, int[] neighbors, double[] c, int d, double pivot) {
        int room = degree[u] + d;
        if (mergedColumns.length < room) {
            mergedColumns = new int[2 * room];
            mergedValues = new double[2 * room];
        }
        int[] row = columns[u];
        double[] value = values[u];
        int p = 0;
        int q = 0;
        int out = 0;
        while (p < degree[u] || q < d) {
            int left = p < degree[u] ? row[p] : Integer.MAX_VALUE;
            int right = q < d ? neighbors[q] : Integer.MAX_VALUE;
            if (left == k) {
                p++;
            } else if (right == u) {
                q++;
            } else if (left < right) {
                mergedColumns[out] = left;
                mergedValues[out++] = value[p++];
            } else {
                double base = 0;
                if (left == right) {
                    base = value[p++];
                }
                mergedColumns[out] = right;
                mergedValues[out++] = base - c[a] * c[q] / pivot;
                q++;
            }
        }
        if (out > row.length) {
            columns[u] = Arrays.copyOf(mergedColumns, out + out / 4);
            values[u] = Arrays.copyOf(mergedValues, out + out / 4);
        } else {
            System.arraycopy(mergedColumns, 0, row, 0, out);
            System.arraycopy(mergedValues, 0, value, 0, out);
        }
        degree[u] = out;
    }

    private Outcome dense(int n, Deadline deadline) {
        int[] position = new int[degree.length];
        int next = 0;
        for (int v = 0; v < degree.length; v++) {
            position[v] = gone[v] ? -1 : next++;
        }
        double[] m = new double[n * n];
        for (int v = 0; v < degree.length; v++) {
            if (!gone[v]) {
                int at = position[v] * n;
                m[at + position[v]] = diagonal[v];
                for (int e = 0; e < degree[v]; e++) {
                    m[at + position[columns[v][e]]] = values[v][e];
                }
            }
        }
        return switch (Cholesky.factorize(m, n, deadline)) {
            case POSITIVE -> Outcome.POSITIVE;
            case NOT_POSITIVE -> Outcome.NOT_POSITIVE;
            case OUT_OF_TIME -> Outcome.OUT_OF_TIME;
        };
    }
}
