package org.shrinq.qubo;

/**
 * A quadratic function of n two-valued variables, <b>minimised</b> unless its owner says otherwise:
 *
 * <pre>f = offset + Σ_i linear_i·s_i + Σ_{i&lt;j} coupling_ij·s_i·s_j</pre>
 *
 * with s_i = x_i ∈ {0, 1} in the {@link Domain#BINARY} domain and s_i = z_i = 1 − 2x_i ∈ {+1, −1} in the {@link
 * Domain#SPIN} domain. States are always handed over as 0/1 arrays x; a spin form converts by itself, so that a {@link
 * Qubo} and its {@link Ising} have equal energies on the same x. No method modifies its arguments unless it says so.
 *
 * <p>Implementations may be explicit (CSR) or implicit ({@link KroneckerForm}); algorithms that need only neighbours,
 * deltas and products work on either.
 */
public interface QuadraticForm {
    /** What the variables stand for. */
    enum Domain {
        /** s = x ∈ {0, 1}. */
        BINARY,
        /** s = z = 1 − 2x ∈ {+1, −1}. */
        SPIN
    }

    /** Receives one coupling of a vertex. */
    @FunctionalInterface
    interface NeighborConsumer {
        void accept(int neighbor, double coupling);
    }

    /** Receives one coupling i &lt; j. */
    @FunctionalInterface
    interface CouplingConsumer {
        void accept(int i, int j, double coupling);
    }

    Domain domain();

    /** Number of variables n. */
    int size();

    double offset();

    double linear(int i);

    /** coupling_ij = coupling_ji; 0 when i and j are not coupled or are equal. */
    double coupling(int i, int j);

    /** Number of non-zero couplings of i. */
    int degree(int i);

    /** Number of non-zero couplings i &lt; j. */
    long couplings();

    /**
     * How many numbers the form is kept as, which a pass over all of it costs: variables and couplings, less for
     * implicit forms.
     */
    default long storedNumbers() {
        return size() + couplings();
    }

    /** Calls back for every non-zero coupling of i, neighbours ascending. */
    void forEachNeighbor(int i, NeighborConsumer consumer);

    /** Calls back for every non-zero coupling i &lt; j, ordered by i, then j. */
    default void forEachCoupling(CouplingConsumer consumer) {
        for (int i = 0; i < size(); i++) {
            int row = i;
            forEachNeighbor(i, (j, c) -> {
                if (j > row) {
                    consumer.accept(row, j, c);
                }
            });
        }
    }

    /** f(x), x a 0/1 array of length n. */
    double energy(byte[] x);

    /** f(x with bit i flipped) − f(x). */
    double flipDelta(byte[] x, int i);

    /**
     * The product of the symmetric coupling matrix (zero diagonal, entry coupling_ij at both (i, j) and (j, i)) with n
     * row vectors of length {@code rank}: out_i = Σ_j coupling_ij · v_j.
     *
     * @param vectors n·rank numbers, row-major; not modified
     * @param out n·rank numbers, row-major; overwritten; must not be the same array
     */
    void multiply(double[] vectors, int rank, double[] out);

    /** One row of {@link #multiply}: out = Σ_j coupling_ij · v_j; {@code out} (length rank) is overwritten. */
    default void multiplyRow(int i, double[] vectors, int rank, double[] out) {
        java.util.Arrays.fill(out, 0, rank, 0.0);
        forEachNeighbor(i, (j, c) -> {
            int base = j * rank;
            for (int k = 0; k < rank; k++) {
                out[k] += c * vectors[base + k];
            }
        });
    }

    /** Largest |coefficient| among linear terms and couplings, 0 for a constant form. */
    double maxAbsCoefficient();

    /**
     * The explicit form over the free variables when the others are substituted, always in the {@link Domain#BINARY}
     * domain; variable k of the result is the k-th free variable in index order.
     *
     * @param fixed per variable 0, 1, or −1 for free; not modified
     */
    Qubo restrict(byte[] fixed);

    /** The same function in the spin domain: this form itself when it is one already; may be a view. */
    QuadraticForm toSpin();
}
