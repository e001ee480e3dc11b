package org.shrinq.qubo;

/**
 * The quadratic assignment form, kept as flow ⊗ distance so that n² variables need O(n²) memory:
 *
 * <pre>f = offset + Σ_{i≠j} Σ_{a≠b} A_ij B_ab x_ia x_jb + Σ_ia l_ia x_ia
 *     + Σ_i r_i (Σ_a x_ia − 1)² + Σ_a c_a (Σ_i x_ia − 1)²</pre>
 *
 * with variable (i, a) at index i·n + a. A and B need not be symmetric; their diagonals do not enter the quadratic
 * part (A_ii B_aa belongs into l_ia). r and c are penalty weights per row (facility) and column (location), zero for
 * the bare objective. {@link #energy} costs O(ones²), {@link #flipDelta} O(n²), {@link #multiply} O(n³·rank).
 */
public final class KroneckerForm implements QuadraticForm {
    private final int n;
    final double[][] flow;
    final double[][] distance;
    private final double[] objectiveLinear;
    final double[] rowPenalty;
    final double[] columnPenalty;
    private final double offset;
    private final double baseOffset;

    private KroneckerForm(
            int n,
            double[][] flow,
            double[][] distance,
            double[] objectiveLinear,
            double[] rowPenalty,
            double[] columnPenalty,
            double baseOffset) {
        this.n = n;
        this.flow = flow;
        this.distance = distance;
        this.objectiveLinear = objectiveLinear;
        this.rowPenalty = rowPenalty;
        this.columnPenalty = columnPenalty;
        this.baseOffset = baseOffset;
        double sum = baseOffset;
        for (int k = 0; k < n; k++) {
            sum += rowPenalty[k] + columnPenalty[k];
        }
        this.offset = sum;
    }

    /**
     * The bare objective. Arrays are copied.
     *
     * @param flow n×n, A_ij
     * @param distance n×n, B_ab
     * @param linear n², l_ia at i·n + a
     */
    public static KroneckerForm of(double[][] flow, double[][] distance, double[] linear) {
        int n = flow.length;
        if (distance.length != n || linear.length != n * n) {
            throw new IllegalArgumentException("expected " + n + "×" + n + " distances and " + n * n
                    + " linear terms, got " + distance.length + " rows and " + linear.length);
        }
        return new KroneckerForm(
                n, zeroDiagonal(flow), zeroDiagonal(distance), linear.clone(), new double[n], new double[n], 0);
    }

    private static double[][] zeroDiagonal(double[][] m) {
        double[][] copy = new double[m.length][];
        for (int i = 0; i < m.length; i++) {
            if (m[i].length != m.length) {
                throw new IllegalArgumentException(
                        "row " + i + " has " + m[i].length + " entries, expected " + m.length);
            }
            copy[i] = m[i].clone();
            copy[i][i] = 0;
        }
        return copy;
    }

    /** The same objective with penalty weights r (per facility) and c (per location) instead of the present ones. */
    public KroneckerForm withPenalties(double[] rows, double[] columns) {
        if (rows.length != n || columns.length != n) {
            throw new IllegalArgumentException("expected " + n + " row and column penalties");
        }
        return new KroneckerForm(n, flow, distance, objectiveLinear, rows.clone(), columns.clone(), baseOffset);
    }

    /** Number of facilities, the square root of {@link #size}. */
    public int order() {
        return n;
    }

    /** A_ij for i ≠ j, 0 on the diagonal. */
    public double flow(int i, int j) {
        return flow[i][j];
    }

    /** B_ab for a ≠ b, 0 on the diagonal. */
    public double distance(int a, int b) {
        return distance[a][b];
    }

    public double rowPenalty(int i) {
        return rowPenalty[i];
    }

    public double columnPenalty(int a) {
        return columnPenalty[a];
    }

    @Override
    public Domain domain() {
        return Domain.BINARY;
    }

    @Override
    public int size() {
        return n * n;
    }

    @Override
    public double offset() {
        return offset;
    }

    @Override
    public double linear(int v) {
        return objectiveLinear[v] - rowPenalty[v / n] - columnPenalty[v % n];
    }

    @Override
    public double coupling(int v, int w) {
        int i = v / n;
        int a = v % n;
        int j = w / n;
        int b = w % n;
        if (i == j) {
            return a == b ? 0 : 2 * rowPenalty[i];
        }
        if (a == b) {
            return 2 * columnPenalty[a];
        }
        return flow[i][j] * distance[a][b] + flow[j][i] * distance[b][a];
    }

    @Override
    public int degree(int v) {
        int[] count = {0};
        forEachNeighbor(v, (w, c) -> count[0]++);
        return count[0];
    }

    /** {@inheritDoc} Costs O(n⁴) operations, O(n³) where flow and distance are symmetric. */
    /** Flows, distances and linear terms. */
    @Override
    public long storedNumbers() {
        return 3L * size();
    }

    @Override
    public long couplings() {
        return countPairs() + countWithinGroups();
    }

