package org.shrinq.quantum.lightcone;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Colours of a cone's vertices that are the same in isomorphic cones, weights included: of a tree the code of its
 * branch (Aho, Hopcroft and Ullman 1974), so that equal colours of the roots <em>are</em> an isomorphism; else by
 * colour refinement (Weisfeiler and Leman 1968), where equal colours are only a sign of one. Numbers coefficients and
 * neighbourhoods as they come. Not thread-safe.
 */
final class ConeColors {
    private final Map<Key, Integer> numbers = new HashMap<>();

    /** A sequence of numbers, compared by value. */
    record Key(long[] values) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Key k && Arrays.equals(values, k.values);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(values);
        }
    }

    /** The colour of every vertex. */
    int[] of(Cone cone) {
        return cone.isTree() ? branches(cone) : refined(cone);
    }

    /** What isomorphic cones have in common. */
    static Key key(Cone cone, int[] colors) {
        long[] values = Arrays.stream(colors, 0, cone.isTree() ? cone.roots() : colors.length)
                .asLongStream()
                .sorted()
                .toArray();
        long[] all = Arrays.copyOf(values, values.length + 3);
        all[values.length] = cone.roots();
        all[values.length + 1] = cone.size();
        all[values.length + 2] = cone.couplings();
        return new Key(all);
    }

    private int number(long... values) {
        Key key = new Key(values);
        Integer known = numbers.putIfAbsent(key, numbers.size());
        return known == null ? numbers.size() - 1 : known;
    }

    private static long bits(double value) {
        return Double.doubleToLongBits(value + 0.0); // −0 is 0
    }

    private int[] branches(Cone cone) {
        int[] color = new int[cone.size()];
        for (int v = cone.size() - 1; v >= 0; v--) {
            color[v] = number(signature(cone, v, v + 1, color, cone.mixers(v), bits(cone.field(v))));
        }
        return color;
    }

    /**
     * Two numbers about a vertex, then couplings and colours of its neighbours in ascending order; of those before
     * {@code from} only the other root of a pair counts, without its colour.
     */
    private static long[] signature(Cone cone, int v, int from, int[] color, long first, long second) {
        int degree = 0;
        long[][] around = new long[cone.rowEnd(v) - cone.rowStart(v)][];
        for (int e = cone.rowStart(v); e < cone.rowEnd(v); e++) {
            int w = cone.neighbor(e);
            boolean other = from > 0 && v < cone.roots() && w < cone.roots();
            if (other || w >= from) {
                around[degree++] = new long[] {bits(cone.value(e)), other ? -1 : color[w]};
            }
        }
        Arrays.sort(around, 0, degree, (a, b) -> a[0] != b[0] ? Long.compare(a[0], b[0]) : Long.compare(a[1], b[1]));
        long[] values = new long[2 + 2 * degree];
        values[0] = first;
        values[1] = second;
        for (int k = 0; k < degree; k++) {
            values[2 + 2 * k] = around[k][0];
            values[3 + 2 * k] = around[k][1];
        }
        return values;
    }

    private int[] refined(Cone cone) {
        int n = cone.size();
        int[] color = new int[n];
        for (int v = 0; v < n; v++) {
            color[v] = number(-1, v < cone.roots() ? 1 : 0, cone.mixers(v), bits(cone.field(v)));
        }
        for (int round = 0; round < cone.layers() + 2; round++) {
            int[] next = new int[n];
            for (int v = 0; v < n; v++) {
                next[v] = number(signature(cone, v, 0, color, -2, color[v]));
            }
            color = next;
        }
        return color;
    }
}
