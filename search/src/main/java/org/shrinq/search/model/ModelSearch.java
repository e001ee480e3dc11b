package org.shrinq.search.model;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.search.SearchControl;
import org.shrinq.search.SearchKernel;

/**
 * Local search with weights on any model, in the way of Local-MIP (Lin, Zou, Cai 2024) and ViolationLS: rows and the
 * objective, asked to be better than the best point known, are one sum of weighted violations. At a feasible point the
 * best flip of a sample is made that improves the objective and breaks no row (a lift); then, at any point, the flip of
 * a sample that lessens the sum most, among those that mend rows and those that improve the objective (a breakthrough);
 * then the best pair of flips. In a local minimum violated rows gain weight and the objective loses some, or, at a
 * feasible point, gains some. A variable just flipped waits a few iterations. After long without gain weights are
 * forgotten and the search goes on from the best point. An iteration is one flip or pair, O(total length of the rows
 * that it enters).
 */
public final class ModelSearch implements SearchKernel {
    /** Flips of each kind compared in an iteration. */
    private static final int SAMPLE = 25;
    /** First flips of pairs tried in a local minimum, and partners of each. */
    private static final int PAIRS = 20;

    private static final int PARTNERS = 60;
    /** A change of the weighted sum below this is rounding. */
    private static final double TOLERANCE = 1e-9;
    /** Of the objective's weight in a local minimum that is feasible, and one that is not. */
    private static final double MORE = 1.3;

    private static final double LESS = 0.9;
    /** The objective's weight in terms of its first value. */
    private static final double MOST = 1e6;
    /** Iterations without gain before weights are forgotten: at first, and at most, for each variable more. */
    private static final long FIRST_PATIENCE = 500;

    private static final long MOST_PATIENCE = 20_000;
    /** Most variables that are flipped at random when weights are forgotten. */
    private static final int MOST_KICKS = 30;
    /** Entries of rows that may be gone through between two questions about the time. */
    private static final double ENTRIES_BETWEEN_POLLS = 1e6;

    private final Problem problem;
    private final ModelState state;
    private final ImprovingFlips objective;
    private final FeasibilitySearch feasibility;
    private final int[] sample = new int[SAMPLE];
    private final long[] waitUntil;
    private final long[] flippedAt;
    private final byte[] bestX;
    /** Whether the last thing done was a search for a feasible point that has not ended. */
    private boolean constructing;

    private double best = Double.POSITIVE_INFINITY;
    /** Of the minimised objective without its value at 0: what a better point must not exceed. */
    private double target;

    private double firstWeight;
    private double weight;
    private long clock;
    private long lastGain;
    private long patience;

    public ModelSearch(Problem problem) {
        this.problem = problem;
        state = new ModelState(new ModelRows(problem.model()));
        objective = new ImprovingFlips(problem.model().objective(), problem.sense());
        feasibility = new FeasibilitySearch(state, problem.variables());
        waitUntil = new long[problem.size()];
        flippedAt = new long[problem.size()];
        bestX = new byte[problem.size()];
    }

    @Override
    public boolean construct(byte[] x, SplittableRandom random, SearchControl control) {
        control.pollEvery(64);
        return constructed(x, feasibility.run(x, random, control));
    }

    @Override
    public boolean resumeConstruction(byte[] x, SplittableRandom random, SearchControl control) {
        if (!constructing) {
            return construct(x, random, control);
        }
        control.pollEvery(64);
        return constructed(x, feasibility.resume(random, control));
    }

    private boolean constructed(byte[] x, boolean found) {
        if (found) {
            System.arraycopy(state.x, 0, x, 0, x.length);
        }
        constructing = !found;
        best = Double.POSITIVE_INFINITY;
        return found;
    }

    @Override
    public void search(byte[] x, SplittableRandom random, SearchControl control) {
        best = Double.POSITIVE_INFINITY;
        clock = 0;
        Arrays.fill(flippedAt, 0);
        resume(x, random, control);
    }