    /** Pairs of variables that share neither row nor column. */
    private long countPairs() {
        long count = 0;
        if (isSymmetric(flow) && isSymmetric(distance)) {
            return 2 * upperNonzeros(flow) * upperNonzeros(distance);
        }
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                for (int a = 0; a < n && (flow[i][j] != 0 || flow[j][i] != 0); a++) {
                    for (int b = 0; b < n; b++) {
                        if (a != b && coupling(i * n + a, j * n + b) != 0) {
                            count++;
                        }
                    }
                }
            }
        }
        return count;
    }

    private static boolean isSymmetric(double[][] m) {
        for (int i = 0; i < m.length; i++) {
            for (int j = 0; j < i; j++) {
                if (m[i][j] != m[j][i]) {
                    return false;
                }
            }
        }
        return true;
    }

    private static long upperNonzeros(double[][] m) {
        long count = 0;
        for (int i = 0; i < m.length; i++) {
            for (int j = i + 1; j < m.length; j++) {
                count += m[i][j] != 0 ? 1 : 0;
            }
        }
        return count;
    }

    private long countWithinGroups() {
        long count = 0;
        for (int k = 0; k < n; k++) {
            for (int a = 0; a < n; a++) {
                for (int b = a + 1; b < n; b++) {
                    count += coupling(k * n + a, k * n + b) != 0 ? 1 : 0;
                    count += coupling(a * n + k, b * n + k) != 0 ? 1 : 0;
                }
            }
        }
        return count;
    }

    @Override
    public void forEachNeighbor(int v, NeighborConsumer consumer) {
        int size = n * n;
        for (int w = 0; w < size; w++) {
            double c = coupling(v, w);
            if (c != 0) {
                consumer.accept(w, c);
            }
        }
    }

    @Override
    public double energy(byte[] x) {
        int[] ones = ones(x);
        double sum = offset;
        for (int p = 0; p < ones.length; p++) {
            sum += linear(ones[p]);
            for (int q = p + 1; q < ones.length; q++) {
                sum += coupling(ones[p], ones[q]);
            }
        }
        return sum;
    }

    private static int[] ones(byte[] x) {
        int count = 0;
        for (byte b : x) {
            count += b;
        }
        int[] ones = new int[count];
        int k = 0;
        for (int v = 0; v < x.length; v++) {
            if (x[v] != 0) {
                ones[k++] = v;
            }
        }
        return ones;
    }

    @Override
    public double flipDelta(byte[] x, int v) {
        double local = linear(v);
        for (int w = 0; w < x.length; w++) {
            if (x[w] != 0 && w != v) {
                local += coupling(v, w);
            }
        }
        return x[v] == 0 ? local : -local;
    }

    /**
     * {@inheritDoc} With V as an n×n matrix of vectors: A V Bᵀ + Aᵀ V B plus row and column sums; O(n³·rank) time,
     * O(n²·rank) memory.
     */
    @Override
    public void multiply(double[] vectors, int rank, double[] out) {
        KroneckerProduct.multiply(this, vectors, rank, out);
    }

    @Override
    public double maxAbsCoefficient() {
        double max = 0;
        for (int v = 0; v < n * n; v++) {
            max = Math.max(max, Math.abs(linear(v)));
        }
        for (int k = 0; k < n && n > 1; k++) { // a group of one variable has no pair
            max = Math.max(max, 2 * Math.max(Math.abs(rowPenalty[k]), Math.abs(columnPenalty[k])));
        }
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                if (flow[i][j] != 0 || flow[j][i] != 0) {
                    for (int a = 0; a < n; a++) {
                        for (int b = 0; b < n; b++) {
                            if (a != b) {
                                max = Math.max(max, Math.abs(coupling(i * n + a, j * n + b)));
                            }
                        }
                    }
                }
            }
        }
        return max;
    }

    /** {@inheritDoc} Costs O(free·(free + ones)), never O(n⁴) for few free variables. */
    @Override
    public Qubo restrict(byte[] fixed) {
        int size = n * n;
        int[] free = new int[size];
        int[] ones = new int[size];
        int freeCount = 0;
        int oneCount = 0;
        for (int v = 0; v < size; v++) {
            if (fixed[v] < 0) {
                free[freeCount++] = v;
            } else if (fixed[v] > 0) {
                ones[oneCount++] = v;
            }
        }
        Qubo.Builder b = Qubo.builder(freeCount);
        double constant = offset;
        for (int p = 0; p < oneCount; p++) {
            constant += linear(ones[p]);
            for (int q = p + 1; q < oneCount; q++) {
                constant += coupling(ones[p], ones[q]);
            }
        }
        b.addOffset(constant);
        for (int p = 0; p < freeCount; p++) {
            double local = linear(free[p]);
            for (int q = 0; q < oneCount; q++) {
                local += coupling(free[p], ones[q]);
            }
            b.addLinear(p, local);
            for (int q = p + 1; q < freeCount; q++) {
                b.add(p, q, coupling(free[p], free[q]));
            }
        }
        return b.build();
    }

    @Override
    public QuadraticForm toSpin() {
        return new SpinView(this);
    }

    @Override
    public String toString() {
        return "KroneckerForm[" + n + " facilities, " + size() + " variables]";
    }
}
