package org.shrinq.relax.theta;

import java.util.Arrays;
import org.shrinq.qubo.Graph;
import org.shrinq.qubo.run.Deadline;

/**
 * The Lovász number ϑ(G, w), an upper bound of the weight of every independent set between it and the clique cover
 * number (Lovász 1979, IEEE Trans. Inf. Theory 25(1)), and Schrijver's ϑ′ ≤ ϑ. Connected components are bounded apart;
 * vertices of weight ≤ 0 count for nothing. An iteration costs about 10·n³ operations, a component takes some hundred,
 * and six n×n matrices of memory.
 */
public final class LovaszTheta {
    private LovaszTheta() {}

    /** {@link #solve} with default options: a proven bound, rounded down where all weights are whole. */
    public static double bound(Graph graph, double[] weights, Deadline deadline) {
        return solve(graph, weights, ThetaOptions.defaults(), deadline).value();
    }

    /**
     * Bounds the independent sets. At the deadline components that are not done contribute the best bound found so far,
     * at worst the sum of their weights.
     *
     * @param weights one finite weight per vertex; not modified
     * @throws IllegalArgumentException for a wrong number of weights, or one that is not finite
     */
    public static ThetaBound solve(Graph graph, double[] weights, ThetaOptions options, Deadline deadline) {
        if (weights.length != graph.vertices()) {
            throw new IllegalArgumentException(weights.length + " weights for " + graph.vertices() + " vertices");
        }
        boolean whole = options.goal() == ThetaOptions.Goal.WHOLE;
        for (double w : weights) {
            if (!Double.isFinite(w)) {
                throw new IllegalArgumentException("a weight is " + w);
            }
            whole &= w <= 0 || (w == Math.rint(w) && w < 1L << 40);
        }
        int[][] components = GraphComponents.positive(graph, weights);
        double cubes = 0;
        for (int[] component : components) {
            cubes += Math.pow(component.length, 3);
        }
        double total = 0;
        double sizes = 0;
        int iterations = 0;
        for (int[] component : components) {
            double share = Math.pow(component.length, 3) / cubes;
            Deadline part = deadline.hasTimeLimit() ? deadline.within(share * deadline.remainingSeconds()) : deadline;
            cubes -= Math.pow(component.length, 3);
            Part bound = part(graph, weights, component, whole, options, part);
            total += bound.value();
            sizes += Math.abs(bound.value());
            iterations += bound.iterations();
        }
        double rounding = whole ? 0 : 0x1p-52 * components.length * sizes;
        return new ThetaBound(total + rounding, components.length, iterations);
    }

    private record Part(double value, int iterations) {}

    private static Part part(
            Graph graph, double[] weights, int[] component, boolean whole, ThetaOptions options, Deadline deadline) {
        double[] w = new double[component.length];
        Arrays.setAll(w, k -> weights[component[k]]);
        double sum = 0;
        for (double v : w) {
            sum += v;
        }
        sum = whole ? sum : sum * (1 + 0x1p-52 * w.length);
        if (component.length == 1) {
            return new Part(sum, 0);
        }
        double scale = Arrays.stream(w).max().orElse(1);
        Graph induced = graph.induced(component);
        double[] scaled = new double[w.length];
        Arrays.setAll(scaled, k -> w[k] / scale);
        BoundaryPoint method = new BoundaryPoint(induced, scaled, options.number(), deadline);
        BoundaryPoint.Done done = whole
                ? (bound, estimate) -> Math.floor(bound * scale) <= Math.floor(estimate * scale)
                : (bound, estimate) -> false;
        method.run(options.gap(), options.maxIterations(), done, deadline);
        double proven = method.prove() * scale * (1 + 0x1p-50);
        double value = Math.min(sum, whole ? Math.floor(proven) : proven);
        return new Part(value, method.iterations());
    }
}
