package org.shrinq.quantum.statevector;

/**
 * The phase factors e^{−iθ(z)} of a quadratic function θ(z) = constant + Σ θ_k z_k + Σ_{j&lt;k} θ_jk z_j z_k of the bits z,
 * times a real scale, as products of small tables, so that no layer computes 2ⁿ sines.
 *
 * <p>The bits are taken in a given order. Their lowest t ("table bits") have one shared table T of 2^t factors. The bits
 * above select a run; what they add is linear in the table bits and therefore a product of two small tables Q and V that
 * a {@link Cursor} keeps up to date at amortised O(t) per step. {@link #set} costs O(n²) sines and O(2^t) products.
 */
final class PhaseTables<A> {
    private final Kernel<A> kernel;
    private final int[] order;
    private final int tableBits;
    private final int rowBits;
    private final A tre;
    private final A tim;
    private final A gre;
    private final A gim;
    private final double[] singleRe;
    private final double[] singleIm;
    private final double[] pairRe;
    private final double[] pairIm;
    private final double[] workRe;
    private final double[] workIm;
    private final double[] halfRe;
    private final double[] halfIm;
    private double constantRe;
    private double constantIm;

    /** @param order the qubit at each position, position 0 least significant; kept, not modified */
    PhaseTables(Kernel<A> kernel, int[] order, int tableBits) {
        int n = order.length;
        this.kernel = kernel;
        this.order = order;
        this.tableBits = tableBits;
        rowBits = Math.min(Kernel.PHASE_BITS, tableBits);
        tre = kernel.allocate(1 << tableBits);
        tim = kernel.allocate(1 << tableBits);
        gre = kernel.allocate(1 << rowBits);
        gim = kernel.allocate(1 << rowBits);
        singleRe = new double[n];
        singleIm = new double[n];
        pairRe = new double[n * (n - 1) / 2];
        pairIm = new double[n * (n - 1) / 2];
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

    /** Walks over the runs of one function; its own scratch, so one per thread. */
    static final class Cursor<A> {
        private final Kernel<A> kernel;
        private final int size;
        private final int tableBits;
        private final int upperBits;
        private final int rowBits;
        private final double[][] levelRe;
        private final double[][] levelIm;
        private final int[] source;
        private final double[] workRe;
        private final double[] workIm;
        private final A qre;
        private final A qim;
        private final double[] vre;
        private final double[] vim;
        private PhaseTables<A> tables;
        private PhaseRow<A> row;
        private long run;

        /** A cursor for functions on {@code tables}' order; {@link #bind} before use. */
        Cursor(PhaseTables<A> tables) {
            kernel = tables.kernel;
            size = tables.order.length;
            tableBits = tables.tableBits;
            rowBits = tables.rowBits;
            upperBits = size - tableBits;
            levelRe = new double[upperBits + 1][size + 1];
            levelIm = new double[upperBits + 1][size + 1];
            source = new int[upperBits + 1];
            source[upperBits] = upperBits;
            workRe = new double[1 << rowBits];
            workIm = new double[1 << rowBits];
            qre = kernel.allocate(1 << rowBits);
            qim = kernel.allocate(1 << rowBits);
            vre = new double[1 << (tableBits - rowBits)];
            vim = new double[1 << (tableBits - rowBits)];
            this.tables = tables;
            row = rowOf(tables);
        }

        private PhaseRow<A> rowOf(PhaseTables<A> from) {
            return new PhaseRow<>(from.tre, from.tim, qre, qim, vre, vim, 1 << tableBits);
        }

        /** Starts over with another function on the same order. */
        void bind(PhaseTables<A> next) {
            if (next != tables) {
                tables = next;
                row = rowOf(next);
            }
            double[] re = levelRe[upperBits];
            double[] im = levelIm[upperBits];
            for (int i = 0; i < size; i++) {
                re[i] = i < tableBits ? 1 : next.singleRe[i];
                im[i] = i < tableBits ? 0 : next.singleIm[i];
            }
            re[size] = next.constantRe;
            im[size] = next.constantIm;
            run = -1;
        }

        /** The factors of the run whose upper bits are {@code upper}; valid until the next call. */
        PhaseRow<A> at(long upper) {
            long changed = run < 0 ? (1L << upperBits) - 1 : run ^ upper;
            run = upper;
            for (int k = 63 - Long.numberOfLeadingZeros(changed); k >= 0; k--) {
                int parent = source[k + 1];
                if ((upper >>> k & 1) == 0) {
                    source[k] = parent;
                } else {
                    source[k] = k;
                    setBit(k, parent);
                }
            }
            expand(levelRe[source[0]], levelIm[source[0]]);
            return row;
        }

        /** Level k = its parent with the bit of position tableBits + k set. The last entry of a level is its scalar. */
        private void setBit(int k, int parent) {
            double[] fromRe = levelRe[parent];
            double[] fromIm = levelIm[parent];
            double[] toRe = levelRe[k];
            double[] toIm = levelIm[k];
            int position = tableBits + k;
            toRe[size] = fromRe[size] * fromRe[position] - fromIm[size] * fromIm[position];
            toIm[size] = fromRe[size] * fromIm[position] + fromIm[size] * fromRe[position];
            int pair = position * (position - 1) / 2;
            for (int i = 0; i < position; i++) {
                double re = tables.pairRe[pair + i];
                double im = tables.pairIm[pair + i];
                toRe[i] = fromRe[i] * re - fromIm[i] * im;
                toIm[i] = fromRe[i] * im + fromIm[i] * re;
            }
        }

        private void expand(double[] re, double[] im) {
            workRe[0] = 1;
            workIm[0] = 0;
            grow(workRe, workIm, re, im, 0, rowBits);
            kernel.store(workRe, 0, qre, 0, 1 << rowBits);
            kernel.store(workIm, 0, qim, 0, 1 << rowBits);
            vre[0] = re[size];
            vim[0] = im[size];
            grow(vre, vim, re, im, rowBits, tableBits);
        }

        /** table[z with bit i] = table[z]·factor_i for positions [from, to). */
        private static void grow(double[] tableRe, double[] tableIm, double[] re, double[] im, int from, int to) {
            for (int i = from; i < to; i++) {
                double fr = re[i];
                double fi = im[i];
                int half = 1 << (i - from);
                for (int z = 0; z < half; z++) {
                    tableRe[half + z] = tableRe[z] * fr - tableIm[z] * fi;
                    tableIm[half + z] = tableRe[z] * fi + tableIm[z] * fr;
                }
            }
        }
    }
}
