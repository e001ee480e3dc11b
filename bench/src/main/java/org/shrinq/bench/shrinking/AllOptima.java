package org.shrinq.bench.shrinking;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.Propagator;
import org.shrinq.qubo.QuadraticForm;
import org.shrinq.qubo.Sense;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.qubo.problem.QuadraticAssignment;

/**
 * Every optimal solution of a small problem: permutations one by one, anything else depth first with propagation, cut
 * off where even all values left to gain fall behind. Exponential; for problems of some twenty variables.
 */
public final class AllOptima {
    /** Most variables of a linear objective, and of another one. */
    private static final int MOST_LINEAR = 40;

    private static final int MOST_QUADRATIC = 22;
    private static final int MOST_FACILITIES = 8;
    private static final int MOST_OPTIMA = 20_000;
    private static final long MOST_NODES = 3_000_000;

    private final BinaryModel model;
    private final Propagator propagator;
    private final boolean linear;
    private final double factor;
    private final List<byte[]> found = new ArrayList<>();
    private double best = Double.POSITIVE_INFINITY;
    private long nodes;

    private AllOptima(BinaryModel model) {
        this.model = model;
        propagator = new Propagator(model);
        linear = model.objective().couplings() == 0;
        factor = model.sense() == Sense.MAXIMIZE ? -1 : 1;
    }

    /**
     * All optimal solutions; empty when the problem is too large, has none, or has too many.
     *
     * @return 0/1 arrays over the problem's variables
     */
    public static Optional<List<byte[]>> of(Problem problem) {
        if (problem instanceof QuadraticAssignment assignment) {
            return assignment.order() <= MOST_FACILITIES ? Optional.of(permutations(assignment)) : Optional.empty();
        }
        BinaryModel model = problem.normalForm().problem().model();
        boolean small = model.size() <= (model.objective().couplings() == 0 ? MOST_LINEAR : MOST_QUADRATIC);
        return small && problem.hasExactModel() ? new AllOptima(model).search() : Optional.empty();
    }

    private static List<byte[]> permutations(QuadraticAssignment problem) {
        int n = problem.order();
        List<byte[]> best = new ArrayList<>();
        double[] least = {Double.POSITIVE_INFINITY};
        place(problem, new byte[n * n], 0, new boolean[n], best, least);
        return best;
    }

    private static void place(
            QuadraticAssignment problem, byte[] x, int facility, boolean[] taken, List<byte[]> best, double[] least) {
        int n = taken.length;
        if (facility == n) {
            double cost = problem.objective(x);
            if (cost < least[0]) {
                least[0] = cost;
                best.clear();
            }
            if (cost == least[0]) {
                best.add(x.clone());
            }
            return;
        }
        for (int a = 0; a < n; a++) {
            if (!taken[a]) {
                taken[a] = true;
                x[facility * n + a] = 1;
                place(problem, x, facility + 1, taken, best, least);
                x[facility * n + a] = 0;
                taken[a] = false;
            }
        }
    }

    private Optional<List<byte[]>> search() {
        boolean complete = propagator.propagateAll() && descend();
        return complete && !found.isEmpty() ? Optional.of(found) : Optional.empty();
    }

    /** False when it has become too much. */
    private boolean descend() {
        if (++nodes > MOST_NODES || found.size() > MOST_OPTIMA) {
            return false;
        }
        QuadraticForm objective = model.objective();
        double bound = linear ? factor * objective.offset() : Double.NEGATIVE_INFINITY;
        int next = -1;
        double largest = -1;
        for (int v = 0; v < model.size(); v++) {
            double c = factor * objective.linear(v);
            int value = propagator.value(v);
            if (linear) {
                bound += value == 1 ? c : value < 0 ? Math.min(0, c) : 0;
            }
            if (value < 0 && Math.abs(c) > largest) {
                largest = Math.abs(c);
                next = v;
            }
        }
        if (bound > best) {
            return true;
        }
        if (next < 0) {
            take();
            return true;
        }
        int first = factor * objective.linear(next) < 0 ? 1 : 0;
        for (int value : new int[] {first, 1 - first}) {
            int mark = propagator.mark();
            boolean more = !propagator.assign(next, value) || descend();
            propagator.undo(mark);
            if (!more) {
                return false;
            }
        }
        return true;
    }

    private void take() {
        byte[] x = propagator.values();
        if (!model.isFeasible(x)) {
            return;
        }
        double value = factor * model.value(x);
        if (value < best) {
            best = value;
            found.clear();
        }
        if (value == best) {
            found.add(x);
        }
    }
}
