package org.shrinq.instances.sequence;

import java.util.OptionalDouble;

/**
 * Least energies of low-autocorrelation sequences that are proven: n = 2 … 60 by Mertens (J. Phys. A 29, 1996) and
 * Bauke and Mertens, up to 66 by Packebusch and Mertens (J. Phys. A 49, 2016, 165001), whose branch and bound looked
 * at all sequences.
 */
public final class PublishedEnergies {
    private static final int[] FROM_TWO = {
        1, 1, 2, 2, 7, 3, 8, 12, 13, 5, 10, 6, 19, 15, 24, 32, 25, 29, 26, 26, 39, 47, 36, 36, 45, 37, 50, 62, 59, 67,
        64, 64, 65, 73, 82, 86, 87, 99, 108, 108, 101, 109, 122, 118, 131, 135, 140, 136, 153, 153, 166, 170, 175, 171,
        192, 188, 197, 205, 218, 226, 235, 207, 208, 240, 257
    };

    private PublishedEnergies() {}

    /** The least energy of sequences of length n; empty where it is not proven. */
    public static OptionalDouble of(int n) {
        if (n == 1) {
            return OptionalDouble.of(0);
        }
        return n >= 2 && n < FROM_TWO.length + 2 ? OptionalDouble.of(FROM_TWO[n - 2]) : OptionalDouble.empty();
    }
}
