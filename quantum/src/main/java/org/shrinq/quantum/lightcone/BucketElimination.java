package org.shrinq.quantum.lightcone;

import java.util.Arrays;

/**
 * One spin of a {@link SpinNetwork} summed out: out(x) = Σ_s Π_f f(x, s) over the tables that have it. Immutable. Works
 * in blocks of entries that stay in cache; within a block the places of a table's entries are looked up, from block to
 * block they are computed.
 */
final class BucketElimination {
    private static final int BLOCK_BITS = 10;

    private final int[] inputs;
    private final int width;
    private final int[][] low;
    private final int[][] high;
    private final int[] step;

    /**
     * One step.
     *
     * @param inputs numbers of the tables that have the spin, ascending; kept
     * @param places per table, where its bits stand in x; {@code width} is the spin itself
     * @param width bits of x
     */
    BucketElimination(int[] inputs, int[][] places, int width) {
        this.inputs = inputs;
        this.width = width;
        int lowBits = Math.min(width, BLOCK_BITS);
        low = new int[inputs.length][1 << lowBits];
        high = new int[inputs.length][width - lowBits];
        step = new int[inputs.length];
        for (int f = 0; f < inputs.length; f++) {
            for (int bit = 0; bit < places[f].length; bit++) {
                int place = places[f][bit];
                if (place == width) {
                    step[f] = 1 << bit;
                } else if (place >= lowBits) {
                    high[f][place - lowBits] = 1 << bit;
                } else {
                    for (int x = 0; x < 1 << lowBits; x++) {
                        low[f][x] += (x >>> place & 1) << bit;
                    }
                }
            }
        }
    }

    int[] inputs() {
        return inputs;
    }

    int width() {
        return width;
    }

    /** True when nothing is left of a connected part but a number. */
    boolean isLast() {
        return width == 0;
    }

    private int block() {
        return low.length == 0 ? 1 << Math.min(width, BLOCK_BITS) : low[0].length;
    }

    private int start(int f, int block) {
        int place = 0;
        for (int k = 0; k < high[f].length; k++) {
            place += (block >>> k & 1) * high[f][k];
        }
        return place;
    }

    /**
     * The sum.
     *
     * @param re, im tables by number; not modified
     * @param outRe, outIm overwritten
     */
    void sum(double[][] re, double[][] im, double[] outRe, double[] outIm) {
        int size = block();
        double[] pRe = new double[size];
        double[] pIm = new double[size];
        for (int b = 0; b << Math.min(width, BLOCK_BITS) < 1 << width; b++) {
            int offset = b * size;
            for (int s = 0; s < 2; s++) {
                Arrays.fill(pRe, 1);
                Arrays.fill(pIm, 0);
                for (int f = 0; f < inputs.length; f++) {
                    multiply(re[inputs[f]], im[inputs[f]], low[f], start(f, b) + s * step[f], pRe, pIm, pRe, pIm);
                }
                for (int x = 0; x < size; x++) {
                    outRe[offset + x] += pRe[x];
                    outIm[offset + x] += pIm[x];
                }
            }
        }
    }

    private static void multiply(
            double[] re, double[] im, int[] low, int start, double[] xRe, double[] xIm, double[] oRe, double[] oIm) {
        for (int x = 0; x < low.length; x++) {
            double a = re[start + low[x]];
            double b = im[start + low[x]];
            double r = xRe[x];
            oRe[x] = r * a - xIm[x] * b;
            oIm[x] = r * b + xIm[x] * a;
        }
    }

    /**
     * From the derivatives by the sum to those by the tables.
     *
     * @param aRe, aIm derivatives by the sum; not modified
     * @param dRe, dIm derivatives by the tables, by number; added to
     */
    void pullBack(double[][] re, double[][] im, double[] aRe, double[] aIm, double[][] dRe, double[][] dIm) {
        int size = block();
        int count = inputs.length;
        double[][] leftRe = new double[count + 1][size]; // products of the tables before each
        double[][] leftIm = new double[count + 1][size];
        double[] rightRe = new double[size];
        double[] rightIm = new double[size];
        for (int b = 0; b << Math.min(width, BLOCK_BITS) < 1 << width; b++) {
            for (int s = 0; s < 2; s++) {
                Arrays.fill(leftRe[0], 1);
                Arrays.fill(leftIm[0], 0);
                for (int f = 0; f < count; f++) {
                    multiply(
                            re[inputs[f]],
                            im[inputs[f]],
                            low[f],
                            start(f, b) + s * step[f],
                            leftRe[f],
                            leftIm[f],
                            leftRe[f + 1],
                            leftIm[f + 1]);
                }
                System.arraycopy(aRe, b * size, rightRe, 0, size);
                System.arraycopy(aIm, b * size, rightIm, 0, size);
                for (int f = count - 1; f >= 0; f--) {
                    int start = start(f, b) + s * step[f];
                    double[] intoRe = dRe[inputs[f]];
                    double[] intoIm = dIm[inputs[f]];
                    for (int x = 0; x < size; x++) {
                        int k = start + low[f][x];
                        intoRe[k] += rightRe[x] * leftRe[f][x] - rightIm[x] * leftIm[f][x];
                        intoIm[k] += rightRe[x] * leftIm[f][x] + rightIm[x] * leftRe[f][x];
                    }
                    multiply(re[inputs[f]], im[inputs[f]], low[f], start, rightRe, rightIm, rightRe, rightIm);
                }
            }
        }
    }
}
