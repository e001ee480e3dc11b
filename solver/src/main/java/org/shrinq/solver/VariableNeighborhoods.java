package org.shrinq.solver;

import java.util.List;
import java.util.SplittableRandom;
import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.Constraint;
import org.shrinq.qubo.QuadraticForm;
import org.shrinq.qubo.problem.Problem;

/**
 * Variables that hang together: the choice grows along constraints and couplings from a few drawn by weight. Not
 * thread-safe.
 */
final class VariableNeighborhoods implements NeighborhoodChoice {
    private final Problem problem;
    private final byte[] known;
    private final double[] uncertainty;
    private final double[] recency;
    private final int[][] constraintsOf;

    VariableNeighborhoods(Problem problem, byte[] known, double[] uncertainty) {
        this.problem = problem;
        this.known = known.clone();
        this.uncertainty = uncertainty.clone();
        recency = new double[problem.size()];
        constraintsOf = index(problem.model());
    }

    private static int[][] index(BinaryModel model) {
        int[] count = new int[model.size()];
        for (Constraint c : model.constraints()) {
            for (int k = 0; k < c.arity(); k++) {
                count[c.variable(k)]++;
            }
        }
        int[][] of = new int[model.size()][];
        for (int v = 0; v < of.length; v++) {
            of[v] = new int[count[v]];
        }
        for (int i = 0; i < model.constraints().size(); i++) {
            Constraint c = model.constraints().get(i);
            for (int k = 0; k < c.arity(); k++) {
                int v = c.variable(k);
                of[v][--count[v]] = i;
            }
        }
        return of;
    }

    @Override
    public byte[] choose(Bits incumbent, List<Bits> pool, int size, SplittableRandom random) {
        int n = problem.size();
        double[] weight = new double[n];
        for (int v = 0; v < n; v++) {
            double ones = 0;
            for (Bits x : pool) {
                ones += x.get(v);
            }
            double p = pool.isEmpty() ? 0 : ones / pool.size();
            weight[v] = known[v] >= 0 ? 0 : (FLOOR + uncertainty[v] + 4 * p * (1 - p)) / (1 + recency[v]);
        }
        boolean[] free = new boolean[n];
        int[] queue = new int[n];
        int head = 0;
        int count = 0;
        int seeds = 1 + random.nextInt(4);
        while (count < Math.min(size, n)) {
            boolean seed = head == count || seeds > 0;
            int v = seed ? NeighborhoodChoice.draw(weight, free, random) : grow(queue[head++], weight, free, random);
            seeds -= seed ? 1 : 0;
            if (v < 0 && seed) {
                break;
            }
            if (v >= 0) {
                free[v] = true;
                queue[count++] = v;
                if (!seed && random.nextInt(3) > 0) {
                    head--;
                }
            }
        }
        byte[] fixed = incumbent.toArray();
        for (int v = 0; v < n; v++) {
            if (free[v]) {
                fixed[v] = -1;
                recency[v] += 1;
            } else {
                recency[v] *= 0.9;
            }
        }
        return fixed;
    }

    /** A free neighbour of v by constraint or coupling, or −1. */
    private int grow(int v, double[] weight, boolean[] free, SplittableRandom random) {
        QuadraticForm objective = problem.model().objective();
        int[] found = {-1};
        double[] total = {0};
        java.util.function.IntConsumer look = u -> {
            if (!free[u] && weight[u] > 0) {
                total[0] += weight[u];
                if (random.nextDouble() * total[0] < weight[u]) {
                    found[0] = u;
                }
            }
        };
        for (int c : constraintsOf[v]) {
            Constraint constraint = problem.model().constraints().get(c);
            for (int k = 0; k < constraint.arity(); k++) {
                look.accept(constraint.variable(k));
            }
        }
        objective.forEachNeighbor(v, (u, value) -> look.accept(u));
        return found[0];
    }
}
