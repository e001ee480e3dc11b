package org.shrinq.shrink.reduce;

import java.util.Arrays;
import org.shrinq.qubo.problem.BinaryQuadraticProgram;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.qubo.problem.QuadraticAssignment;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.relax.assignment.DualAscent;
import org.shrinq.relax.assignment.GilmoreLawler;

/** Quadratic assignments: pairs that the bound forbids, and what propagation and probing make of them. */
final class AssignmentReducer {
    /** Dual ascent needs order⁴ numbers and order⁵ steps a round. */
    private static final int ASCENT_ORDER = 20;

    private static final int ASCENT_ROUNDS = 30;

    private final QuadraticAssignment problem;
    private final ReduceOptions options;
    private final Deadline deadline;
    private final RuleCounts counts = new RuleCounts();

    AssignmentReducer(QuadraticAssignment problem, ReduceOptions options, Deadline deadline) {
        this.problem = problem;
        this.options = options;
        this.deadline = deadline;
    }

    Reduced reduce() {
        byte[] forbidden = new byte[problem.size()];
        Arrays.fill(forbidden, (byte) -1);
        if (options.uses(ReductionRule.QAP_GILMORE_LAWLER)
                && options.incumbent().isPresent()
                && problem.order() > 1) {
            if (!forbid(forbidden, options.incumbent().getAsDouble())) {
                return Reduced.identity(problem, Reduced.Outcome.NOTHING_BETTER);
            }
        }
        ModelProbing rules = new ModelProbing(problem.model());
        int implied = rules.propagate(forbidden);
        if (!rules.isConsistent()) {
            return Reduced.identity(problem, Reduced.Outcome.NOTHING_BETTER);
        }
        if (options.uses(ReductionRule.PROPAGATION)) {
            counts.add(ReductionRule.PROPAGATION, implied);
        }
        if (options.uses(ReductionRule.PROBING)) {
            counts.add(ReductionRule.PROBING, rules.probe(deadline));
        }
        if (!rules.isConsistent()) {
            return Reduced.identity(problem, Reduced.Outcome.NOTHING_BETTER);
        }
        byte[] values = rules.values();
        return counts.toMap().isEmpty() ? Reduced.identity(problem, Reduced.Outcome.OPEN) : result(values);
    }

    /**
     * Forbids pairs by the bound: with reduced cost r_ia every permutation with i at a costs at least bound + r_ia. The
     * Gilmore-Lawler bound is raised by dual ascent where that is cheap.
     *
     * @return false when no permutation is better than the incumbent
     */
    private boolean forbid(byte[] forbidden, double incumbent) {
        double limit = Bar.of(problem, incumbent);
        double bound;
        double[] reduced;
        if (problem.order() <= ASCENT_ORDER) {
            DualAscent.Result ascent = DualAscent.run(problem, ASCENT_ROUNDS, incumbent, deadline);
            bound = ascent.bound();
            reduced = ascent.reducedCosts();
        } else {
            GilmoreLawler.Result plain = GilmoreLawler.bound(problem);
            bound = plain.bound();
            reduced = plain.reducedCosts();
        }
        if (bound > limit) {
            return false;
        }
        int count = 0;
        for (int v = 0; v < forbidden.length; v++) {
            if (bound + reduced[v] > limit) {
                forbidden[v] = 0;
                count++;
            }
        }
        counts.add(ReductionRule.QAP_GILMORE_LAWLER, count);
        return true;
    }

    private Reduced result(byte[] values) {
        int n = problem.order();
        int[] at = new int[n];
        boolean[] taken = new boolean[n];
        Arrays.fill(at, -1);
        int free = n;
        for (int v = 0; v < values.length; v++) {
            if (values[v] == 1) {
                at[v / n] = v % n;
                taken[v % n] = true;
                free--;
            }
        }
        int[] facilities = new int[free];
        int[] locations = new int[free];
        int f = 0;
        int l = 0;
        for (int k = 0; k < n; k++) {
            if (at[k] < 0) {
                facilities[f++] = k;
            }
            if (!taken[k]) {
                locations[l++] = k;
            }
        }
        Problem rest = free == n
                ? problem
                : free == 0
                        ? BinaryQuadraticProgram.nothing(problem.name(), problem.sense())
                        : smaller(at, facilities, locations);
        byte[] fixed = new byte[free * free];
        for (int p = 0; p < free; p++) {
            for (int q = 0; q < free; q++) {
                fixed[p * free + q] = values[facilities[p] * n + locations[q]];
            }
        }
        byte[] ones = new byte[n * n];
        for (int i = 0; i < n; i++) {
            if (at[i] >= 0) {
                ones[i * n + at[i]] = 1;
            }
        }
        int size = free;
        return new Reduced(
                problem,
                rest,
                fixed,
                problem.model().value(ones),
                x -> {
                    byte[] full = ones.clone();
                    for (int k = 0; k < x.length; k++) {
                        full[facilities[k / size] * n + locations[k % size]] = x[k];
                    }
                    return full;
                },
                counts.toMap(),
                Reduced.Outcome.OPEN);
    }

    /** The assignment of the other facilities; what they exchange with the placed ones becomes linear. */
    private QuadraticAssignment smaller(int[] at, int[] facilities, int[] locations) {
        int free = facilities.length;
        double[][] flow = new double[free][free];
        double[][] distance = new double[free][free];
        double[][] linear = new double[free][free];
        for (int p = 0; p < free; p++) {
            for (int q = 0; q < free; q++) {
                flow[p][q] = problem.flow(facilities[p], facilities[q]);
                distance[p][q] = problem.distance(locations[p], locations[q]);
                linear[p][q] = problem.linear(facilities[p], locations[q]);
                for (int i = 0; i < at.length; i++) {
                    if (at[i] >= 0) {
                        linear[p][q] += problem.flow(facilities[p], i) * problem.distance(locations[q], at[i])
                                + problem.flow(i, facilities[p]) * problem.distance(at[i], locations[q]);
                    }
                }
            }
        }
        return QuadraticAssignment.of(problem.name(), flow, distance, linear);
    }
}
