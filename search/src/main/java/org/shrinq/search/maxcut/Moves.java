package org.shrinq.search.maxcut;

import java.util.SplittableRandom;

/**
 * Chooses between two ways to go on by what each has earned per unit of work in this run, the past discounted by 5 % a step; each keeps a share
 * of at least a tenth. Counts work, not time, so that a choice can be reproduced.
 */
final class Moves {
    private static final double KEEP = 0.95;
    private static final double FLOOR = 0.1;

    private final double[] earned = {1, 1};
    private final double[] spent = {1, 1};

    /** 0 or 1. */
    int choose(SplittableRandom random) {
        double first = earned[0] / spent[0];
        double second = earned[1] / spent[1];
        double share = Math.max(FLOOR, Math.min(1 - FLOOR, first / (first + second)));
        return random.nextDouble() < share ? 0 : 1;
    }

    /**
     * Takes account of a step.
     *
     * @param reward ≥ 0
     * @param work &gt; 0, in units of about one step
     */
    void learn(int way, double reward, double work) {
        earned[way] = Math.max(1e-3, KEEP * earned[way] + reward);
        spent[way] = KEEP * spent[way] + work;
    }
}
