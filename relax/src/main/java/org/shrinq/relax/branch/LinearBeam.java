package org.shrinq.relax.branch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.qubo.text.Brief;
import org.shrinq.relax.lp.BoxedSimplex;

/**
 * A beam through the tree of linear relaxations of a binary model with a linear objective: level by level every node
 * kept is branched on its fractional variable of the largest first-pivot penalties (where none is fractional, on the
 * free one of least reduced cost), both children are re-solved, and those of the lowest bounds are kept. What is left
 * are disjoint parts of the solution space, each with a lower bound and a relaxed optimum. No solution is completed or
 * evaluated: the relaxed optima are the evidence. Bounds are those of {@link BoxedSimplex#safeBound}. O(levels · width)
 * solves.
 */
public final class LinearBeam {
    private static final double FRACTION = 1e-6;
    private static final int PIVOTS = 50;
    private static final int SPARE_ROWS = 20;

    private final BoxedSimplex simplex;
    private final byte[] present;
    private final Deadline deadline;

    private LinearBeam(BinaryModel model, Deadline deadline) {
        simplex = BoxedSimplex.of(model);
        present = new byte[model.size()];
        Arrays.fill(present, (byte) -1);
        this.deadline = deadline;
    }

    /**
     * A part of the solution space.
     *
     * @param bound lower bound of factor()·objective within the part
     * @param x optimum of its linear relaxation, entries in [0, 1]
     * @param fixed 0, 1, or −1 where the part decides nothing
     */
    public record Part(double bound, double[] x, byte[] fixed) {
        @Override
        public String toString() {
            return Brief.of(this);
        }
    }

    private record Node(Part part, int branch) {}

    /**
     * Runs the beam.
     *
     * @param width most parts kept a level, at least 1
     * @param levels most variables decided
     * @return the parts kept last, the lowest bound first; empty when every part is infeasible
     * @throws IllegalArgumentException when the objective has couplings
     */
    public static List<Part> run(BinaryModel model, int width, int levels, Deadline deadline) {
        if (model.objective().couplings() > 0) {
            throw new IllegalArgumentException("the objective has couplings");
        }
        return new LinearBeam(model, deadline).descend(model.size(), width, levels);
    }

    private List<Part> descend(int n, int width, int levels) {
        byte[] free = new byte[n];
        Arrays.fill(free, (byte) -1);
        List<Node> beam = new ArrayList<>();
        solve(free, Double.NEGATIVE_INFINITY).ifPresent(beam::add);
        for (int level = 0; level < levels && !deadline.expired(); level++) {
            List<Node> next = new ArrayList<>();
            boolean branched = false;
            for (Node node : beam) {
                if (node.branch < 0) {
                    next.add(node);
                    continue;
                }
                branched = true;
                for (byte value = 0; value <= 1; value++) {
                    byte[] fixed = node.part.fixed.clone();
                    fixed[node.branch] = value;
                    solve(fixed, node.part.bound).ifPresent(next::add);
                }
            }
            if (!branched) {
                break;
            }
            next.sort(Comparator.comparingDouble(node -> node.part.bound));
            beam = next.size() > width ? new ArrayList<>(next.subList(0, width)) : next;
        }
        return beam.stream().map(Node::part).toList();
    }

    /** Empty for a part that is proven infeasible. */
    private Optional<Node> solve(byte[] fixed, double parent) {
        for (int i = 0; i < fixed.length; i++) {
            if (fixed[i] != present[i]) {
                simplex.setBounds(i, Math.max(0, fixed[i]), fixed[i] < 0 ? 1 : fixed[i]);
                present[i] = fixed[i];
            }
        }
        BoxedSimplex.Status status =
                simplex.solve(Double.POSITIVE_INFINITY, PIVOTS * (simplex.rows() + SPARE_ROWS), deadline);
        if (status == BoxedSimplex.Status.INFEASIBLE && simplex.provesInfeasible()) {
            return Optional.empty();
        }
        double[] x = new double[fixed.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = Math.max(0, Math.min(1, simplex.value(i)));
        }
        double bound = Math.max(parent, simplex.safeBound());
        return Optional.of(new Node(new Part(bound, x, fixed), branch(x, fixed)));
    }

    /** −1 when everything is decided. */
    private int branch(double[] x, byte[] fixed) {
        int best = -1;
        double bestScore = -1;
        for (int i = 0; i < x.length; i++) {
            if (fixed[i] < 0 && x[i] > FRACTION && x[i] < 1 - FRACTION) {
                double score = capped(simplex.penalty(i, 0) / simplex.costScale())
                        * capped(simplex.penalty(i, 1) / simplex.costScale());
                if (score > bestScore) {
                    bestScore = score;
                    best = i;
                }
            }
        }
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < x.length && bestScore < 0; i++) {
            double cost = fixed[i] < 0 ? Math.abs(simplex.safeReducedCost(i)) : Double.POSITIVE_INFINITY;
            if (cost < least) {
                least = cost;
                best = i;
            }
        }
        return best;
    }

    private static double capped(double penalty) {
        return Math.max(1e-9, Math.min(1e12, penalty));
    }
}
