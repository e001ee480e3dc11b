package org.shrinq.quantum.statevector;

import java.util.Arrays;

/**
 * Walks over the runs of one function of {@link PhaseTables} and gives the factors of each. Has scratch memory: one per
 * thread.
 *
 * <p>A run is a setting of the upper bits. The cursor keeps a stack of settings, one level per bit, each with its Q and
 * V and what setting any lower bit would still multiply V by; the level of a bit is that of its parent (the setting of
 * the bits above it) with the bit set. From one run to the next one bit is set, which costs one product of each table.
 */
final class PhaseCursor<A> {
    private final Kernel<A> kernel;
    private final int tableBits;
    private final int upperBits;
    /** [level][upper bit]: the scalar that setting the bit multiplies V by. */
    private final double[][] factorRe;

    private final double[][] factorIm;
    private final double[][] levelQre;
    private final double[][] levelQim;
    private final double[][] levelVre;
    private final double[][] levelVim;
    /** By bit: the level that holds the setting of this bit and those above it. */
    private final int[] source;

    private final A qre;
    private final A qim;
    private PhaseTables<A> tables;
    private long run;

    /** A cursor for functions on {@code tables}' order; {@link #bind} before use. */
    PhaseCursor(PhaseTables<A> tables) {
        this.tables = tables;
        kernel = tables.kernel;
        tableBits = tables.tableBits;
        upperBits = tables.upperBits;
        int levels = upperBits + 1;
        int low = 1 << tables.rowBits;
        int high = 1 << (tableBits - tables.rowBits);
        factorRe = new double[levels][upperBits];
        factorIm = new double[levels][upperBits];
        levelQre = new double[levels][low];
        levelQim = new double[levels][low];
        levelVre = new double[levels][high];
        levelVim = new double[levels][high];
        Arrays.fill(levelQre[upperBits], 1);
        source = new int[levels];
        source[upperBits] = upperBits;
        qre = kernel.allocate(low);
        qim = kernel.allocate(low);
    }

    /** Starts over with another function on the same order. */
    void bind(PhaseTables<A> next) {
        tables = next;
        System.arraycopy(next.singleRe, tableBits, factorRe[upperBits], 0, upperBits);
        System.arraycopy(next.singleIm, tableBits, factorIm[upperBits], 0, upperBits);
        Arrays.fill(levelVre[upperBits], next.constantRe);
        Arrays.fill(levelVim[upperBits], next.constantIm);
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
        int level = source[0];
        kernel.store(levelQre[level], 0, qre, 0, levelQre[level].length);
        kernel.store(levelQim[level], 0, qim, 0, levelQim[level].length);
        return new PhaseRow<>(tables.tre, tables.tim, qre, qim, levelVre[level], levelVim[level], 1 << tableBits);
    }

    /** Level k = its parent with upper bit k set. */
    private void setBit(int k, int parent) {
        double re = factorRe[parent][k];
        double im = factorIm[parent][k];
        int position = tableBits + k;
        int pair = position * (position - 1) / 2 + tableBits;
        for (int i = 0; i < k; i++) {
            double fr = factorRe[parent][i];
            double fi = factorIm[parent][i];
            double pr = tables.pairRe[pair + i];
            double pi = tables.pairIm[pair + i];
            factorRe[k][i] = fr * pr - fi * pi;
            factorIm[k][i] = fr * pi + fi * pr;
        }
        multiply(levelQre[parent], levelQim[parent], tables.lowRe[k], tables.lowIm[k], levelQre[k], levelQim[k]);
        double[] vre = levelVre[k];
        double[] vim = levelVim[k];
        multiply(levelVre[parent], levelVim[parent], tables.highRe[k], tables.highIm[k], vre, vim);
        for (int b = 0; b < vre.length; b++) {
            double r = vre[b];
            vre[b] = r * re - vim[b] * im;
            vim[b] = r * im + vim[b] * re;
        }
    }

    /** out = a ⊙ b, complex. */
    private static void multiply(
            double[] aRe, double[] aIm, double[] bRe, double[] bIm, double[] outRe, double[] outIm) {
        for (int z = 0; z < outRe.length; z++) {
            outRe[z] = aRe[z] * bRe[z] - aIm[z] * bIm[z];
            outIm[z] = aRe[z] * bIm[z] + aIm[z] * bRe[z];
        }
    }
}
