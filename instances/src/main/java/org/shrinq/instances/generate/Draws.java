package org.shrinq.instances.generate;

import java.util.SplittableRandom;

/** Random numbers made from whole 64-bit draws only, so that bundled files do not depend on a library's rounding. */
final class Draws {
    private final SplittableRandom random;

    Draws(SplittableRandom random) {
        this.random = random;
    }

    /** Uniform on [0, 1), a multiple of 2⁻⁵³. */
    double unit() {
        return (random.nextLong() >>> 11) * 0x1.0p-53;
    }

    /** Uniform on least … most, both included. */
    int integer(int least, int most) {
        long range = (long) most - least + 1;
        long limit = (1L << 62) - (1L << 62) % range;
        long draw = random.nextLong() >>> 2;
        while (draw >= limit) {
            draw = random.nextLong() >>> 2;
        }
        return (int) (least + draw % range);
    }

    boolean chance(double probability) {
        return unit() < probability;
    }

    int[] permutation(int n) {
        int[] p = new int[n];
        for (int i = 0; i < n; i++) {
            int j = integer(0, i);
            p[i] = p[j];
            p[j] = i;
        }
        return p;
    }
}
