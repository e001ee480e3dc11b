package org.shrinq.instances.family;

import java.util.Optional;

/** Solutions that put each of n things at one of n locations: variable i·n + a says that thing i is at location a. */
public interface Placement {
    /** n. */
    int order();

    /** The location of every thing, from 0; empty where x puts one nowhere or two at one. */
    Optional<int[]> permutation(byte[] x);

    /** The objective of a permutation. */
    double objective(int[] permutation);

    /** The x that puts thing i at {@code locations[i]}, which may repeat. */
    default byte[] bits(int[] locations) {
        int n = order();
        byte[] x = new byte[n * n];
        for (int i = 0; i < n; i++) {
            x[i * n + locations[i]] = 1;
        }
        return x;
    }
}
