package org.shrinq.qubo.run;

import java.util.SplittableRandom;

/**
 * The tree of random streams that grows from one root seed. Every consumer takes its own stream by name, so that the
 * numbers one consumer draws never depend on how many another drew or on the number of threads.
 *
 * @param seed the seed of this node
 */
public record RandomStreams(long seed) {
    /** The child node of that name. */
    public RandomStreams child(String name) {
        long h = seed ^ 0x9E3779B97F4A7C15L;
        for (int i = 0; i < name.length(); i++) {
            h = mix(h + name.charAt(i) + 0x632BE59BD9B4E019L);
        }
        return new RandomStreams(mix(h + name.length()));
    }

    /** The child node of that name and number, for example one per round. */
    public RandomStreams child(String name, long index) {
        return new RandomStreams(mix(child(name).seed + mix(index + 0xD1B54A32D192ED03L)));
    }

    /** A fresh generator for the consumer of that name; the same name gives the same numbers. */
    public SplittableRandom stream(String name) {
        return new SplittableRandom(child(name).seed);
    }

    private static long mix(long z) {
        long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
        return b ^ (b >>> 31);
    }
}
