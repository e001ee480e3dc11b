package org.shrinq.relax.assignment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.shrinq.qubo.problem.QuadraticAssignment;
import org.shrinq.qubo.run.Deadline;

/**
 * A beam over partial assignments of facilities to locations, scored by lower bounds: level by level every partial
 * assignment kept is branched on the facility or location whose reduced costs leave the least choice, the children are
 * bounded on the problem that is left (see {@link PlacementBound}), and those of the lowest bounds are kept, so that a
 * placement whose bound falls behind is undone. It ends with at least {@value #LEAST_OPEN} facilities open: no
 * permutation is evaluated. The width follows from a count of operations.
 */
public final class PlacementBeam {
    /** Facilities that stay open. */
    public static final int LEAST_OPEN = 3;

    private static final int MOST_WIDTH = 48;
    private static final int ROUNDS = 6;
    private static final int ROOT_ROUNDS = 40;
    private static final double SLOW = 1e-4;

    private final double operations;
    private final int n;
    private double spent;

    private PlacementBeam(int n, double operations) {
        this.n = n;
        this.operations = operations;
    }

    /**
     * A partial assignment.
     *
     * @param at location of each facility, −1 for an open one
     * @param guess a permutation that agrees with it: open facilities where the reduced costs of the bound are least in
     *     sum; its own cost is not known
     * @param bound lower bound of every permutation that agrees with it
     */
    public record Placement(int[] at, int[] guess, double bound) {}

    /**
     * The outcome.
     *
     * @param placements kept last, the lowest bound first, at least one
     * @param reducedCosts per pair (i, a) at index i·n + a, of the bound of the whole problem
     * @param operations spent, of about a nanosecond
     */
    public record Result(List<Placement> placements, double[] reducedCosts, double operations) {}

    private record Node(PlacementBound rest, int[] facilities, int[] locations, int[] at) {}

    private record Child(Node parent, int facility, int location, double bound) {}

    /**
     * Runs the beam.
     *
     * @param operations that the bounds may cost in all; one placement a level is bounded in any case
     */
    public static Result run(QuadraticAssignment problem, double operations, Deadline deadline) {
        return new PlacementBeam(problem.order(), operations).descend(problem, deadline);
    }

    private Result descend(QuadraticAssignment problem, Deadline deadline) {
        PlacementBound root = PlacementBound.of(problem);
        double whole = 0;
        for (int m = LEAST_OPEN; m < n; m++) {
            whole += root.operations(m);
        }
        int rounds = whole * 2 * ROUNDS <= operations ? ROUNDS : 2;
        int width = (int) Math.max(1, Math.min(MOST_WIDTH, operations / Math.max(1, 2 * rounds * whole)));
        raise(root, Math.max(rounds, (int) Math.min(ROOT_ROUNDS, operations / (4 * root.operations(n)))));
        double[] reduced = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int a = 0; a < n; a++) {
                reduced[i * n + a] = root.reducedCost(i, a);
            }
        }
        int[] all = new int[n];
        Arrays.setAll(all, k -> k);
        int[] nowhere = new int[n];
        Arrays.fill(nowhere, -1);
        List<Node> beam = List.of(new Node(root, all, all, nowhere));
        for (int open = n; open > LEAST_OPEN; open--) {
            // past the deadline one child is taken as it is
            int most = deadline.expired() ? 1 : width;
            beam = next(beam, most, deadline.expired() ? 0 : rounds);
        }
        return new Result(beam.stream().map(this::placement).toList(), reduced, spent);
    }

    private List<Node> next(List<Node> beam, int width, int rounds) {
        List<Child> children = new ArrayList<>();
        beam.forEach(node -> branch(node, children));
        children.sort(Comparator.comparingDouble(Child::bound));
        int tried = width == 1 ? 1 : 2 * width;
        Set<List<Integer>> seen = new HashSet<>();
        List<Node> nodes = new ArrayList<>();
        for (Child c : children) {
            int[] at = c.parent.at.clone();
            at[c.parent.facilities[c.facility]] = c.parent.locations[c.location];
            if (nodes.size() < tried && seen.add(Arrays.stream(at).boxed().toList())) {
                PlacementBound rest = c.parent.rest.place(c.facility, c.location);
                raise(rest, rounds);
                nodes.add(new Node(
                        rest, drop(c.parent.facilities, c.facility), drop(c.parent.locations, c.location), at));
            }
        }
        nodes.sort(Comparator.comparingDouble(node -> node.rest.bound()));
        return nodes.size() > width ? new ArrayList<>(nodes.subList(0, width)) : nodes;
    }

    private void raise(PlacementBound bound, int rounds) {
        double gain = Double.POSITIVE_INFINITY;
        for (int k = 0; k < rounds && gain > SLOW * Math.abs(bound.bound()); k++) {
            gain = bound.raise();
            spent += bound.operations(bound.order());
        }
    }

    /** Adds the children on one line: a facility at all its locations, or a location with all its facilities. */
    private static void branch(Node node, List<Child> out) {
        int m = node.rest.order();
        double sum = 0;
        for (int i = 0; i < m; i++) {
            for (int a = 0; a < m; a++) {
                sum += Math.min(node.rest.reducedCost(i, a), 1e300 / (m * m));
            }
        }
        double cap = 2 * sum / (m * m);
        int line = 0;
        double most = -1;
        for (int l = 0; l < 2 * m; l++) {
            double total = 0;
            for (int k = 0; k < m; k++) {
                total += Math.min(cap, reduced(node.rest, l, k));
            }
            if (total > most) {
                most = total;
                line = l;
            }
        }
        for (int k = 0; k < m; k++) {
            double bound = node.rest.bound() + reduced(node.rest, line, k);
            out.add(new Child(node, line < m ? line : k, line < m ? k : line - m, bound));
        }
    }

    private static double reduced(PlacementBound rest, int line, int k) {
        int m = rest.order();
        return line < m ? rest.reducedCost(line, k) : rest.reducedCost(k, line - m);
    }

    private Placement placement(Node node) {
        int m = node.rest.order();
        double[] cost = new double[m * m];
        for (int i = 0; i < m; i++) {
            for (int a = 0; a < m; a++) {
                cost[i * m + a] = node.rest.reducedCost(i, a);
            }
        }
        LinearAssignment assignment = new LinearAssignment(m);
        assignment.solve(cost, 0, m);
        int[] guess = node.at.clone();
        for (int i = 0; i < m; i++) {
            guess[node.facilities[i]] = node.locations[assignment.column(i)];
        }
        return new Placement(node.at, guess, node.rest.bound());
    }

    private static int[] drop(int[] values, int index) {
        int[] rest = new int[values.length - 1];
        System.arraycopy(values, 0, rest, 0, index);
        System.arraycopy(values, index + 1, rest, index, rest.length - index);
        return rest;
    }
}
