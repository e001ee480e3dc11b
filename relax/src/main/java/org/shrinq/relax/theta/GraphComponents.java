package org.shrinq.relax.theta;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.shrinq.qubo.Graph;

/** Connected components of the subgraph of positive weights. */
final class GraphComponents {
    private GraphComponents() {}

    /** The vertices of each component ascending; components by their first vertex. */
    static int[][] positive(Graph graph, double[] weights) {
        int n = graph.vertices();
        boolean[] seen = new boolean[n];
        int[] queue = new int[n];
        List<int[]> components = new ArrayList<>();
        for (int root = 0; root < n; root++) {
            if (seen[root] || weights[root] <= 0) {
                continue;
            }
            int head = 0;
            int tail = 0;
            queue[tail++] = root;
            seen[root] = true;
            while (head < tail) {
                int v = queue[head++];
                for (int k = 0; k < graph.degree(v); k++) {
                    int u = graph.neighbor(v, k);
                    if (!seen[u] && weights[u] > 0) {
                        seen[u] = true;
                        queue[tail++] = u;
                    }
                }
            }
            int[] component = Arrays.copyOf(queue, tail);
            Arrays.sort(component);
            components.add(component);
        }
        return components.toArray(new int[0][]);
    }
}
