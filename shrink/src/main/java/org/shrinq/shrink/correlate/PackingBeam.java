package org.shrinq.shrink.correlate;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.shrinq.qubo.AtMostOne;
import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.Constraint;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.relax.branch.LinearBeam;
import org.shrinq.shrink.calibrate.Structure;

/**
 * What a {@link LinearBeam} says of a packing problem (conflicts and at-most-one groups under a linear objective),
 * whose pairwise rows are replaced by those of maximal cliques that cover all conflicts: a single conflict bounds next
 * to nothing. As variables are fixed, the parts that disagree are dropped and the others asked again, so that two
 * different optima are not mixed; the beam runs anew when too few are left or a quarter of the variables is fixed.
 */
final class PackingBeam {
    /** Free variables beyond which no beam is wide enough. */
    private static final int MOST_VARIABLES = 400;

    private static final int WIDTH = 64;
    private static final int NARROWEST = 2;
    private static final int LEVELS = 40;
    /** Variables that no part decides. */
    private static final int UNDECIDED = 8;

    private static final double OPERATIONS = 5e7;
    private static final double PIVOTS_PER_SOLVE = 10;
    private static final double TEMPERATURE = 0.2;
    /** The beam runs anew when one variable in so many has been fixed, or one part in so many is left. */
    private static final int STALE = 4;

    private PackingBeam() {}

    static boolean applies(BinaryModel model) {
        return model.objective().couplings() == 0 && Structure.of(model) == Structure.PACKING;
    }

    /**
     * Relaxed optima of parts by variable of the whole model.
     *
     * @param parts those left
     * @param made how many the beam ended with
     * @param partial what was fixed when it ran
     */
    private record Memory(
            SparseCorrelations values, List<double[]> parts, double[] bounds, int made, byte[] partial, double cost)
            implements ValuesWithMemory {
        @Override
        public OptionalDouble operations() {
            return OptionalDouble.of(cost);
        }
    }

    /** The answer; empty where the problem is too large for a beam of any width, or every part is infeasible. */
    static Optional<Correlations> correlate(CorrelationTask task, Deadline deadline) {
        Optional<Memory> before =
                task.previous().filter(p -> p.correlations() instanceof Memory).map(p -> (Memory) p.correlations());
        Optional<Memory> kept = before.flatMap(m -> agreeing(m, task.partial(), deadline));
        if (kept.isPresent()) {
            return Optional.of(answer(kept.get(), task));
        }
        return run(task, deadline).map(m -> answer(m, task));
    }

    private static Optional<Memory> agreeing(Memory memory, byte[] partial, Deadline deadline) {
        int free = 0;
        int fixed = 0;
        List<double[]> parts = new ArrayList<>(memory.parts);
        List<Double> bounds = new ArrayList<>();
        for (double b : memory.bounds) {
            bounds.add(b);
        }
        for (int v = 0; v < partial.length; v++) {
            free += memory.partial[v] < 0 ? 1 : 0;
            if (memory.partial[v] < 0 && partial[v] >= 0) {
                fixed++;
                for (int p = parts.size() - 1; p >= 0; p--) {
                    if (Math.abs(parts.get(p)[v] - partial[v]) > 0.5) {
                        parts.remove(p);
                        bounds.remove(p);
                    }
                }
            }
        }
        boolean fresh = STALE * fixed <= free && STALE * parts.size() >= memory.made;
        if (parts.isEmpty() || !(fresh || deadline.expired())) {
            return Optional.empty();
        }
        double[] left = bounds.stream().mapToDouble(Double::doubleValue).toArray();
        return Optional.of(new Memory(memory.values, parts, left, memory.made, memory.partial, 0));
    }

