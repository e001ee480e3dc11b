package org.shrinq.bench.audit;

import java.util.SplittableRandom;

/** Independent bits, each 1 as often as measured. */
final class IndependentBits implements StringSource.Draw {
    private final double[] ones;

    IndependentBits(double[] ones) {
        this.ones = ones;
    }

    static IndependentBits fit(Moments moments) {
        double[] ones = new double[moments.size()];
        for (int i = 0; i < ones.length; i++) {
            ones[i] = moments.one(i);
        }
        return new IndependentBits(ones);
    }

    @Override
    public void fill(byte[] x, SplittableRandom random) {
        for (int i = 0; i < x.length; i++) {
            x[i] = (byte) (random.nextDouble() < ones[i] ? 1 : 0);
        }
    }
}
