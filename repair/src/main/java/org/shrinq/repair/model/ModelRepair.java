package org.shrinq.repair.model;

import java.util.SplittableRandom;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.repair.family.RepairKernel;
import org.shrinq.search.FlipLog;
import org.shrinq.search.Hints;
import org.shrinq.search.Reason;
import org.shrinq.search.SearchControl;
import org.shrinq.search.SearchLimit;
import org.shrinq.search.flip.FlipState;
import org.shrinq.search.model.FeasibilitySearch;
import org.shrinq.search.model.ModelDescent;
import org.shrinq.search.model.ModelRows;
import org.shrinq.search.model.ModelState;

/**
 * Any model: min-conflicts on weighted violations. A violated row is drawn, and among its variables whose flip lessens
 * the row's violation the one with the least change of all weighted violations is flipped, one that returns to its
 * first value before others, then by objective; recently flipped variables wait; in a local minimum the violated rows
 * gain weight. What was changed for nothing is changed back. If the search fails, one that grows weights and makes
 * pairs of flips ({@link FeasibilitySearch}) and then a propagated depth-first search ({@link ModelDive}) try from the
 * nearest point. Then a descent improves the objective ({@link ModelDescent}).
 */
public final class ModelRepair implements RepairKernel {
    private static final int DECISIONS = 5_000;

    private final Problem problem;
    private final ModelState state;
    private final FlipState gains;
    private final ModelDescent descent;
    private final FeasibilitySearch weighted;
    private final ModelDive dive;
    private final double[] marginals;
    private final long[] waitUntil;
    private final byte[] original;
    private final byte[] nearest;

    public ModelRepair(Problem problem, Hints hints) {
        this(
                problem,
                new ModelRows(problem.model()),
                FlipState.of(problem.model().objective(), problem.sense()),
                hints.marginals());
    }

    private ModelRepair(Problem problem, ModelRows rows, FlipState gains, double[] marginals) {
        this.problem = problem;
        this.gains = gains;
        this.marginals = marginals;
        state = new ModelState(rows);
        descent = new ModelDescent(state, gains);
        weighted = new FeasibilitySearch(state, problem.variables());
        dive = new ModelDive(problem.model());
        int n = rows.variables;
        waitUntil = new long[n];
        original = new byte[n];
        nearest = new byte[n];
    }

    @Override
    public void makeFeasible(byte[] x, SplittableRandom random, Deadline deadline, FlipLog log) {
        System.arraycopy(x, 0, original, 0, x.length);
        state.load(x);
        gains.load(x);
        if (!minConflicts(random, deadline, log)) {
            System.arraycopy(nearest, 0, x, 0, x.length);
            SearchLimit limit = SearchLimit.until(deadline).withIterations(2_000 + 2L * x.length);
            SearchControl control = new SearchControl(limit, problem.sense());
            if (weighted.run(x, random, control)) {
                System.arraycopy(state.x, 0, x, 0, x.length);
            } else if (!dive.find(x, violatedFirst(random), DECISIONS, deadline)) {
                return;
            }
            for (int v = 0; v < x.length; v++) {
                log.set(v, Reason.SEARCHED, 0, 0);
            }
            state.load(x);
            gains.load(x);
        }
        restore(random);
        System.arraycopy(state.x, 0, x, 0, x.length);
    }

    /** True when feasible; otherwise {@link #nearest} holds the point of least violation seen. */
    private boolean minConflicts(SplittableRandom random, Deadline deadline, FlipLog log) {
        int n = state.x.length;
        java.util.Arrays.fill(waitUntil, 0);
        long most = 500 + 10L * n + 20L * state.violatedCount();
        double least = Double.POSITIVE_INFINITY;
        for (long step = 1; !state.isFeasible(); step++) {
            double violation = state.relativeViolation();
            if (violation < least) {
                least = violation;
                System.arraycopy(state.x, 0, nearest, 0, n);
            }
            if (step > most || ((step & 31) == 0 && deadline.expired())) {
                return false;
            }
            int row = state.violated(random.nextInt(state.violatedCount()));
            int v = choose(row, step, random);
            if (v < 0) {
                continue;
            }
            if (state.delta[v] >= -1e-9) {
                state.raiseViolated();
            }
            log.set(v, Reason.VIOLATED, row, state.violation(row));
            flip(v);
            waitUntil[v] = step + 2 + random.nextInt(4);
        }
        return true;
    }

