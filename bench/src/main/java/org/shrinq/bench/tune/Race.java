package org.shrinq.bench.tune;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.shrinq.bench.statistics.Holm;
import org.shrinq.bench.statistics.Wilcoxon;

/**
 * A race between configurations. They all run on some blocks (an instance with a seed); those that are significantly
 * worse than the leader leave (iterated racing: López-Ibáñez et al. 2016), of the others the better half stays
 * (successive halving: Li et al. 2018, Karnin et al. 2013), and the survivors run on twice as many blocks, until one is
 * left or the blocks are used up. What is compared is the rank within a block, so that instances of unlike scales count
 * alike. Not safe for use by several threads.
 */
public final class Race {
    /** Level of the test, after Holm over the configurations that race. */
    public static final double LEVEL = 0.05;

    private final int blocks;
    private final List<Integer> racing = new ArrayList<>();
    /** cost[configuration][block], as far as it ran. */
    private final double[][] cost;

    private int measured;
    private int next;
    private final List<Departure> departures = new ArrayList<>();

    /** Why a configuration left. */
    public enum Reason {
        /** Significantly worse than the leader. */
        TEST,
        /** In the worse half. */
        HALVING
    }

    /**
     * A configuration that left.
     *
     * @param configuration its number
     * @param blocks on which it had run
     * @param meanRank among those that raced with it
     * @param pValue against the leader, after Holm
     */
    public record Departure(int configuration, int blocks, double meanRank, double pValue, Reason reason) {}

    /**
     * Nothing has run yet.
     *
     * @param configurations at least 1
     * @param blocks at least 1
     * @param first blocks of the first round, at least 1
     */
    public Race(int configurations, int blocks, int first) {
        if (configurations < 1 || blocks < 1 || first < 1) {
            throw new IllegalArgumentException("a race of " + configurations + " configurations over " + blocks
                    + " blocks, " + first + " at first: expected at least 1 of each");
        }
        this.blocks = blocks;
        this.next = Math.min(blocks, first);
        this.cost = new double[configurations][blocks];
        for (int c = 0; c < configurations; c++) {
            racing.add(c);
        }
    }

    /** Configurations that are still in it, best first once there was a round. */
    public List<Integer> racing() {
        return List.copyOf(racing);
    }

    /** The first block of the round to come. */
    public int from() {
        return measured;
    }

    /** One past its last block. */
    public int to() {
        return next;
    }

    /** Whether one is left, or no block. */
    public boolean isOver() {
        return measured == blocks || racing.size() == 1;
    }

    public List<Departure> departures() {
        return List.copyOf(departures);
    }

    /**
     * Takes the costs of a round and drops configurations.
     *
     * @param costs lower is better, infinite for a run without a solution; by configuration in the order of
     *     {@link #racing}, then by block from {@link #from} to {@link #to}; not modified
     */
    public void round(double[][] costs) {
        for (int k = 0; k < racing.size(); k++) {
            System.arraycopy(costs[k], 0, cost[racing.get(k)], measured, next - measured);
        }
        measured = next;
        double[] rank = meanRanks();
        List<Integer> order = new ArrayList<>(racing);
        order.sort(Comparator.comparingDouble(c -> rank[c]));
        int leader = order.get(0);
        double[] p = Holm.adjust(order.stream()
                .skip(1)
                .mapToDouble(c -> Wilcoxon.test(rankDifferences(c, leader)).pGreater())
                .toArray());
        List<Integer> stay = new ArrayList<>(List.of(leader));
        int most = measured == blocks ? racing.size() : (racing.size() + 1) / 2;
        for (int k = 1; k < order.size(); k++) {
            int c = order.get(k);
            if (p[k - 1] < LEVEL) {
                departures.add(new Departure(c, measured, rank[c], p[k - 1], Reason.TEST));
            } else if (stay.size() < most || rank[c] == rank[leader]) {
                stay.add(c);
            } else {
                departures.add(new Departure(c, measured, rank[c], p[k - 1], Reason.HALVING));
            }
        }
        racing.clear();
        racing.addAll(stay);
        next = Math.min(blocks, 2 * measured);
    }

    /** By configuration; those that left have none. */
    private double[] meanRanks() {
        double[] mean = new double[cost.length];
        for (int b = 0; b < measured; b++) {
            for (int c : racing) {
                mean[c] += rank(c, b) / measured;
            }
        }
        return mean;
    }

    /** Rank within a block among those that race, from 1; equal costs share the mean of theirs. */
    private double rank(int configuration, int block) {
        double less = 0;
        double equal = 0;
        for (int other : racing) {
            less += cost[other][block] < cost[configuration][block] ? 1 : 0;
            equal += cost[other][block] == cost[configuration][block] ? 1 : 0;
        }
        return less + (equal + 1) / 2;
    }

    private double[] rankDifferences(int a, int b) {
        double[] differences = new double[measured];
        Arrays.setAll(differences, block -> rank(a, block) - rank(b, block));
        return differences;
    }
}
