package org.shrinq.shrink.reduce;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.shrinq.qubo.Graph;
import org.shrinq.qubo.problem.BinaryQuadraticProgram;
import org.shrinq.qubo.problem.MaximumIndependentSet;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.qubo.run.Deadline;

/**
 * Independent sets: the rules of {@link MisRules} in turn, back to the cheapest after each success, then small
 * components.
 */
final class MisReducer {
    private final MaximumIndependentSet problem;
    private final ReduceOptions options;
    private final Deadline deadline;
    private final RuleCounts counts = new RuleCounts();

    MisReducer(MaximumIndependentSet problem, ReduceOptions options, Deadline deadline) {
        this.problem = problem;
        this.options = options;
        this.deadline = deadline;
    }

    Reduced reduce() {
        int n = problem.size();
        double[] weights = new double[n];
        for (int v = 0; v < n; v++) {
            weights[v] = problem.weight(v);
        }
        MisGraph g = new MisGraph(problem.graph(), weights);
        runRules(g);
        if (options.uses(ReductionRule.COMPONENTS)) {
            counts.add(ReductionRule.COMPONENTS, solveSmallComponents(g));
        }
        if (counts.toMap().isEmpty()) {
            return Reduced.identity(problem, Reduced.Outcome.OPEN);
        }
        int[] kept = g.aliveVertices();
        double[] kernelWeights = new double[kept.length];
        boolean unit = true;
        for (int k = 0; k < kept.length; k++) {
            kernelWeights[k] = g.weight(kept[k]);
            unit &= kernelWeights[k] == 1;
        }
        Graph kernel = g.kernel();
        Problem rest = kept.length == 0
                ? BinaryQuadraticProgram.nothing(problem.name(), problem.sense())
                : unit
                        ? MaximumIndependentSet.of(problem.name(), kernel)
                        : MaximumIndependentSet.weighted(problem.name(), kernel, kernelWeights);
        byte[] free = new byte[kept.length];
        Arrays.fill(free, (byte) -1);
        return new Reduced(problem, rest, free, g.offset(), g::lift, counts.toMap(), Reduced.Outcome.OPEN);
    }

    private void runRules(MisGraph g) {
        List<MisRules.MisRule> rules =
                MisRules.all().stream().filter(r -> options.uses(r.id())).toList();
        Deadline within = deadline.uncounted(); // passes are what counts
        int next = 0;
        while (next < rules.size() && g.aliveCount() > 0 && !deadline.expired()) {
            int applied = rules.get(next).pass(g, within);
            counts.add(rules.get(next).id(), applied);
            next = applied > 0 ? 0 : next + 1;
        }
    }

    private int solveSmallComponents(MisGraph g) {
        boolean[] seen = new boolean[g.vertices()];
        int solved = 0;
        for (int start : g.aliveVertices()) {
            if (seen[start]) {
                continue;
            }
            List<Integer> component = new ArrayList<>();
            ArrayDeque<Integer> queue = new ArrayDeque<>(List.of(start));
            seen[start] = true;
            while (!queue.isEmpty()) {
                int v = queue.remove();
                component.add(v);
                for (int u : g.neighbors(v)) {
                    if (!seen[u]) {
                        seen[u] = true;
                        queue.add(u);
                    }
                }
            }
            if (component.size() <= options.componentLimit()) {
                solve(g, component);
                solved++;
            }
        }
        return solved;
    }

    private static void solve(MisGraph g, List<Integer> component) {
        int size = component.size();
        int[] conflicts = new int[size];
        for (int p = 0; p < size; p++) {
            for (int q = 0; q < size; q++) {
                if (g.adjacent(component.get(p), component.get(q))) {
                    conflicts[p] |= 1 << q;
                }
            }
        }
        int best = 0;
        double bestWeight = 0;
        for (int set = 1; set < 1 << size; set++) {
            double weight = 0;
            boolean independent = true;
            for (int p = 0; p < size && independent; p++) {
                if ((set >>> p & 1) != 0) {
                    independent = (set & conflicts[p]) == 0;
                    weight += g.weight(component.get(p));
                }
            }
            if (independent && weight > bestWeight) {
                best = set;
                bestWeight = weight;
            }
        }
        for (int p = 0; p < size; p++) {
            if ((best >>> p & 1) != 0) {
                g.include(component.get(p));
            }
        }
        for (int v : component) {
            if (g.isAlive(v)) {
                g.exclude(v);
            }
        }
    }
}
