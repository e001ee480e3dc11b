package org.shrinq.quantum.ansatz;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.Qubo;

/** Random QUBOs and their optima for tests. */
final class Qubos {
    private Qubos() {}

    static Qubo random(int n, double density, long seed) {
        SplittableRandom r = new SplittableRandom(seed);
        Qubo.Builder b = Qubo.builder(n).addOffset(r.nextDouble(-5, 5));
        for (int i = 0; i < n; i++) {
            b.addLinear(i, r.nextDouble(-1, 1));
            for (int j = i + 1; j < n; j++) {
                if (r.nextDouble() < density) {
                    b.add(i, j, r.nextDouble(-1, 1));
                }
            }
        }
        return b.build();
    }

    static double minimum(Qubo q, List<int[]> groups) {
        double min = Double.POSITIVE_INFINITY;
        for (long z = 0; z < 1L << q.size(); z++) {
            if (oneHot(z, groups)) {
                min = Math.min(min, q.energy(Bits.ofIndex(q.size(), z)));
            }
        }
        return min;
    }

    static double mean(Qubo q) {
        double sum = 0;
        for (long z = 0; z < 1L << q.size(); z++) {
            sum += q.energy(Bits.ofIndex(q.size(), z));
        }
        return sum / (1L << q.size());
    }

    static boolean oneHot(long z, List<int[]> groups) {
        for (int[] group : groups) {
            int ones = 0;
            for (int v : group) {
                ones += (int) (z >>> v & 1);
            }
            if (ones != 1) {
                return false;
            }
        }
        return true;
    }

    /** Disjoint random groups of one to four variables, some left free. */
    static List<int[]> groups(int n, SplittableRandom r) {
        List<Integer> left = new ArrayList<>();
        for (int v = 0; v < n; v++) {
            left.add(v);
        }
        List<int[]> groups = new ArrayList<>();
        while (left.size() > 2) {
            int size = 1 + r.nextInt(Math.min(4, left.size()));
            int[] group = new int[size];
            for (int k = 0; k < size; k++) {
                group[k] = left.remove(r.nextInt(left.size()));
            }
            groups.add(group);
        }
        return groups;
    }
}
