package org.shrinq.search.knapsack;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.shrinq.qubo.problem.MultidimensionalKnapsack;
import org.shrinq.search.FlipLog;
import org.shrinq.search.Hints;
import org.shrinq.search.SearchControl;
import org.shrinq.search.SearchKernel;

/**
 * Two searches in the core of a knapsack by turns: tabu search for a better value at a fixed number of items, that of
 * the best solution and its neighbours ({@link KnapsackTabu}), and large neighbourhoods, each answered exactly
 * ({@link KnapsackEnumeration}): the items that deviate from the Lagrangian solution and those of small reduced cost
 * are opened at random, more of them the easier the last neighbourhoods were; when nothing helps for a while, a few
 * items are flipped and the result is repaired. In between the whole problem is enumerated for solutions within a
 * growing distance of the Lagrangian bound, which finds the optimum of small problems and proves it, until that takes
 * too long; from then on branch and bound does, which goes on where it stopped ({@link KnapsackProof}). An iteration
 * is one exchange or 64 nodes of an
 * enumeration; a node of branch and bound is several.
 */
public final class KnapsackSearch implements SearchKernel {
    private static final int NEIGHBOURHOODS = 10;
    private static final long NEIGHBOURHOOD_NODES = 20_000;
    private static final long FIRST_NODES = 200_000;
    /** Exchanges at one number of items. */
    private static final long EXCHANGES = 10_000;
    /** What is added to the best solution's number of items, in turn. */
    private static final int[] ONES = {0, 1, -1, 0, 1, -1, 0, 2, 1, -1, 0, -2};

    /** What the reach of enumerations grows by at least, of the largest value. */
    private static final double LEAST_REACH = 1e-9;

    /** Neighbourhoods without gain before a kick. */
    private static final int PATIENCE = 5;
    /** Most items that a kick flips. */
    private static final int KICK = 8;

    private final KnapsackData data;
    private final KnapsackEnumeration enumeration;
    private final KnapsackExchange exchange;
    private final KnapsackTabu tabu;
    private final int[] free;
    private final double[] key;
    private final double[] sorted;
    private final KnapsackDrop drop;
    private final byte[] current;
    private final MultidimensionalKnapsack problem;
    private @Nullable KnapsackProof proof;
    /** What branch and bound found last, not yet taken. */
    private byte @Nullable [] proposal;

    private double best;
    private double size;
    private int turn;
    /** Of the next enumeration of everything, and the distance from the bound up to which it looks. */
    private long nodes;

    private double reach;
    /** Iterations of the calls before this one. */
    private long before;

    private Phase phase = Phase.ENUMERATION;
    /** Not any more, once it did not come to an end and branch and bound may. */
    private boolean enumerates;

    /** Runs of tabu search without success. */
    private int tries;
    /** Of neighbourhoods since they began, and of these the last ones without gain. */
    private int round;

    private int idle;
    /** Of the present point. */
    private double value;

    /** What is done in turn. */
    private enum Phase {
        ENUMERATION,
        OSCILLATION,
        NEIGHBOURHOODS
    }

    public KnapsackSearch(MultidimensionalKnapsack problem, Hints hints) {
        this.problem = problem;
        data = new KnapsackData(problem, hints);
        enumeration = new KnapsackEnumeration(data);
        exchange = new KnapsackExchange(data);
        tabu = new KnapsackTabu(problem, data);
        free = new int[data.n];
        key = new double[enumeration.items().length];
        sorted = new double[key.length];
        drop = new KnapsackDrop(data);
        current = new byte[data.n];
    }

    @Override
    public void search(byte[] x, SplittableRandom random, SearchControl control) {
        nodes = 0;
        resume(x, random, control);
    }

    /** Goes on where the last call paused. */
    @Override
    public void resume(byte[] x, SplittableRandom random, SearchControl control) {
        control.pollEvery(8);
        control.pauseBetweenSteps();
        exchange.exhaust(x, FlipLog.NONE);
        boolean worse = data.value(x) < best;
        best = data.value(x);
        control.bestObjective(best);
        KnapsackProof present = nodes == 0 || worse ? null : proof;
        if (present == null) {
            present = new KnapsackProof(problem, data, () -> best, this::propose, control);
        }
        present.setControl(control);
        proof = present;
        if (nodes == 0) {
            nodes = FIRST_NODES;
            reach = (enumeration.bound() - best) / 4;
            size = Math.min(key.length, 8);
            turn = 0;
            enumerates = true;
            before = 0;
            phase = Phase.ENUMERATION;
        }
        run(x, present, random, control);
        before += control.iterations();
    }

    private void run(byte[] x, KnapsackProof tree, SplittableRandom random, SearchControl control) {
        while (control.goesOn()) {
            if (tree.isDue(before + control.iterations())) {
                prove(x, tree, control);
                continue;
            }
            switch (phase) {
                case ENUMERATION -> enumerate(x, control);
                case OSCILLATION -> oscillate(x, random, control);
                case NEIGHBOURHOODS -> neighbourhood(x, random, control);
            }
        }
    }

