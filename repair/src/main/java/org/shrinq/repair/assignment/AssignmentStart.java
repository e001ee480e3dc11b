package org.shrinq.repair.assignment;

import java.util.stream.IntStream;
import org.shrinq.qubo.Indices;
import org.shrinq.qubo.Sense;
import org.shrinq.qubo.problem.QuadraticAssignment;

/** The facility of most flow at the location of least distance to all others, and so on. O(n²). */
public final class AssignmentStart {
    private AssignmentStart() {}

    /** @param x zeros; modified */
    public static void write(QuadraticAssignment problem, byte[] x) {
        int n = problem.order();
        double[] flow = new double[n];
        double[] distance = new double[n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                if (i != j) {
                    flow[i] += problem.flow(i, j) + problem.flow(j, i);
                    distance[i] += problem.distance(i, j) + problem.distance(j, i);
                }
            }
        }
        int[] facilities = Indices.ascending(IntStream.range(0, n), i -> flow[i]);
        int[] locations = Indices.ascending(IntStream.range(0, n), i -> distance[i]);
        boolean least = problem.sense() == Sense.MINIMIZE;
        for (int k = 0; k < n; k++) {
            x[facilities[least ? n - 1 - k : k] * n + locations[k]] = 1;
        }
    }
}
