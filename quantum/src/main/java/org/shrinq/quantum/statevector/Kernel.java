package org.shrinq.quantum.statevector;

/**
 * The inner loops over amplitudes, in the gauge ψ(z) = (−i)^{popcount z} φ(z), in which exp(−iβX) is the real rotation
 * [[c, −s], [s, c]] that acts on the real and the imaginary parts apart. Rotations are in tangent form [[1, −t], [t,
 * 1]]: the caller accounts for the factor cos β. Offsets and strides count array elements; a stride of a rotation is
 * 2^q for qubit q and must be a multiple of {@link #lanes}. Nothing is mutated but what is said.
 *
 * @param <A> {@code double[]} or {@code float[]}
 */
interface Kernel<A> {
    /** Bits of the local index that one block of phase factors Q covers; see {@link PhaseTables}. */
    int PHASE_BITS = 6;

    /** Largest {@link #lowBits}. */
    int MAX_LOW_BITS = 12;

    String name();

    /** Elements per vector register; 1 for the plain loops. */
    int lanes();

    /**
     * How many of the lowest qubits {@link #rotateLow} handles in a block of so many elements, at most {@link
     * #MAX_LOW_BITS}.
     */
    int lowBits(int length);

    /** How many qubits across blocks are best rotated in one go: 2 or 3. */
    int radixBits();

    /** Bytes of one element. */
    int bytes();

    A allocate(int length);

    /** Copies and rounds: dst[d + k] = src[s + k]. */
    void store(double[] src, int s, A dst, int d, int length);

    /** Copies: dst[d + k] = src[s + k]. */
    void load(A src, int s, double[] dst, int d, int length);

    /** Rotates the lowest {@link #lowBits} qubits of x[off, off + length) in place by the tangents t[0 …). */
    void rotateLow(A x, int off, int length, double[] t);

    /**
     * Rotates one qubit: for every o &lt; outer, i &lt; count over elements src[s + o·sOuter + i + k·sStride], k &lt;
     * 2, written to dst likewise. Either in place (one array, one layout), or from some elements to others, after which
     * those that were read are undefined.
     */
    void rotate1(
            A src,
            int s,
            int sStride,
            int sOuter,
            A dst,
            int d,
            int dStride,
            int dOuter,
            int outer,
            int count,
            double t0);

    /** As {@link #rotate1} for two qubits, k &lt; 4; the lowest bit of k has tangent t0. */
    void rotate2(
            A src,
            int s,
            int sStride,
            int sOuter,
            A dst,
            int d,
            int dStride,
            int dOuter,
            int outer,
            int count,
            double t0,
            double t1);

    /** As {@link #rotate1} for three qubits, k &lt; 8; the lowest bit of k has tangent t0. */
    void rotate3(
            A src,
            int s,
            int sStride,
            int sOuter,
            A dst,
            int d,
            int dStride,
            int dOuter,
            int outer,
            int count,
            double t0,
            double t1,
            double t2);

    /** Σ_j w_j ⟨y|G_j|x⟩ over the lowest {@link #lowBits} qubits, G = [[0, −1], [1, 0]], on [off, off + length). */
    double dotLow(A x, A y, int off, int length, double[] w);

    /** ⟨y|G|x⟩ for one qubit; elements as in {@link #rotate1}. */
    double dot1(A x, A y, int off, int stride, int outerStride, int outer, int count);

    /** Σ ⟨y|G_j|x⟩ over three qubits; elements as in {@link #rotate3}. */
    double dot3(A x, A y, int off, int stride, int outerStride, int outer, int count);

    /** ⟨y|G|x⟩ over the qubit of that stride on [off, off + length), after which it is rotated in both. Modified. */
    default double dotRotate1(A x, A y, int off, int length, int stride, double t0) {
        int step = 2 * stride;
        int outer = length / step;
        double dot = dot1(x, y, off, stride, step, outer, stride);
        rotate1(x, off, stride, step, x, off, stride, step, outer, stride, t0);
        rotate1(y, off, stride, step, y, off, stride, step, outer, stride, t0);
        return dot;
    }

    /** As {@link #dotRotate1} over two qubits, the lower of which has that stride and tangent t0. */
    default double dotRotate2(A x, A y, int off, int length, int stride, double t0, double t1) {
        int step = 4 * stride;
        int outer = length / step;
        double dot = dot1(x, y, off, stride, 2 * stride, 2 * outer, stride)
                + dot1(x, y, off, 2 * stride, step, outer, 2 * stride);
        rotate2(x, off, stride, step, x, off, stride, step, outer, stride, t0, t1);
        rotate2(y, off, stride, step, y, off, stride, step, outer, stride, t0, t1);
        return dot;
    }

    /** dst row = src row ⊙ g · s, complex, all in the table (tre, tim): the doubling step of a phase table. */
    void tableRow(A tre, A tim, int dst, int src, A gre, A gim, int g, int length, double sre, double sim);

    /** Writes the phase factors T·Q·V to (re, im)[off …). */
    void phaseFill(A re, A im, int off, PhaseRow<A> row);

    /** Multiplies (re, im)[off …) by T·Q·V. Modified. */
    void phase(A re, A im, int off, PhaseRow<A> row);

    /**
     * Multiplies φ = (re, im) and λ = (lre, lim), both at off, by the conjugate of T·Q·V. Modified.
     *
     * @return Σ f(z)·Im(λ̄ φ) before (and after, up to the factor's square) with f(z) = diagonal[d + …]
     */
    double unphase(A re, A im, A lre, A lim, int off, PhaseRow<A> row, A diagonal, int d);

    /** Σ f(z)·Im(λ̄ φ). */
    double current(A re, A im, A lre, A lim, int off, A diagonal, int d, int length);

    /** out[o + k] = factor·Im(λ̄ φ). */
    void currents(A re, A im, A lre, A lim, int off, int length, double factor, double[] out, int o);

    /** Σ |φ|²·min(f, clip). */
    double expectation(A re, A im, int off, A diagonal, int d, int length, double clip);

    /** λ = min(f, clip)·φ. */
    void apply(A re, A im, A lre, A lim, int off, A diagonal, int d, int length, double clip);

    /** out[o + k] = |φ|². */
    void probabilities(A re, A im, int off, int length, double[] out, int o);
}
