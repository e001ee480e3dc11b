package org.shrinq.search;

import java.util.SplittableRandom;

/**
 * Chooses between two ways to go on by what each has earned per unit of work in this run, the past discounted by 5 % a step; while neither earns, a
 * given share of the choices goes to the first. Each keeps at least a tenth. Counts work, not time, so that choices can be reproduced. One
 * thread.
 */
public final class Earnings {
    private static final double KEEP = 0.95;
    private static final double FLOOR = 0.1;
    /** What counts as earned when nothing is. */
    private static final double LEAST = 1e-2;

    private final double[] prior;
    private final double[] earned = {1, 1};
    private final double[] spent = {1, 1};

    /**
     * Nothing learned yet.
     *
     * @param firstShare share of the first way while neither earns, in (0, 1)
     */
    public Earnings(double firstShare) {
        if (!(firstShare > 0 && firstShare < 1)) {
            throw new IllegalArgumentException("share " + firstShare + ", expected between 0 and 1");
        }
        prior = new double[] {firstShare, 1 - firstShare};
    }

    /** 0 or 1. */
    public int choose(SplittableRandom random) {
        return random.nextDouble() < firstShare() ? 0 : 1;
    }

    /** The probability of the first way at present. */
    public double firstShare() {
        double first = prior[0] * earned[0] / spent[0];
        double second = prior[1] * earned[1] / spent[1];
        return Math.max(FLOOR, Math.min(1 - FLOOR, first / (first + second)));
    }

    /**
     * Takes account of a step.
     *
     * @param way 0 or 1
     * @param reward ≥ 0
     * @param work &gt; 0, in units of about one step
     */
    public void learn(int way, double reward, double work) {
        earned[way] = Math.max(LEAST, KEEP * earned[way] + reward);
        spent[way] = Math.max(LEAST, KEEP * spent[way] + work);
    }
}
