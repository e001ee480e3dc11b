package org.shrinq.shrink.reduce;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.QuadraticForm;
import org.shrinq.qubo.Qubo;
import org.shrinq.qubo.Sense;
import org.shrinq.qubo.problem.BinaryQuadraticProgram;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.relax.roof.RoofDual;
import org.shrinq.shrink.contract.Contraction;
import org.shrinq.shrink.contract.IntDoubleMap;
import org.shrinq.shrink.contract.LiteralClasses;
import org.shrinq.shrink.contract.LocalRules;
import org.shrinq.shrink.contract.Step;

/** Quadratic problems without constraints: persistency, dominance, roof duality, small components. */
final class QuadraticReducer {
    /** The flow network holds two arcs per coupling as objects, and its flow cannot be stopped. */
    private static final int MOST_ROOF_COUPLINGS = 50_000;
    /**
     * With more the form is left as it is: writing it out as one that contracts takes seconds, and a coefficient that
     * outweighs a row of hundreds of others is rare.
     */
    private static final long MOST_COUPLINGS = 2_000_000;
    /** Vertices between two questions to the deadline. */
    private static final int ASK_EVERY = 64;

    private final Problem problem;
    private final ReduceOptions options;
    private final Deadline deadline;
    private final RuleCounts counts = new RuleCounts();
    private final Contraction form;
    private final LiteralClasses classes;

    private QuadraticReducer(Problem problem, ReduceOptions options, Deadline deadline) {
        this.problem = problem;
        this.options = options;
        this.deadline = deadline;
        int n = problem.size();
        QuadraticForm objective = problem.model().objective();
        QuadraticForm minimised = problem.sense() == Sense.MINIMIZE
                ? objective
                : Qubo.builder(n).addForm(objective, -1).build();
        form = Contraction.of(minimised);
        classes = new LiteralClasses(n);
    }

    static Reduced reduce(Problem problem, ReduceOptions options, Deadline deadline) {
        return problem.model().objective().couplings() > MOST_COUPLINGS || deadline.expired()
                ? Reduced.identity(problem, Reduced.Outcome.OPEN)
                : new QuadraticReducer(problem, options, deadline).reduce();
    }

    private Reduced reduce() {
        boolean changed = true;
        while (changed && form.live() > 0 && !deadline.expired()) {
            changed = localPass();
            if (!changed
                    && options.uses(ReductionRule.ROOF_DUALITY)
                    && form.couplings() <= MOST_ROOF_COUPLINGS
                    && !deadline.expired()) {
                changed = roofDuality();
            }
        }
        if (options.uses(ReductionRule.COMPONENTS)) {
            solveSmallComponents();
        }
        return counts.toMap().isEmpty() ? Reduced.identity(problem, Reduced.Outcome.OPEN) : result();
    }

    private void take(Step step) {
        form.apply(step);
        classes.apply(step);
    }

    private boolean localPass() {
        boolean changed = false;
        int looked = 0;
        for (int v : form.liveVertices()) {
            if (++looked % ASK_EVERY == 0 && deadline.expired()) {
                return changed;
            }
            if (!form.isLive(v)) {
                continue;
            }
            Optional<Step> step = Optional.empty();
            ReductionRule rule = ReductionRule.PERSISTENCY;
            if (options.uses(rule)) {
                step = LocalRules.persistency(form, v);
            }
            if (step.isEmpty() && options.uses(ReductionRule.DOMINANCE)) {
                rule = ReductionRule.DOMINANCE;
                step = LocalRules.dominance(form, v, k -> true);
            }
            if (step.isPresent()) {
                take(step.get());
                counts.add(rule, 1);
                changed = true;
            }
        }
        return changed;
    }

    private boolean roofDuality() {
        int[] live = form.liveVertices();
        byte[] fixed = RoofDual.of(form.toQubo(), deadline).fixed();
        int fixes = 0;
        for (int k = 0; k < fixed.length; k++) {
            if (fixed[k] >= 0) {
                take(Step.fix(live[k], fixed[k]));
                fixes++;
            }
        }
        counts.add(ReductionRule.ROOF_DUALITY, fixes);
        return fixes > 0;
    }

    private void solveSmallComponents() {
        boolean[] seen = new boolean[problem.size()];
        for (int start : form.liveVertices()) {
            if (seen[start]) {
                continue;
            }
            List<Integer> component = new ArrayList<>();
            ArrayDeque<Integer> queue = new ArrayDeque<>(List.of(start));
            seen[start] = true;
            while (!queue.isEmpty()) {
                int v = queue.remove();
                component.add(v);
                IntDoubleMap row = form.row(v);
                for (int u : row.sortedKeys()) {
                    if (!seen[u]) {
                        seen[u] = true;
                        queue.add(u);
                    }
                }
            }
            if (component.size() <= options.componentLimit()) {
                solve(component);
                counts.add(ReductionRule.COMPONENTS, 1);
            }
        }
    }

    /** Gray-code enumeration: every state differs from the one before in one spin. */
    private void solve(List<Integer> component) {
        int size = component.size();
        int[] z = new int[size];
        Arrays.fill(z, 1);
        int[] best = z.clone();
        double energy = 0;
        double least = 0;
        for (int k = 1; k < 1 << size; k++) {
            int p = Integer.numberOfTrailingZeros(k);
            double local = form.field(component.get(p));
            for (int q = 0; q < size; q++) {
                if (q != p) {
                    local += form.coupling(component.get(p), component.get(q)) * z[q];
                }
            }
            energy -= 2 * z[p] * local;
            z[p] = -z[p];
            if (energy < least - form.rounding()) {
                least = energy;
                best = z.clone();
            }
        }
        for (int p = 0; p < size; p++) {
            take(Step.fix(component.get(p), best[p] > 0 ? 0 : 1));
        }
    }

    private Reduced result() {
        int[] live = form.liveVertices();
        int[] position = new int[problem.size()];
        for (int k = 0; k < live.length; k++) {
            position[live[k]] = k;
        }
        Sense sense = problem.sense();
        Qubo minimised = form.toQubo();
        Qubo objective = sense == Sense.MINIMIZE
                ? minimised
                : Qubo.builder(live.length).addForm(minimised, -1).build();
        Problem rest = new BinaryQuadraticProgram(problem.name(), new BinaryModel(sense, objective, List.of()));
        byte[] free = new byte[live.length];
        Arrays.fill(free, (byte) -1);
        return new Reduced(
                problem, rest, free, 0, x -> expand(classes, position, x), counts.toMap(), Reduced.Outcome.OPEN);
    }

    /** Variables from the values of the representatives. */
    static byte[] expand(LiteralClasses classes, int[] position, byte[] x) {
        byte[] full = new byte[classes.variables()];
        for (int v = 0; v < full.length; v++) {
            int root = classes.root(v);
            int flip = classes.sign(v) > 0 ? 0 : 1;
            full[v] = (byte) (root == Step.GROUND ? flip : x[position[root]] ^ flip);
        }
        return full;
    }
}