    @Override
    public void resume(byte[] x, SplittableRandom random, SearchControl control) {
        if (x.length == 0) {
            control.exhausted();
            return;
        }
        control.pollEvery((int)
                Math.max(1, Math.min(64, ENTRIES_BETWEEN_POLLS / (1.0 + state.rows.rowCoefficient.length + x.length))));
        constructing = false;
        double given = problem.sense().factor() * problem.objective(x);
        if (given < best) {
            best = given;
            System.arraycopy(x, 0, bestX, 0, x.length);
            patience = FIRST_PATIENCE + 50L * x.length;
            restart();
        }
        while (control.next()) {
            step(random, control);
        }
        if (state.isFeasible()) {
            record(control);
        }
        System.arraycopy(bestX, 0, x, 0, x.length);
    }

    /** Goes on from the best point with weights as at first. */
    private void restart() {
        state.load(bestX);
        state.trackImproving();
        objective.load(bestX);
        aim();
        firstWeight = meanWeight();
        weight = firstWeight;
        Arrays.fill(waitUntil, 0);
        lastGain = clock;
    }

    /** One over the mean change of the objective by a flip, so that it counts about as much as a row. */
    private double meanWeight() {
        double sum = 0;
        int changing = 0;
        for (int v = 0; v < bestX.length; v++) {
            double change = Math.abs(objective.delta(v));
            sum += change;
            changing += change > 0 ? 1 : 0;
        }
        return changing == 0 ? 1 : changing / sum;
    }

    private void aim() {
        target = objective.cost()
                - (problem.isObjectiveIntegral() ? 1 : Math.max(2 * objective.tolerance(), Math.ulp(objective.cost())));
    }

    private void step(SplittableRandom random, SearchControl control) {
        clock++;
        if (state.isFeasible()) {
            if (lift(random)) {
                return;
            }
            record(control);
            if (objective.isLowest()) {
                control.exhausted();
                return;
            }
        }
        if (clock - lastGain > patience) {
            patience = Math.min(2 * patience, Math.max(patience, MOST_PATIENCE + 10L * bestX.length));
            restart();
            for (int k = random.nextInt(Math.min(MOST_KICKS, 2 + bestX.length / 4)); k > 0; k--) {
                both(random.nextInt(bestX.length));
            }
        }
        int v = breakthrough(random);
        if (v >= 0) {
            flip(v, random);
        } else if (!pair(random)) {
            leaveMinimum(random);
        }
    }

    /** Takes a feasible point as the best one, if it is. */
    private void record(SearchControl control) {
        if (objective.cost() > target) {
            return;
        }
        double reached = problem.sense().factor() * problem.objective(state.x);
        if (reached < best && state.rows.isFeasible(state.x)) {
            best = reached;
            System.arraycopy(state.x, 0, bestX, 0, bestX.length);
            aim();
            lastGain = clock;
            control.bestCost(best);
        } else {
            // rounding has added up
            restart();
        }
    }

    /** Makes the flip of most gain among a sample of those that keep a feasible point feasible, if there is one. */
    private boolean lift(SplittableRandom random) {
        int found = objective.sample(sample, random);
        int chosen = -1;
        for (int k = 0; k < found; k++) {
            int v = sample[k];
            double change = objective.delta(v);
            if (state.delta[v] <= TOLERANCE
                    && (chosen < 0 || change < objective.delta(chosen))
                    && (waitUntil[v] <= clock || objective.cost() + change <= target)
                    && state.keepsFeasible(v)) {
                chosen = v;
            }
        }
        if (chosen >= 0) {
            flip(chosen, random);
        }
        return chosen >= 0;
    }

    /** What a change of the objective adds to the weighted sum. */
    private double price(double change) {
        double excess = objective.cost() - target;
        return weight * (Math.max(0, excess + change) - Math.max(0, excess));
    }

    private double total(int v) {
        return state.delta[v] + price(objective.delta(v));
    }

