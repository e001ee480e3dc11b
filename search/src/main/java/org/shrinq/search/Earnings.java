package org.shrinq.search;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Chooses between ways to go on by what each has earned per unit of work in this run, the past discounted by 5 % a
 * step; while none earns, by given shares. A tenth of the choices is kept for each. Counts work, not time, so that
 * choices can be reproduced. One thread.
 */
public final class Earnings {
    private static final double KEEP = 0.95;
    private static final double FLOOR = 0.1;
    /** What counts as earned when nothing is. */
    private static final double LEAST = 1e-2;

    private final double[] prior;
    private final double[] earned;
    private final double[] spent;

    /**
     * Nothing learned yet.
     *
     * @param shares of the ways while none earns: two to nine positive numbers with the sum 1
     */
    public Earnings(double... shares) {
        if (shares.length < 2
                || shares.length > 9
                || Arrays.stream(shares).anyMatch(s -> !(s > 0))
                || Math.abs(Arrays.stream(shares).sum() - 1) > 1e-9) {
            throw new IllegalArgumentException(
                    "shares " + Arrays.toString(shares) + ", expected two to nine positive numbers with the sum 1");
        }
        prior = shares.clone();
        earned = new double[shares.length];
        spent = new double[shares.length];
        Arrays.fill(earned, 1);
        Arrays.fill(spent, 1);
    }

    /** The number of a way, from 0. */
    public int choose(SplittableRandom random) {
        double[] shares = shares();
        double left = random.nextDouble();
        int way = 0;
        while (way < shares.length - 1 && left >= shares[way]) {
            left -= shares[way++];
        }
        return way;
    }

    /** The probabilities of the ways at present. */
    public double[] shares() {
        double[] shares = new double[prior.length];
        double sum = 0;
        for (int k = 0; k < shares.length; k++) {
            shares[k] = prior[k] * earned[k] / spent[k];
            sum += shares[k];
        }
        double free = 1 - FLOOR * shares.length;
        for (int k = 0; k < shares.length; k++) {
            shares[k] = FLOOR + free * shares[k] / sum;
        }
        return shares;
    }

    /**
     * Takes account of a step.
     *
     * @param way as chosen
     * @param reward ≥ 0
     * @param work &gt; 0, in units of about one step
     */
    public void learn(int way, double reward, double work) {
        earned[way] = Math.max(LEAST, KEEP * earned[way] + reward);
        spent[way] = Math.max(LEAST, KEEP * spent[way] + work);
    }
}
