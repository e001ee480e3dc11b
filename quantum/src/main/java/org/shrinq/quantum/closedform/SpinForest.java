package org.shrinq.quantum.closedform;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.shrinq.quantum.closedform.ClosedFormQaoa.Expectations;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.Ising;

/**
 * The distribution of spins that has given ⟨Z_i⟩ and, along a spanning forest of the couplings, given ⟨Z_iZ_j⟩; of all
 * such forests the one of largest mutual information, hence closest to the true distribution (Chow and Liu 1968). The
 * probabilities of a pair are (1 + a z_i + b z_j + c z_i z_j)/4.
 */
public final class SpinForest {
    /** Parents come before their children. */
    private final int[] order;
    /** −1 for a root. */
    private final int[] parent;

    private final double[] single;
    /** ⟨Z Z⟩ with the parent. */
    private final double[] withParent;

    private SpinForest(int[] order, int[] parent, double[] single, double[] withParent) {
        this.order = order;
        this.parent = parent;
        this.single = single;
        this.withParent = withParent;
    }

    /**
     * The distribution of given moments. O(couplings·log couplings).
     *
     * @param single ⟨Z_i⟩ per variable; not modified
     * @param pair ⟨Z_iZ_j⟩ per coupling, in the order of {@link Ising#forEachCoupling}; not modified
     */
    public static SpinForest of(Ising ising, double[] single, double[] pair) {
        return of(ising, new Expectations(single.clone(), pair.clone(), 0));
    }

    static SpinForest of(Ising ising, Expectations e) {
        int n = ising.size();
        int m = e.pair().length;
        int[] first = new int[m];
        int[] second = new int[m];
        double[] information = new double[m];
        int[] count = {0};
        ising.forEachCoupling((i, j, c) -> {
            int k = count[0]++;
            first[k] = i;
            second[k] = j;
            information[k] = mutualInformation(e.single()[i], e.single()[j], e.pair()[k]);
        });
        int[][] kept = new int[n][0];
        int[] root = new int[n];
        Arrays.setAll(root, i -> i);
        for (int k : descending(information)) {
            int a = find(root, first[k]);
            int b = find(root, second[k]);
            if (a != b) {
                root[a] = b;
                kept[first[k]] = appended(kept[first[k]], k);
                kept[second[k]] = appended(kept[second[k]], k);
            }
        }
        return rooted(e, kept, first, second);
    }

    /** Breadth first from the smallest index of every tree. */
    private static SpinForest rooted(Expectations e, int[][] edges, int[] first, int[] second) {
        int n = edges.length;
        int[] order = new int[n];
        int[] parent = new int[n];
        double[] withParent = new double[n];
        Arrays.fill(parent, -2);
        int end = 0;
        for (int start = 0; start < n; start++) {
            if (parent[start] != -2) {
                continue;
            }
            parent[start] = -1;
            int next = end;
            order[end++] = start;
            while (next < end) {
                int i = order[next++];
                for (int k : edges[i]) {
                    int j = first[k] + second[k] - i;
                    if (parent[j] == -2) {
                        parent[j] = i;
                        withParent[j] = e.pair()[k];
                        order[end++] = j;
                    }
                }
            }
        }
        return new SpinForest(order, parent, e.single(), withParent);
    }

    /** So many strings, equal ones counted together. */
    public Map<Bits, Long> draw(int shots, SplittableRandom random) {
        Map<Bits, Long> counts = new HashMap<>();
        byte[] x = new byte[single.length];
        for (int s = 0; s < shots; s++) {
            draw(random, x);
            counts.merge(Bits.of(x), 1L, Long::sum);
        }
        return counts;
    }

    /** One string, overwritten: 0 for spin +1, 1 for spin −1. */
    void draw(SplittableRandom random, byte[] x) {
        for (int i : order) {
            double up;
            if (parent[i] < 0) {
                up = (1 + single[i]) / 2;
            } else {
                int z = 1 - 2 * x[parent[i]];
                double whole = 1 + z * single[parent[i]];
                up = whole > 0 ? (whole + single[i] + z * withParent[i]) / (2 * whole) : 0.5;
            }
            x[i] = (byte) (random.nextDouble() < up ? 0 : 1);
        }
    }

    /** In nats, of a pair of spins with means a and b and mean product c. */
    static double mutualInformation(double a, double b, double c) {
        double sum = 0;
        for (int s = -1; s <= 1; s += 2) {
            for (int t = -1; t <= 1; t += 2) {
                double p = (1 + s * a + t * b + s * t * c) / 4;
                double independent = (1 + s * a) * (1 + t * b) / 4;
                if (p > 0 && independent > 0) {
                    sum += p * Math.log(p / independent);
                }
            }
        }
        return sum;
    }

    /** Indices by falling value, ties by index. */
    private static int[] descending(double[] value) {
        Integer[] boxed = new Integer[value.length];
        Arrays.setAll(boxed, k -> k);
        Arrays.sort(boxed, (a, b) -> Double.compare(value[b], value[a]));
        return Arrays.stream(boxed).mapToInt(Integer::intValue).toArray();
    }

    private static int find(int[] root, int i) {
        int r = i;
        while (root[r] != r) {
            root[r] = root[root[r]];
            r = root[r];
        }
        return r;
    }

    private static int[] appended(int[] array, int value) {
        int[] longer = Arrays.copyOf(array, array.length + 1);
        longer[array.length] = value;
        return longer;
    }
}