    private int choose(int row, long step, SplittableRandom random) {
        ModelRows rows = state.rows;
        boolean tooMuch = state.activity(row) > rows.bound[row];
        int best = -1;
        int ties = 0;
        for (int e = rows.rowStart[row]; e < rows.rowStart[row + 1]; e++) {
            int u = rows.rowVariable[e];
            boolean rises = (rows.rowCoefficient[e] > 0) == (state.x[u] == 0);
            if (rises == tooMuch || waitUntil[u] > step) {
                continue;
            }
            int order = best < 0 ? -1 : compare(u, best);
            if (order < 0) {
                best = u;
                ties = 1;
            } else if (order == 0 && random.nextInt(++ties) == 0) {
                best = u;
            }
        }
        return best;
    }

    /** Negative when flipping u is to be preferred to flipping v. */
    private int compare(int u, int v) {
        double difference = state.delta[u] - state.delta[v];
        if (Math.abs(difference) > 1e-9) {
            return difference < 0 ? -1 : 1;
        }
        int away = (state.x[u] == original[u] ? 1 : 0) - (state.x[v] == original[v] ? 1 : 0);
        if (away != 0) {
            return away;
        }
        if (marginals.length > 0) {
            double pull = pull(v) - pull(u);
            if (Math.abs(pull) > 1e-9) {
                return pull < 0 ? -1 : 1;
            }
        }
        return Double.compare(gains.delta(u), gains.delta(v));
    }

    /** How much the marginal asks for the flip. */
    private double pull(int v) {
        return state.x[v] == 0 ? marginals[v] : 1 - marginals[v];
    }

    private void flip(int v) {
        gains.flip(v);
        state.flip(v);
    }

    /** Variables that some violated row of the nearest point holds first, the others after, each group shuffled. */
    private int[] violatedFirst(SplittableRandom random) {
        state.load(nearest);
        int n = nearest.length;
        boolean[] inViolated = new boolean[n];
        for (int k = 0; k < state.violatedCount(); k++) {
            int c = state.violated(k);
            for (int e = state.rows.rowStart[c]; e < state.rows.rowStart[c + 1]; e++) {
                inViolated[state.rows.rowVariable[e]] = true;
            }
        }
        int[] order = new int[n];
        int front = 0;
        int back = n;
        for (int v = 0; v < n; v++) {
            order[inViolated[v] ? front++ : --back] = v;
        }
        shuffle(order, 0, front, random);
        shuffle(order, front, n, random);
        return order;
    }

    private static void shuffle(int[] order, int from, int to, SplittableRandom random) {
        for (int k = to - 1; k > from; k--) {
            int j = from + random.nextInt(k - from + 1);
            int keep = order[k];
            order[k] = order[j];
            order[j] = keep;
        }
    }

    /** Changes back, in random order, what differs from the original without need. */
    private void restore(SplittableRandom random) {
        int n = original.length;
        int offset = random.nextInt(Math.max(1, n));
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int k = 0; k < n; k++) {
                int v = k + offset < n ? k + offset : k + offset - n;
                if (state.x[v] != original[v] && state.keepsFeasible(v)) {
                    flip(v);
                    changed = true;
                }
            }
        }
    }

    @Override
    public void improve(byte[] x, SplittableRandom random, Deadline deadline, FlipLog log) {
        descent.run(x, random, deadline, log);
    }

    @Override
    public RepairKernel fork() {
        return new ModelRepair(problem, state.rows, gains.fork(), marginals);
    }
}