    /** A turn of branch and bound. */
    private void prove(byte[] x, KnapsackProof tree, SearchControl control) {
        boolean finished = tree.turn();
        byte[] found = proposal;
        if (found != null) {
            System.arraycopy(found, 0, x, 0, x.length);
            proposal = null;
            exchange.exhaust(x, FlipLog.NONE);
            best = data.value(x);
            control.bestObjective(best);
        }
        if (finished) {
            control.exhausted();
        }
    }

    private void propose(byte[] x) {
        best = data.value(x);
        proposal = x;
    }

    /** Looks through everything within reach of the bound. */
    private void enumerate(byte[] x, SearchControl control) {
        enumeration.openAll();
        KnapsackEnumeration.Outcome outcome = enumeration.run(x, best, reach, nodes, control);
        polish(x, control);
        if (outcome == KnapsackEnumeration.Outcome.COMPLETE) {
            if (reach > enumeration.bound() - best) {
                control.exhausted();
            }
            reach = 1.3 * reach + LEAST_REACH * (data.largestValue == 0 ? 1 : data.largestValue);
            beginNeighbourhoods(x);
        } else if (outcome == KnapsackEnumeration.Outcome.OUT_OF_NODES) {
            // the enumeration takes a thirtieth of the iterations at most
            nodes = Math.min(2 * nodes, Math.max(FIRST_NODES, 2 * (before + control.iterations())));
            enumerates = proof == null || !proof.applies();
            phase = Phase.OSCILLATION;
            tries = 0;
        }
    }

    /** Tabu search with as many items as the best solution, one more and one less, again after each success. */
    private void oscillate(byte[] x, SplittableRandom random, SearchControl control) {
        int items = ONES[turn];
        for (byte b : x) {
            items += b;
        }
        if (tabu.run(x, best, items, EXCHANGES, random, control)) {
            polish(x, control);
            tries = 0;
        } else {
            turn = (turn + 1) % ONES.length;
            tries++;
        }
        if (tries == 3) {
            beginNeighbourhoods(x);
        }
    }

    /** Exchanges on x when the enumeration has replaced it. */
    private void polish(byte[] x, SearchControl control) {
        if (data.value(x) > best) {
            exchange.exhaust(x, FlipLog.NONE);
            best = data.value(x);
            control.bestObjective(best);
        }
    }

    private void beginNeighbourhoods(byte[] x) {
        phase = Phase.NEIGHBOURHOODS;
        System.arraycopy(x, 0, current, 0, x.length);
        value = best;
        round = 0;
        idle = 0;
    }

    /** Descends from the best point, then again and again from where kicks lead. */
    private void neighbourhood(byte[] x, SplittableRandom random, SearchControl control) {
        int count = neighbourhood(current, (int) size, random);
        enumeration.openSome(free, count, current);
        KnapsackEnumeration.Outcome outcome =
                enumeration.run(current, value, Double.POSITIVE_INFINITY, NEIGHBOURHOOD_NODES, control);
        size = outcome == KnapsackEnumeration.Outcome.COMPLETE
                ? Math.min(key.length, size + 0.25)
                : Math.max(4, size - 1);
        double reached = data.value(current);
        idle = reached > value ? 0 : idle + 1;
        value = reached;
        if (value > best) {
            System.arraycopy(current, 0, x, 0, x.length);
            polish(x, control);
            System.arraycopy(x, 0, current, 0, x.length);
            value = best;
        }
        if (idle > PATIENCE) {
            idle = 0;
            kick(random.nextInt(3) == 0 ? x : current, random);
            value = data.value(current);
        }
        if (++round == NEIGHBOURHOODS) {
            phase = enumerates ? Phase.ENUMERATION : Phase.OSCILLATION;
            tries = 0;
        }
    }

    /** Flips some items of small reduced cost, repairs and descends by exchanges, into {@link #current}. */
    private void kick(byte[] from, SplittableRandom random) {
        System.arraycopy(from, 0, current, 0, from.length);
        int count = neighbourhood(current, Math.min(key.length, 3 * KICK), random);
        int flips = 1 + random.nextInt(KICK);
        for (int f = 0; f < flips && count > 0; f++) {
            current[free[random.nextInt(count)]] ^= 1;
        }
        drop.run(current, FlipLog.NONE);
        exchange.exhaust(current, FlipLog.NONE);
    }

    /** Draws the items to open into {@link #free}, ascending in |reduced cost|; returns their number. */
    private int neighbourhood(byte[] x, int most, SplittableRandom random) {
        int[] items = enumeration.items();
        if (most >= items.length) {
            System.arraycopy(items, 0, free, 0, items.length);
            return items.length;
        }
        double scale = Math.abs(data.reducedCost[items[items.length / 2]]) * (0.05 + random.nextDouble());
        for (int p = 0; p < items.length; p++) {
            int i = items[p];
            boolean deviates = (x[i] != 0) != (data.reducedCost[i] > 0);
            double noise = -scale * Math.log(1 - random.nextDouble());
            key[p] = (deviates ? 0 : Math.abs(data.reducedCost[i])) + noise;
        }
        System.arraycopy(key, 0, sorted, 0, key.length);
        Arrays.sort(sorted);
        int count = 0;
        for (int p = 0; p < items.length && count < most; p++) {
            if (key[p] <= sorted[most - 1]) {
                free[count++] = items[p];
            }
        }
        return count;
    }
}
