package org.shrinq.relax.cycle;

import java.util.Arrays;
import org.shrinq.qubo.QuadraticForm;

/**
 * A quadratic form as a graph of n + 1 vertices: edge e joins u and v with weight w and stands for w·z_u·z_v = w·(1 −
 * 2x_e), x_e = 1 when u and v differ. Vertex 0 is z = +1 and carries the fields, variable i is vertex i + 1.
 */
final class CutGraph {
    final int vertices;
    final int edges;
    final int[] from;
    final int[] to;
    final double[] weight;
    final double offset;
    /** Edge to vertex 0 by variable, −1 for none. */
    final int[] field;

    private final int[] start;
    private final int[] incident;

    private CutGraph(int vertices, int edges, int[] from, int[] to, double[] weight, double offset, int[] field) {
        this.vertices = vertices;
        this.edges = edges;
        this.from = from;
        this.to = to;
        this.weight = weight;
        this.offset = offset;
        this.field = field;
        start = new int[vertices + 1];
        for (int e = 0; e < edges; e++) {
            start[from[e] + 1]++;
            start[to[e] + 1]++;
        }
        for (int v = 0; v < vertices; v++) {
            start[v + 1] += start[v];
        }
        incident = new int[2 * edges];
        int[] cursor = Arrays.copyOf(start, vertices);
        for (int e = 0; e < edges; e++) {
            incident[cursor[from[e]]++] = e;
            incident[cursor[to[e]]++] = e;
        }
    }

    /** @param wanted variables that get an edge to vertex 0 although they have no field */
    static CutGraph of(QuadraticForm form, boolean[] wanted) {
        QuadraticForm spin = form.toSpin();
        int n = spin.size();
        int most = Math.toIntExact(spin.couplings()) + n;
        int[] from = new int[most];
        int[] to = new int[most];
        double[] weight = new double[most];
        int[] field = new int[n];
        int[] count = {0};
        for (int i = 0; i < n; i++) {
            field[i] = -1;
            if (spin.linear(i) != 0 || wanted[i]) {
                field[i] = count[0];
                to[count[0]] = i + 1;
                weight[count[0]++] = spin.linear(i);
            }
        }
        spin.forEachCoupling((i, j, c) -> {
            from[count[0]] = i + 1;
            to[count[0]] = j + 1;
            weight[count[0]++] = c;
        });
        return new CutGraph(n + 1, count[0], from, to, weight, spin.offset(), field);
    }

    int degree(int v) {
        return start[v + 1] - start[v];
    }

    /** The k-th edge at v. */
    int incident(int v, int k) {
        return incident[start[v] + k];
    }

    /** The edge between two vertices, −1 when there is none; O(degree). */
    int edge(int u, int v) {
        for (int k = 0; k < degree(u); k++) {
            int e = incident(u, k);
            if (from[e] + to[e] - u == v) {
                return e;
            }
        }
        return -1;
    }
}
