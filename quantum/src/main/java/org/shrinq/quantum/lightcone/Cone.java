package org.shrinq.quantum.lightcone;

import java.util.Arrays;
import org.shrinq.qubo.Ising;

/**
 * What ⟨Z_i⟩ or ⟨Z_iZ_j⟩ of p layers depends on: the vertices within distance p of the measured ones (the roots,
 * vertices 0 and, of a pair, 1), in breadth-first order, and the terms that do not cancel: couplings with an end nearer
 * than p, fields on vertices nearer than p. A vertex at distance d has p − d mixers that do not cancel. Coefficients
 * are divided by the model's scale.
 */
final class Cone {
    private final int layers;
    private final int roots;
    private final int[] distance;
    private final double[] field;
    private final int[] rowStart;
    private final int[] neighbor;
    private final double[] value;

    private Cone(
            int layers, int roots, int[] distance, double[] field, int[] rowStart, int[] neighbor, double[] value) {
        this.layers = layers;
        this.roots = roots;
        this.distance = distance;
        this.field = field;
        this.rowStart = rowStart;
        this.neighbor = neighbor;
        this.value = value;
    }

    int layers() {
        return layers;
    }

    /** 1 or 2 measured vertices, the first ones. */
    int roots() {
        return roots;
    }

    int size() {
        return distance.length;
    }

    int couplings() {
        return neighbor.length / 2;
    }

    int distance(int v) {
        return distance[v];
    }

    /** Mixers of a vertex that do not cancel. */
    int mixers(int v) {
        return layers - distance[v];
    }

    double field(int v) {
        return field[v];
    }

    int rowStart(int v) {
        return rowStart[v];
    }

    int rowEnd(int v) {
        return rowStart[v + 1];
    }

    int neighbor(int e) {
        return neighbor[e];
    }

    double value(int e) {
        return value[e];
    }

    boolean hasFields() {
        for (double h : field) {
            if (h != 0) {
                return true;
            }
        }
        return false;
    }

    /** True for a tree around one vertex, or around two coupled ones. */
    boolean isTree() {
        if (couplings() != size() - 1) {
            return false;
        }
        boolean coupled = roots == 1;
        for (int e = rowStart[0]; e < rowStart[1]; e++) {
            coupled |= neighbor[e] == 1;
        }
        return coupled; // breadth-first from coupled roots reaches all: connected, so a tree
    }

    /**
     * True when the cone has a part in which every vertex has more than that many neighbours: then no elimination order
     * is as narrow (Bodlaender and Koster 2011: degeneracy bounds treewidth from below). O(couplings).
     */
    boolean isWiderThan(int width) {
        int[] degree = new int[size()];
        int[] queue = new int[size()];
        int end = 0;
        for (int v = 0; v < size(); v++) {
            degree[v] = rowStart[v + 1] - rowStart[v];
            if (degree[v] <= width) {
                queue[end++] = v;
            }
        }
        for (int k = 0; k < end; k++) {
            for (int e = rowStart[queue[k]]; e < rowStart[queue[k] + 1]; e++) {
                int w = neighbor[e];
                if (degree[w]-- == width + 1) {
                    queue[end++] = w;
                }
            }
        }
        return end < size();
    }

    /** The model of the cone's terms. */
    Ising ising() {
        Ising.Builder b = Ising.builder(size());
        for (int v = 0; v < size(); v++) {
            b.addField(v, field[v]);
            for (int e = rowStart[v]; e < rowStart[v + 1]; e++) {
                if (neighbor[e] > v) {
                    b.add(v, neighbor[e], value[e]);
                }
            }
        }
        return b.build();
    }

    /** Cuts cones out of a model; its scratch memory is as large as the model. Not thread-safe. */
    static final class Cutter {
        private final Ising ising;
        private final double scale;
        private final int layers;
        private final int radius;
        private final int[] local;
        private final int[] stamp;
        private final int[] queue;
        private int time;

        /**
         * @param radius vertices farther from the roots than this are left out; p or more leaves out nothing that
         * counts
         */
        Cutter(Ising ising, double scale, int layers, int radius) {
            this.ising = ising;
            this.scale = scale;
            this.layers = layers;
            this.radius = Math.min(radius, layers);
            local = new int[ising.size()];
            stamp = new int[ising.size()];
            queue = new int[ising.size()];
        }

        Cone single(int i) {
            time++;
            put(i, 0);
            return grow(1);
        }

        Cone pair(int i, int j) {
            time++;
            put(i, 0);
            put(j, 1);
            return grow(2);
        }

        private void put(int v, int place) {
            stamp[v] = time;
            local[v] = place;
            queue[place] = v;
        }

        private Cone grow(int roots) {
            int count = roots;
            int[] level = new int[layers + 2]; // first place of each distance
            int from = 0;
            for (int d = 0; d <= radius; d++) {
                level[d] = from;
                int to = count;
                for (int k = from; k < to; k++) {
                    int v = queue[k];
                    for (int e = ising.matrix().rowStart(v); e < ising.matrix().rowEnd(v); e++) {
                        int w = ising.matrix().column(e);
                        if (stamp[w] != time && d < radius) {
                            put(w, count++);
                        }
                    }
                }
                from = to;
            }
            return build(roots, count, level);
        }

        private Cone build(int roots, int count, int[] level) {
            int[] distance = new int[count];
            for (int d = 1; d <= radius; d++) {
                for (int k = level[d]; k < count; k++) {
                    distance[k] = d;
                }
            }
            double[] field = new double[count];
            int[] rowStart = new int[count + 1];
            int[] neighbor = new int[4 * count];
            double[] value = new double[4 * count];
            int e = 0;
            for (int k = 0; k < count; k++) {
                int v = queue[k];
                field[k] = distance[k] < layers ? ising.linear(v) / scale : 0;
                for (int f = ising.matrix().rowStart(v); f < ising.matrix().rowEnd(v); f++) {
                    int w = ising.matrix().column(f);
                    if (stamp[w] == time && Math.min(distance[k], distance[local[w]]) < layers) {
                        if (e == neighbor.length) {
                            neighbor = Arrays.copyOf(neighbor, 2 * e + 4);
                            value = Arrays.copyOf(value, 2 * e + 4);
                        }
                        neighbor[e] = local[w];
                        value[e++] = ising.matrix().value(f) / scale;
                    }
                }
                rowStart[k + 1] = e;
            }
            return new Cone(
                    layers, roots, distance, field, rowStart, Arrays.copyOf(neighbor, e), Arrays.copyOf(value, e));
        }
    }
}