    /** The best flip of a sample that lessens the weighted sum; −1 when there is none. */
    private int breakthrough(SplittableRandom random) {
        int best = -1;
        double least = -TOLERANCE;
        int mending = Math.min(state.improvingCount(), SAMPLE);
        int at = mending < state.improvingCount() ? random.nextInt(state.improvingCount()) : 0;
        int improving = objective.sample(sample, random);
        for (int k = 0; k < mending + improving; k++) {
            int v;
            if (k < mending) {
                v = state.improving(at);
                at = at + 1 == state.improvingCount() ? 0 : at + 1;
            } else {
                v = sample[k - mending];
            }
            if (waitUntil[v] > clock) {
                continue;
            }
            double total = total(v);
            if (total < least - TOLERANCE || (total <= least && best >= 0 && flippedAt[v] < flippedAt[best])) {
                best = v;
                least = total;
            }
        }
        return best;
    }

    /** Makes a pair of flips that lessens the weighted sum together, if one of a sample does. */
    private boolean pair(SplittableRandom random) {
        int found = state.isFeasible() ? objective.sample(sample, random) : menders(random);
        double excess = Math.max(0, objective.cost() - target);
        double least = -TOLERANCE;
        int first = -1;
        int second = -1;
        int tried = 0;
        for (int k = 0; k < found && tried < PAIRS; k++) {
            int u = sample[k];
            if (waitUntil[u] > clock) {
                continue;
            }
            tried++;
            double rows = state.delta[u];
            both(u);
            int partners = Math.min(PARTNERS, state.improvingCount());
            int at = partners < state.improvingCount() ? random.nextInt(state.improvingCount()) : 0;
            for (int i = 0; i < partners; i++) {
                int w = state.improving(at);
                at = at + 1 == state.improvingCount() ? 0 : at + 1;
                double total = rows
                        + state.delta[w]
                        + weight * (Math.max(0, objective.cost() + objective.delta(w) - target) - excess);
                if (total < least && w != u && waitUntil[w] <= clock) {
                    least = total;
                    first = u;
                    second = w;
                }
            }
            both(u);
        }
        if (first < 0) {
            return false;
        }
        flip(first, random);
        flip(second, random);
        return true;
    }

    /** Variables of a random violated row whose flip mends it, from a random place on. */
    private int menders(SplittableRandom random) {
        ModelRows rows = state.rows;
        int row = state.violated(random.nextInt(state.violatedCount()));
        int length = rows.rowStart[row + 1] - rows.rowStart[row];
        int at = rows.rowStart[row] + random.nextInt(length);
        int found = 0;
        for (int k = 0; k < length && found < SAMPLE; k++) {
            if (state.mends(at, row)) {
                sample[found++] = rows.rowVariable[at];
            }
            at = at + 1 == rows.rowStart[row + 1] ? rows.rowStart[row] : at + 1;
        }
        return found;
    }

    /** Changes weights, and flips whatever adds least. */
    private void leaveMinimum(SplittableRandom random) {
        int found;
        if (state.isFeasible()) {
            weight = Math.min(MOST * firstWeight, MORE * weight);
            found = objective.sample(sample, random);
            while (found == 0 || (objective.isQuadratic() && found < sample.length)) {
                sample[found++] = random.nextInt(bestX.length);
            }
        } else {
            state.raiseViolated();
            weight *= LESS;
            found = menders(random);
        }
        int chosen = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int k = 0; k < found; k++) {
            int v = sample[k];
            double total = total(v);
            if (waitUntil[v] <= clock
                    && (chosen < 0 || total < least || (total == least && flippedAt[v] < flippedAt[chosen]))) {
                chosen = v;
                least = total;
            }
        }
        if (chosen >= 0) {
            flip(chosen, random);
        }
    }

    private void flip(int v, SplittableRandom random) {
        both(v);
        flippedAt[v] = clock;
        waitUntil[v] = clock + 3 + random.nextInt(8);
    }

    private void both(int v) {
        state.flip(v);
        objective.flip(v);
    }
}
