package org.shrinq.quantum.statevector;

/**
 * The phase factors e^{−iθ(z)} of a quadratic function θ(z) = constant + Σ θ_k z_k + Σ_{j&lt;k} θ_jk z_j z_k of the
 * bits z, times a real scale, as products of small tables, so that no layer computes 2ⁿ sines.
 *
 * <p>The bits are taken in a given order. Their lowest t ("table bits") have one shared table T of 2^t factors. The
 * bits above select a run; what they add is linear in the table bits and therefore a product of two small tables Q and
 * V, one over the lowest of the table bits and one over the others, that a {@link PhaseCursor} keeps up to date from
 * run to run. {@link #set} costs O(n²) sines and O(2^t) products.
 */
final class PhaseTables<A> {
    final Kernel<A> kernel;
    final int tableBits;
    /** Lowest bits, those of Q; the other table bits are those of V. */
    final int rowBits;
    /** Bits above the table's. */
    final int upperBits;

    final A tre;
    final A tim;
    /** e^{−iθ_k} by position. */
    final double[] singleRe;

    final double[] singleIm;
    /** e^{−iθ_jk} of positions j &lt; k at k(k − 1)/2 + j. */
    final double[] pairRe;

    final double[] pairIm;
    /** By upper bit: what setting it multiplies Q by. */
    final double[][] lowRe;

    final double[][] lowIm;
    /** By upper bit: what setting it multiplies V by, but for a scalar. */
    final double[][] highRe;

    final double[][] highIm;

    private final int[] order;
    private final A gre;
    private final A gim;
    private final double[] workRe;
    private final double[] workIm;
    private final double[] halfRe;
    private final double[] halfIm;
    double constantRe;
    double constantIm;

    /** @param order the qubit at each position, position 0 least significant; kept, not modified */
    PhaseTables(Kernel<A> kernel, int[] order, int tableBits) {
        int n = order.length;
        this.kernel = kernel;
        this.order = order;
        this.tableBits = tableBits;
        rowBits = Math.min(Kernel.PHASE_BITS, tableBits);
        upperBits = n - tableBits;
        tre = kernel.allocate(1 << tableBits);
        tim = kernel.allocate(1 << tableBits);
        gre = kernel.allocate(1 << rowBits);
        gim = kernel.allocate(1 << rowBits);
        singleRe = new double[n];
        singleIm = new double[n];
        pairRe = new double[n * (n - 1) / 2];
        pairIm = new double[n * (n - 1) / 2];
        lowRe = new double[upperBits][1 << rowBits];
        lowIm = new double[upperBits][1 << rowBits];
        highRe = new double[upperBits][1 << (tableBits - rowBits)];
        highIm = new double[upperBits][1 << (tableBits - rowBits)];
        workRe = new double[1 << rowBits];
        workIm = new double[1 << rowBits];
        halfRe = new double[1 << Math.max(rowBits, tableBits - rowBits)];
        halfIm = new double[halfRe.length];
    }

    /**
     * Sets the function.
     *
     * @param linear θ_k per qubit; not modified
     * @param coupling θ_jk as an n·n symmetric matrix; not modified
     */
    void set(double constant, double[] linear, double[] coupling, double scale) {
        int n = order.length;
        constantRe = scale * Math.cos(constant);
        constantIm = -scale * Math.sin(constant);
        for (int k = 0; k < n; k++) {
            double angle = linear[order[k]];
            singleRe[k] = Math.cos(angle);
            singleIm[k] = -Math.sin(angle);
            int row = order[k] * n;
            int pair = k * (k - 1) / 2;
            for (int j = 0; j < k; j++) {
                double both = coupling[row + order[j]];
                pairRe[pair + j] = both == 0 ? 1 : Math.cos(both);
                pairIm[pair + j] = both == 0 ? 0 : -Math.sin(both);
            }
        }
        buildFirstRow();
        for (int k = rowBits; k < tableBits; k++) {
            buildRowsWithBit(k);
        }
        for (int k = 0; k < upperBits; k++) {
            linearFactors(tableBits + k, 0, rowBits, 1, 0);
            System.arraycopy(halfRe, 0, lowRe[k], 0, lowRe[k].length);
            System.arraycopy(halfIm, 0, lowIm[k], 0, lowIm[k].length);
            linearFactors(tableBits + k, rowBits, tableBits, 1, 0);
            System.arraycopy(halfRe, 0, highRe[k], 0, highRe[k].length);
            System.arraycopy(halfIm, 0, highIm[k], 0, highIm[k].length);
        }
    }

    private void buildFirstRow() {
        workRe[0] = 1;
        workIm[0] = 0;
        for (int k = 0; k < rowBits; k++) {
            linearFactors(k, 0, k, singleRe[k], singleIm[k]);
            int size = 1 << k;
            for (int z = 0; z < size; z++) {
                workRe[size + z] = workRe[z] * halfRe[z] - workIm[z] * halfIm[z];
                workIm[size + z] = workRe[z] * halfIm[z] + workIm[z] * halfRe[z];
            }
        }
        kernel.store(workRe, 0, tre, 0, 1 << rowBits);
        kernel.store(workIm, 0, tim, 0, 1 << rowBits);
    }

    private void buildRowsWithBit(int k) {
        linearFactors(k, 0, rowBits, singleRe[k], singleIm[k]);
        int length = 1 << rowBits;
        kernel.store(halfRe, 0, gre, 0, length);
        kernel.store(halfIm, 0, gim, 0, length);
        linearFactors(k, rowBits, k, 1, 0);
        int rows = 1 << (k - rowBits);
        for (int b = 0; b < rows; b++) {
            kernel.tableRow(tre, tim, (rows + b) << rowBits, b << rowBits, gre, gim, 0, length, halfRe[b], halfIm[b]);
        }
    }

    /** half[z] = start · the pair factors of bit k with the set bits of z, over positions [from, to). */
    private void linearFactors(int k, int from, int to, double startRe, double startIm) {
        halfRe[0] = startRe;
        halfIm[0] = startIm;
        int pair = k * (k - 1) / 2;
        for (int i = from; i < to; i++) {
            double re = pairRe[pair + i];
            double im = pairIm[pair + i];
            int size = 1 << (i - from);
            for (int z = 0; z < size; z++) {
                halfRe[size + z] = halfRe[z] * re - halfIm[z] * im;
                halfIm[size + z] = halfRe[z] * im + halfIm[z] * re;
            }
        }
    }
}
