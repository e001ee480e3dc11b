package org.shrinq.search.independentset;

import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.shrinq.qubo.problem.MaximumIndependentSet;
import org.shrinq.search.Earnings;
import org.shrinq.search.SearchControl;
import org.shrinq.search.SearchKernel;

/**
 * Search for independent sets on the kernel that reductions at low degree leave ({@link LowDegreeKernel}): sparse
 * kernels are first peeled; then {@link IteratedExchange}, and on kernels of one weight and moderate size {@link
 * WeightedCover}, take turns by what they have earned. An iteration is a perturbation of the one or an exchange of the
 * other. Ends with a proof when the kernel is empty. One thread.
 */
public final class IndependentSetSearch implements SearchKernel {
    /** Average degree up to which a kernel is peeled. */
    private static final int SPARSE = 64;
    /** A step of the weighted cover looks at all its vertices. */
    private static final int MOST_COVERED = 20_000;

    private static final int EXCHANGES = 100;
    private static final int COVER_STEPS = 1000;
    private static final int EXCHANGE = 0;
    /**
     * Of the work while neither finds anything; the cover is the stronger one on all graphs of the DIMACS and BHOSLIB
     * families tried.
     */
    private static final double EXCHANGE_SHARE = 0.25;

    private final double[] weight;
    private final LowDegreeKernel kernel;
    private final IndependentSetState state;
    private final IteratedExchange exchange;
    private @Nullable WeightedCover cover;
    private Earnings earnings = new Earnings(EXCHANGE_SHARE, 1 - EXCHANGE_SHARE);

    public IndependentSetSearch(MaximumIndependentSet problem) {
        IndependentSetState whole = new IndependentSetState(problem);
        weight = whole.weight;
        kernel = new LowDegreeKernel(whole.start, whole.neighbor, whole.weight);
        kernel.reduce();
        state = kernel.state();
        exchange = new IteratedExchange(state);
    }

    @Override
    public void search(byte[] x, SplittableRandom random, SearchControl control) {
        cover = null;
        exchange.clear();
        earnings = new Earnings(EXCHANGE_SHARE, 1 - EXCHANGE_SHARE);
        resume(x, random, control);
    }

    @Override
    public void resume(byte[] x, SplittableRandom random, SearchControl control) {
        if (state.n == 0) {
            System.arraycopy(kernel.expand(new byte[0]), 0, x, 0, x.length);
            control.exhausted();
            return;
        }
        control.pollEvery(256);
        control.pauseBetweenSteps();
        boolean first = exchange.bestValue() == Double.NEGATIVE_INFINITY;
        byte[] projected = kernel.project(x);
        if (first || value(projected, state.weight) > exchange.bestValue()) {
            exchange.load(projected, random);
        }
        tell(control);
        if (first && state.neighbor.length <= SPARSE * state.n && !control.expired()) {
            LowDegreeKernel peeled = new LowDegreeKernel(state.start, state.neighbor, state.weight);
            peeled.peel(random, control);
            exchange.load(peeled.expand(new byte[peeled.vertices().length]), random);
            tell(control);
        }
        if (hasOneWeight() && state.n <= MOST_COVERED) {
            takeTurns(random, control);
        } else {
            while (control.goesOn() && !exchange.isComplete()) {
                exchange.run(EXCHANGES, random, control);
                tell(control);
            }
        }
        byte[] found = kernel.expand(exchange.best());
        if (value(found, weight) > value(x, weight)) {
            System.arraycopy(found, 0, x, 0, x.length);
        }
    }

    private void takeTurns(SplittableRandom random, SearchControl control) {
        if (cover == null) {
            cover = new WeightedCover(state.n, state.start, state.neighbor);
            cover.load(exchange.best());
        }
        while (control.goesOn()) {
            double before = exchange.bestValue();
            long work = exchange.work() + cover.work();
            int way = earnings.choose(random);
            if (way == EXCHANGE) {
                exchange.run(EXCHANGES, random, control);
            } else {
                stepCover(cover, random, control);
            }
            tell(control);
            double gain = exchange.bestValue() > before ? 1 : 0;
            earnings.learn(way, gain, (exchange.work() + cover.work() - work) / (100.0 * state.n));
        }
    }

    /** Steps towards a cover one smaller than the best; its complement goes to the exchanges. */
    private void stepCover(WeightedCover cover, SplittableRandom random, SearchControl control) {
        int size = state.n - (int) Math.round(exchange.bestValue() / state.weight[0]);
        if (size <= 1) { // the kernel has edges, so that no cover is empty
            control.exhausted();
            return;
        }
        cover.shrinkTo(size - 1);
        for (int k = 0; k < COVER_STEPS && !cover.isCover() && control.next(); k++) {
            cover.step(random);
        }
        if (cover.isCover()) {
            byte[] independent = new byte[state.n];
            cover.store(independent);
            exchange.load(independent, random);
        }
    }

    private void tell(SearchControl control) {
        control.bestObjective(exchange.bestValue() + kernel.offset());
    }

    private boolean hasOneWeight() {
        for (double w : state.weight) {
            if (w != state.weight[0]) {
                return false;
            }
        }
        return true;
    }

    private static double value(byte[] x, double[] weight) {
        double sum = 0;
        for (int v = 0; v < x.length; v++) {
            sum += x[v] * weight[v];
        }
        return sum;
    }
}
