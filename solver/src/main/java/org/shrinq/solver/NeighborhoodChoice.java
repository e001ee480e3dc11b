package org.shrinq.solver;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.Constraint;
import org.shrinq.qubo.QuadraticForm;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.qubo.problem.QuadraticAssignment;

/**
 * Chooses the variables that a round after the first sets free. Those about which good solutions and relaxation disagree are
 * more likely, those that were free lately less (recency-based memory: Glover 1989); the choice grows along constraints and couplings, so that a round can change
 * what hangs together. For an assignment some facilities may trade places. Not thread-safe.
 */
final class NeighborhoodChoice {
    private static final double FLOOR = 0.05;

    private final Problem problem;
    private final byte[] known;
    private final double[] uncertainty;
    private final double[] recency;
    private final int[][] constraintsOf;

    /**
     * A chooser.
     *
     * @param problem the reduced problem
     * @param known per variable 0, 1, or −1: what reductions decided, never freed
     * @param uncertainty per variable in [0, 1]: how undecided the relaxation is
     */
    NeighborhoodChoice(Problem problem, byte[] known, double[] uncertainty) {
        this.problem = problem;
        this.known = known.clone();
        this.uncertainty = uncertainty.clone();
        int units = problem instanceof QuadraticAssignment qap ? qap.order() : problem.size();
        this.recency = new double[units];
        this.constraintsOf = problem instanceof QuadraticAssignment ? new int[0][] : index(problem.model());
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

    /**
     * A fixing of the reduced problem: −1 for the free variables, the incumbent's value for the others.
     *
     * @param incumbent of the reduced problem
     * @param pool other good solutions of it
     * @param size about how many variables to set free
     */
    byte[] choose(Bits incumbent, List<Bits> pool, int size, SplittableRandom random) {
        return problem instanceof QuadraticAssignment qap
                ? facilities(qap, incumbent, pool, size, random)
                : variables(incumbent, pool, size, random);
    }

    private byte[] variables(Bits incumbent, List<Bits> pool, int size, SplittableRandom random) {
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
            int v = seed ? draw(weight, free, random) : grow(queue[head++], weight, free, random);
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

    private static int draw(double[] weight, boolean[] taken, SplittableRandom random) {
        double total = 0;
        for (int v = 0; v < weight.length; v++) {
            total += taken[v] ? 0 : weight[v];
        }
        double r = random.nextDouble() * total;
        int last = -1;
        for (int v = 0; v < weight.length; v++) {
            if (!taken[v] && weight[v] > 0) {
                last = v;
                r -= weight[v];
                if (r < 0) {
                    return v;
                }
            }
        }
        return last;
    }

    private byte[] facilities(
            QuadraticAssignment qap, Bits incumbent, List<Bits> pool, int size, SplittableRandom random) {
        int n = qap.order();
        int[] location = qap.permutation(incumbent.toArray()).orElseThrow();
        double[] weight = new double[n];
        for (int i = 0; i < n; i++) {
            double differing = 0;
            for (Bits x : pool) {
                differing += 1 - x.get(qap.variable(i, location[i]));
            }
            weight[i] = (FLOOR + (pool.isEmpty() ? 0 : differing / pool.size())) / (1 + recency[i]);
        }
        boolean[] chosen = new boolean[n];
        int count = Math.min(n, Math.max(3, (int) Math.round(Math.sqrt(size))));
        for (int k = 0; k < count; k++) {
            chosen[draw(weight, chosen, random)] = true;
        }
        byte[] fixed = incumbent.toArray();
        for (int i = 0; i < n; i++) {
            recency[i] = chosen[i] ? recency[i] + 1 : recency[i] * 0.9;
            for (int j = 0; j < n; j++) {
                if (chosen[i] && chosen[j] && known[qap.variable(i, location[j])] < 0) {
                    fixed[qap.variable(i, location[j])] = -1;
                }
            }
        }
        return fixed;
    }

    @Override
    public String toString() {
        return "NeighborhoodChoice[" + problem.name() + ", recency "
                + Arrays.stream(recency).sum() + "]";
    }
}
