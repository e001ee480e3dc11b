package org.shrinq.instances.generate;

import java.util.Arrays;
import org.shrinq.qubo.Graph;

/** A growing list of edges. */
final class Edges {
    private int[] us = new int[64];
    private int[] vs = new int[64];
    private int count;

    void add(int u, int v) {
        if (count == us.length) {
            us = Arrays.copyOf(us, count + (count >> 1));
            vs = Arrays.copyOf(vs, us.length);
        }
        us[count] = u;
        vs[count++] = v;
    }

    int size() {
        return count;
    }

    int[] us() {
        return Arrays.copyOf(us, count);
    }

    int[] vs() {
        return Arrays.copyOf(vs, count);
    }

    Graph graph(int vertices) {
        return Graph.of(vertices, us(), vs());
    }
}
