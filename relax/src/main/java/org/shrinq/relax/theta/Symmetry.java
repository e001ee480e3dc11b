package org.shrinq.relax.theta;

import java.util.Arrays;
import java.util.List;

/**
 * Symmetric matrices that are invariant under commuting involutions fall apart into one block per character χ of the
 * group they generate: the block's basis are b_O = |O|^−½ Σ_{u∈O} ε_u e_u over the orbits O on which χ is constant on
 * stabilisers, ε_{g·r} = χ(g) with r the orbit's first vertex.
 */
final class Symmetry {
    private final int n;
    private final int[][] orbits;
    private final int[][] orbitsOf;
    private final byte[][] signs;

    private Symmetry(int n, int[][] orbits, int[][] orbitsOf, byte[][] signs) {
        this.n = n;
        this.orbits = orbits;
        this.orbitsOf = orbitsOf;
        this.signs = signs;
    }

    /** The product of the involutions in a subset, given as bits. */
    static int[] product(List<int[]> involutions, int subset, int n) {
        int[] p = new int[n];
        Arrays.setAll(p, v -> v);
        for (int k = 0; k < involutions.size(); k++) {
            if ((subset >> k & 1) != 0) {
                int[] q = involutions.get(k);
                Arrays.setAll(p, v -> q[p[v]]);
            }
        }
        return p;
    }

    /** With no involutions there is one block, the matrix itself. */
    static Symmetry of(int n, List<int[]> involutions) {
        int order = 1 << involutions.size();
        int[][] elements = new int[order][];
        for (int g = 0; g < order; g++) {
            elements[g] = product(involutions, g, n);
        }
        int[][] orbits = orbits(n, elements);
        byte[][] signs = new byte[order][n];
        int[][] orbitsOf = new int[order][];
        for (int s = 0; s < order; s++) {
            int[] taken = new int[orbits.length];
            int count = 0;
            for (int o = 0; o < orbits.length; o++) {
                if (assign(signs[s], orbits[o][0], elements, s)) {
                    taken[count++] = o;
                }
            }
            orbitsOf[s] = Arrays.copyOf(taken, count);
        }
        return new Symmetry(n, orbits, orbitsOf, signs);
    }

    private static int[][] orbits(int n, int[][] elements) {
        boolean[] seen = new boolean[n];
        int[][] orbits = new int[n][];
        int count = 0;
        for (int v = 0; v < n; v++) {
            if (!seen[v]) {
                int root = v;
                orbits[count++] = Arrays.stream(elements)
                        .mapToInt(p -> p[root])
                        .distinct()
                        .toArray();
                for (int u : orbits[count - 1]) {
                    seen[u] = true;
                }
            }
        }
        return Arrays.copyOf(orbits, count);
    }

    /**
     * Signs of the orbit of r under character s; false, and no signs, when the character is not constant on the
     * stabiliser.
     */
    private static boolean assign(byte[] sign, int r, int[][] elements, int s) {
        boolean constant = true;
        for (int g = 0; g < elements.length; g++) {
            byte value = (byte) (1 - 2 * (Integer.bitCount(s & g) & 1));
            constant &= elements[g][r] != r || value == 1;
            sign[elements[g][r]] = value;
        }
        if (!constant) {
            for (int[] p : elements) {
                sign[p[r]] = 0;
            }
        }
        return constant;
    }

    int blocks() {
        return orbitsOf.length;
    }

    /** Order of a block; 0 is possible. */
    int order(int block) {
        return orbitsOf[block].length;
    }

    /** Writes a block of the invariant matrix m to {@code out}, row-major; m is not modified. */
    void gather(double[] m, int block, double[] out) {
        int[] taken = orbitsOf[block];
        byte[] sign = signs[block];
        int k = taken.length;
        for (int a = 0; a < k; a++) {
            int[] rows = orbits[taken[a]];
            int row = rows[0] * n;
            for (int b = a; b < k; b++) {
                int[] columns = orbits[taken[b]];
                double sum = 0;
                for (int v : columns) {
                    sum += sign[v] * m[row + v];
                }
                double value = sum * Math.sqrt((double) rows.length / columns.length);
                out[a * k + b] = value;
                out[b * k + a] = value;
            }
        }
    }

    /** m += the block in the coordinates of the whole matrix. */
    void scatter(double[] block, int number, double[] m) {
        int[] taken = orbitsOf[number];
        byte[] sign = signs[number];
        int k = taken.length;
        for (int a = 0; a < k; a++) {
            int[] rows = orbits[taken[a]];
            for (int b = 0; b < k; b++) {
                int[] columns = orbits[taken[b]];
                double value = block[a * k + b] / Math.sqrt((double) rows.length * columns.length);
                for (int u : rows) {
                    for (int v : columns) {
                        m[u * n + v] += sign[u] * sign[v] * value;
                    }
                }
            }
        }
    }
}