    private static Optional<Memory> run(CorrelationTask task, Deadline deadline) {
        byte[] partial = task.partial();
        BinaryModel rest = task.model().restrict(partial);
        if (rest.size() > MOST_VARIABLES) {
            return Optional.empty();
        }
        rest = cliques(rest);
        double solve =
                PIVOTS_PER_SOLVE * rest.size() * Math.max(1, rest.constraints().size());
        int width = (int) Math.min(WIDTH, OPERATIONS / (2 * LEVELS * solve));
        int levels = Math.min(LEVELS, rest.size() - UNDECIDED);
        if (width < NARROWEST || levels < 1 || deadline.expired()) {
            return Optional.empty();
        }
        List<LinearBeam.Part> found = LinearBeam.run(rest, width, levels, deadline);
        List<double[]> parts = new ArrayList<>();
        for (LinearBeam.Part part : found) {
            double[] x = new double[partial.length];
            for (int v = 0, k = 0; v < x.length; v++) {
                x[v] = partial[v] >= 0 ? partial[v] : part.x()[k++];
            }
            parts.add(x);
        }
        double cost = (1 + 2.0 * levels * width) * solve;
        double[] bounds = found.stream().mapToDouble(LinearBeam.Part::bound).toArray();
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of(new Memory(
                        new SparseCorrelations(task.size()), parts, bounds, parts.size(), partial.clone(), cost));
    }

    private static Correlations answer(Memory memory, CorrelationTask task) {
        double[] weights = BoltzmannWeights.of(memory.bounds, TEMPERATURE);
        SparseCorrelations values = new SparseCorrelations(task.size());
        for (int k = 0; k < task.size(); k++) {
            int v = task.variables()[k];
            double sum = 0;
            for (int p = 0; p < weights.length; p++) {
                sum += weights[p] * (1 - 2 * memory.parts.get(p)[v]);
            }
            values.setSingle(k, sum);
        }
        return new Memory(values, memory.parts, memory.bounds, memory.made, memory.partial, memory.cost);
    }

    /**
     * The model with rows of maximal cliques, grown greedily from every conflict that none holds yet; O(cliques ·
     * n²/64).
     */
    private static BinaryModel cliques(BinaryModel model) {
        int n = model.size();
        BitSet[] open = new BitSet[n];
        BitSet[] adjacent = new BitSet[n];
        for (int v = 0; v < n; v++) {
            open[v] = new BitSet(n);
            adjacent[v] = new BitSet(n);
        }
        for (Constraint c : model.constraints()) {
            for (int a = 0; a < c.arity(); a++) {
                for (int b = 0; b < c.arity(); b++) {
                    if (a != b) {
                        open[c.variable(a)].set(c.variable(b));
                        adjacent[c.variable(a)].set(c.variable(b));
                    }
                }
            }
        }
        List<Constraint> rows = new ArrayList<>();
        for (int v = 0; v < n; v++) {
            for (int w = open[v].nextSetBit(v + 1); w >= 0; w = open[v].nextSetBit(w + 1)) {
                rows.add(AtMostOne.of("clique" + rows.size(), clique(v, w, adjacent, open)));
            }
        }
        return new BinaryModel(model.sense(), model.objective(), rows);
    }

    private static int[] clique(int v, int w, BitSet[] adjacent, BitSet[] open) {
        BitSet members = new BitSet();
        members.set(v);
        members.set(w);
        BitSet candidates = (BitSet) adjacent[v].clone();
        candidates.and(adjacent[w]);
        while (!candidates.isEmpty()) {
            int best = -1;
            int most = -1;
            for (int u = candidates.nextSetBit(0); u >= 0; u = candidates.nextSetBit(u + 1)) {
                BitSet fresh = (BitSet) open[u].clone();
                fresh.and(members);
                if (fresh.cardinality() > most) {
                    most = fresh.cardinality();
                    best = u;
                }
            }
            members.set(best);
            candidates.and(adjacent[best]);
        }
        int[] clique = members.stream().toArray();
        for (int a : clique) {
            for (int b : clique) {
                open[a].clear(b);
            }
        }
        return clique;
    }
}
