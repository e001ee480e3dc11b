package org.shrinq.quantum.lightcone;

import java.util.SplittableRandom;
import org.shrinq.qubo.Ising;

/** Models for tests. */
final class Models {
    private Models() {}

    /**
     * A random graph with about {@code perVertex} edges a vertex, weights and, on two thirds of the vertices, fields.
     */
    static Ising weighted(int n, double perVertex, SplittableRandom r) {
        Ising.Builder b = Ising.builder(n).addOffset(r.nextDouble(-1, 1));
        for (int i = 0; i < n; i++) {
            b.addField(i, r.nextInt(3) == 0 ? 0 : r.nextDouble(-1, 1));
        }
        for (int e = 0; e < perVertex * n && n > 1; e++) {
            int i = r.nextInt(n);
            int j = r.nextInt(n - 1);
            b.add(i, j < i ? j : j + 1, r.nextInt(4) == 0 ? 0.5 : r.nextDouble(-1, 1));
        }
        return b.build();
    }

    /** J = 1 on a random D-regular graph (configuration model, pairs drawn again until it is simple). */
    static Ising regular(int n, int degree, SplittableRandom r) {
        int[] stub = new int[n * degree];
        for (int k = 0; k < stub.length; k++) {
            stub[k] = k / degree;
        }
        for (int k = stub.length - 1; k > 0; k--) {
            swap(stub, k, r.nextInt(k + 1));
        }
        java.util.Set<Long> edges = new java.util.HashSet<>();
        for (int k = 0; k < stub.length; k += 2) {
            while (stub[k] == stub[k + 1] || !edges.add(key(stub[k], stub[k + 1]))) {
                // switch with an earlier pair, which is opened again
                int other = 2 * r.nextInt(stub.length / 2);
                if (other < k) {
                    edges.remove(key(stub[other], stub[other + 1]));
                    swap(stub, k + 1, other);
                    if (stub[other] == stub[other + 1] || !edges.add(key(stub[other], stub[other + 1]))) {
                        swap(stub, k + 1, other);
                        edges.add(key(stub[other], stub[other + 1]));
                    }
                } else if (other > k) {
                    swap(stub, k + 1, other);
                }
            }
        }
        Ising.Builder b = Ising.builder(n);
        edges.forEach(e -> b.add((int) (e >>> 32), e.intValue(), 1));
        return b.build();
    }

    private static long key(int i, int j) {
        return (long) Math.min(i, j) << 32 | Math.max(i, j);
    }

    private static void swap(int[] a, int i, int j) {
        int t = a[i];
        a[i] = a[j];
        a[j] = t;
    }

    static Ising path(int n) {
        Ising.Builder b = Ising.builder(n);
        for (int i = 0; i + 1 < n; i++) {
            b.add(i, i + 1, 1);
        }
        return b.build();
    }
}
