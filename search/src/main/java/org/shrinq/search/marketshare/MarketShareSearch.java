package org.shrinq.search.marketshare;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.shrinq.qubo.problem.MarketShare;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.search.FlipLog;
import org.shrinq.search.SearchControl;
import org.shrinq.search.SearchKernel;

/**
 * Descent by flips of one and two retailers from many starts near the best, then exact answers to ever larger random
 * subsets of retailers by meeting in the middle ({@link MarketShareSubset}) or, where demands are fractional or their
 * deviations large, by enumeration ({@link MarketShareEnumeration}); up to {@value MarketShareSubset#LARGEST} retailers
 * the last subset is all of them and the answer is proven optimal. An iteration is one descent, or 4096 lookups.
 */
public final class MarketShareSearch implements SearchKernel {
    private static final int DESCENTS = 50;
    private static final int FIRST_SUBSET = 20;
    private static final int SUBSETS = 8;
    /** Most retailers that are enumerated when they are all: some seconds. */
    private static final int MOST_ENUMERATED = 30;

    private final MarketShareData data;
    private final MarketShareDescent descent;
    private final MarketShareSubset exact;
    private final MarketShareEnumeration enumeration;
    private final boolean integral;
    private final double[] residual;
    private final int[] order;
    /** Of the subsets that are answered exactly. */
    private int size;
    /** Descents and subsets since the size was changed. */
    private int descents;

    private int subsets;
    /** Where the subset in work was stopped; empty when none was. */
    private byte[] stopped = new byte[0];

    public MarketShareSearch(MarketShare problem) {
        data = new MarketShareData(problem);
        descent = new MarketShareDescent(data);
        exact = new MarketShareSubset(data);
        enumeration = new MarketShareEnumeration(data);
        integral = MarketShareSubset.applies(data);
        residual = new double[data.products];
        order = new int[data.n];
        forget();
    }

    private void forget() {
        for (int j = 0; j < order.length; j++) {
            order[j] = j;
        }
        size = Math.min(FIRST_SUBSET, data.n);
        descents = 0;
        subsets = 0;
        stopped = new byte[0];
    }

    @Override
    public void search(byte[] x, SplittableRandom random, SearchControl control) {
        forget();
        resume(x, random, control);
    }

    /** Goes on with the subset that was stopped, and with others as large. */
    @Override
    public void resume(byte[] x, SplittableRandom random, SearchControl control) {
        double best = descend(x, x.clone(), Double.POSITIVE_INFINITY, random, control);
        if (Arrays.equals(x, stopped)) {
            tell(isComplete(exact.resume(x, control), x), control);
            best = deviation(x);
        }
        while (control.goesOn()) {
            if (descents < DESCENTS) {
                descents++;
                best = descend(x, kicked(x, random), best, random, control);
                if (best == 0) {
                    control.exhausted();
                }
            } else if (subsets < SUBSETS) {
                subsets++;
                shuffle(order, random);
                tell(subset(x, control), control);
                best = deviation(x);
            } else {
                descents = 0;
                subsets = 0;
                size = Math.min(size + 4, Math.min(data.n, MarketShareSubset.LARGEST));
            }
        }
    }

    /** Takes account of how a subset ended: of all retailers, it is a proof. */
    private void tell(boolean complete, SearchControl control) {
        if (size == data.n && complete) {
            control.exhausted();
        }
    }

    /** Improves x within a subset; true when nothing in it is better. */
    private boolean subset(byte[] x, SearchControl control) {
        boolean all = size == data.n;
        long lookups = 1L << (all ? size : Math.min(26, size / 2 + 12));
        MarketShareSubset.Outcome outcome =
                integral ? exact.solve(x, order, size, lookups, control) : MarketShareSubset.Outcome.OUT_OF_LOOKUPS;
        if (isComplete(outcome, x) || outcome == MarketShareSubset.Outcome.STOPPED) {
            return outcome == MarketShareSubset.Outcome.COMPLETE;
        }
        return size <= (all ? MOST_ENUMERATED : FIRST_SUBSET) && enumeration.solve(x, order, size, control);
    }

    private boolean isComplete(MarketShareSubset.Outcome outcome, byte[] x) {
        stopped = outcome == MarketShareSubset.Outcome.STOPPED ? x.clone() : new byte[0];
        return outcome == MarketShareSubset.Outcome.COMPLETE;
    }

    private double deviation(byte[] x) {
        data.residuals(x, residual);
        return MarketShareData.deviation(residual);
    }

    /** Descends from y; x becomes y when that is better than {@code best}. Returns the better value. */
    private double descend(byte[] x, byte[] y, double best, SplittableRandom random, SearchControl control) {
        if (!control.next()) {
            return Math.min(best, deviation(x));
        }
        descent.run(y, Deadline.never(), FlipLog.NONE);
        double reached = deviation(y);
        if (reached < best) {
            System.arraycopy(y, 0, x, 0, y.length);
            control.bestObjective(reached);
            return reached;
        }
        return best;
    }

    private byte[] kicked(byte[] x, SplittableRandom random) {
        byte[] y = x.clone();
        int flips = 3 + random.nextInt(Math.max(1, data.n / 2));
        for (int f = 0; f < flips; f++) {
            y[random.nextInt(data.n)] ^= 1;
        }
        return y;
    }

    private static void shuffle(int[] order, SplittableRandom random) {
        for (int k = order.length - 1; k > 0; k--) {
            int j = random.nextInt(k + 1);
            int keep = order[k];
            order[k] = order[j];
            order[j] = keep;
        }
    }
}
