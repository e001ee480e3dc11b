package org.shrinq.quantum.mps;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.shrinq.qubo.Indices;

/**
 * Where qubits stand on the chain so that coupled ones are near each other. Candidates: as given, by reverse
 * Cuthill-McKee (1969), by the Fiedler vector of the coupling graph; the one over whose cuts the fewest couplings go,
 * in the sum, is taken and improved by exchanges of neighbours.
 */
final class QubitOrder {
    private static final int ITERATIONS = 300;
    private static final int SWEEPS = 50;

    private final int[][] neighbors;

    private QubitOrder(int[][] neighbors) {
        this.neighbors = neighbors;
    }

    /**
     * The place of every qubit.
     *
     * @param neighbors of every qubit, symmetric; not modified
     */
    static int[] places(int[][] neighbors) {
        QubitOrder order = new QubitOrder(neighbors);
        int n = neighbors.length;
        int[] given = IntStream.range(0, n).toArray();
        return List.of(given, order.cuthillMcKee(), order.spectral()).stream()
                .map(order::improved)
                .min(Comparator.comparingLong(order::length))
                .orElse(given);
    }

    /** Σ |place_u − place_v| over couplings: the number of couplings across a cut, summed over the cuts. */
    private long length(int[] place) {
        long sum = 0;
        for (int u = 0; u < place.length; u++) {
            for (int v : neighbors[u]) {
                sum += v > u ? Math.abs(place[u] - place[v]) : 0;
            }
        }
        return sum;
    }

    private int[] cuthillMcKee() {
        int n = neighbors.length;
        int[] order = new int[n];
        boolean[] seen = new boolean[n];
        int count = 0;
        while (count < n) {
            int root = -1;
            for (int v = 0; v < n; v++) {
                if (!seen[v] && (root < 0 || neighbors[v].length < neighbors[root].length)) {
                    root = v;
                }
            }
            root = farthest(farthest(root));
            int from = count;
            order[count++] = root;
            seen[root] = true;
            for (int k = from; k < count; k++) {
                int[] next = Arrays.stream(neighbors[order[k]])
                        .filter(w -> !seen[w])
                        .distinct()
                        .boxed()
                        .sorted(Comparator.comparingInt(w -> neighbors[w].length))
                        .mapToInt(Integer::intValue)
                        .toArray();
                for (int w : next) {
                    seen[w] = true;
                    order[count++] = w;
                }
            }
        }
        int[] place = new int[n];
        for (int k = 0; k < n; k++) {
            place[order[k]] = n - 1 - k;
        }
        return place;
    }

    /** The last vertex that a breadth-first search from here reaches. */
    private int farthest(int root) {
        boolean[] seen = new boolean[neighbors.length];
        ArrayDeque<Integer> queue = new ArrayDeque<>();
        queue.add(root);
        seen[root] = true;
        int last = root;
        while (!queue.isEmpty()) {
            last = queue.remove();
            for (int w : neighbors[last]) {
                if (!seen[w]) {
                    seen[w] = true;
                    queue.add(w);
                }
            }
        }
        return last;
    }

    /** Order of the Fiedler vector's entries, by power iteration on c − L without the constant vector. */
    private int[] spectral() {
        int n = neighbors.length;
        double shift =
                2.0 * Arrays.stream(neighbors).mapToInt(a -> a.length).max().orElse(0) + 1;
        double[] x = new double[n];
        for (int v = 0; v < n; v++) {
            x[v] = Math.cos(Math.PI * (v + 0.5) / n) + 1e-3 * Math.sin(12.9898 * v);
        }
        for (int k = 0; k < ITERATIONS; k++) {
            double mean = Arrays.stream(x).average().orElse(0);
            double[] y = new double[n];
            double norm = 0;
            for (int v = 0; v < n; v++) {
                y[v] = (shift - neighbors[v].length) * (x[v] - mean);
                for (int w : neighbors[v]) {
                    y[v] += x[w] - mean;
                }
                norm += y[v] * y[v];
            }
            if (norm == 0) {
                break;
            }
            for (int v = 0; v < n; v++) {
                x[v] = y[v] / Math.sqrt(norm);
            }
        }
        double[] fiedler = x;
        int[] order = Indices.ascending(IntStream.range(0, n), v -> fiedler[v]);
        int[] place = new int[n];
        for (int k = 0; k < n; k++) {
            place[order[k]] = k;
        }
        return place;
    }

    /** Moves single qubits to where the sum of their distances is least, as long as that shortens the whole. */
    private int[] improved(int[] start) {
        int n = start.length;
        int[] place = start.clone();
        int[] order = new int[n];
        for (int v = 0; v < n; v++) {
            order[place[v]] = v;
        }
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            boolean better = false;
            for (int k = 0; k + 1 < n; k++) {
                for (int gap = 1; gap <= 8 && k + gap < n; gap++) {
                    better |= exchange(order, place, k, k + gap);
                }
            }
            if (!better) {
                break;
            }
        }
        return place;
    }

    private boolean exchange(int[] order, int[] place, int a, int b) {
        int u = order[a];
        int v = order[b];
        long before = around(place, u) + around(place, v);
        place[u] = b;
        place[v] = a;
        if (around(place, u) + around(place, v) < before) {
            order[a] = v;
            order[b] = u;
            return true;
        }
        place[u] = a;
        place[v] = b;
        return false;
    }

    private long around(int[] place, int u) {
        long sum = 0;
        for (int w : neighbors[u]) {
            sum += Math.abs(place[u] - place[w]);
        }
        return sum;
    }
}
