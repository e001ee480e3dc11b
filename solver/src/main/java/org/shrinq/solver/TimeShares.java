package org.shrinq.solver;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * Which part of a run goes on next, by what each has earned in this run: a bandit whose arms are the parts, with
 * recency-weighted credit for every better solution and a floor for each part, so that none is given up. The part that
 * lags most behind its share of the time goes on. Not thread-safe.
 */
final class TimeShares {
    /** The parts of a run that can go on in slices. */
    enum Part {
        /** Another round of shrinking, circuit and repair around the incumbent. */
        ROUND(0.2),
        /** The family's tabu search on the whole problem. */
        TABU(0.5),
        /** Local search by OptaPlanner. */
        LOCAL_SEARCH(0.1),
        /** Branch and bound. */
        BRANCH(0.2);

        private final double prior;

        Part(double prior) {
            this.prior = prior;
        }
    }

    /** Least share of the time. */
    private static final double FLOOR = 0.08;
    /** What a better solution is worth beside the credit of all parts at the start, which is 1. */
    private static final double REWARD = 0.5;

    private final double horizon;
    private final Map<Part, Double> earned = new EnumMap<>(Part.class);
    private final Map<Part, Double> spent = new EnumMap<>(Part.class);

    /**
     * @param horizon after which what was earned and spent counts 1/e, in the unit of the slices' costs; longer than
     * any slice
     */
    TimeShares(double horizon) {
        this.horizon = horizon;
        for (Part part : Part.values()) {
            earned.put(part, 0.0);
            spent.put(part, 0.0);
        }
    }

    /** The part that goes on, one of those given. */
    Part next(Set<Part> available) {
        Part next = null;
        double least = Double.POSITIVE_INFINITY;
        for (Part part : available) {
            double lag = spent.getOrDefault(part, 0.0) / share(part, available);
            if (next == null || lag < least) {
                next = part;
                least = lag;
            }
        }
        if (next == null) {
            throw new IllegalArgumentException("no part is left");
        }
        return next;
    }

    /** The part's share of the time among those that are available; these sum to 1. */
    double share(Part part, Set<Part> available) {
        double total = 0;
        for (Part other : available) {
            total += credit(other);
        }
        return FLOOR + (1 - FLOOR * available.size()) * credit(part) / total;
    }

    private double credit(Part part) {
        return part.prior + earned.getOrDefault(part, 0.0);
    }

    /**
     * Takes account of a slice.
     *
     * @param cost of the slice in seconds, or in any other unit that all slices share
     */
    void record(Part part, double cost, boolean better) {
        double keep = Math.exp(-cost / horizon);
        earned.replaceAll((p, credit) -> keep * credit);
        // time spent long ago is forgotten as well: else a part that earned once would pay for it when its credit has
        // gone
        spent.replaceAll((p, before) -> keep * before);
        earned.merge(part, better ? REWARD : 0, Double::sum);
        spent.merge(part, cost, Double::sum);
    }
}
