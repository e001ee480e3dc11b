package org.shrinq.qubo;

import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.LongStream;

/**
 * What the tests draw and enumerate. Random numbers are multiples of ¼ of small size: sums and products of them, and
 * their halves and quarters, are exact in doubles, so that energies can be compared with equality.
 */
public final class Cases {
    private Cases() {}

    /** The seeds of a test that needs few cases. */
    public static LongStream seeds20() {
        return LongStream.range(0, 20);
    }

    /** The seeds of a test that needs many small cases. */
    public static LongStream seeds200() {
        return LongStream.range(0, 200);
    }

    /** A multiple of ¼ in [−4, 4]. */
    public static double quarter(SplittableRandom random) {
        return (random.nextInt(33) - 16) / 4.0;
    }

    /** Hands over all 2ⁿ arrays, the same object every time; it may be changed if it is changed back. */
    public static void forEachState(int n, Consumer<byte[]> consumer) {
        byte[] x = new byte[n];
        for (long index = 0; index < 1L << n; index++) {
            for (int i = 0; i < n; i++) {
                x[i] = (byte) (index >>> i & 1);
            }
            consumer.accept(x);
        }
    }

    public static byte[] state(SplittableRandom random, int n) {
        byte[] x = new byte[n];
        for (int i = 0; i < n; i++) {
            x[i] = (byte) random.nextInt(2);
        }
        return x;
    }

    /** A partial assignment: −1 for free, with about the given number of free variables among n. */
    public static byte[] partial(SplittableRandom random, int n, int free) {
        byte[] fixed = state(random, n);
        for (int i = 0; i < n; i++) {
            if (random.nextInt(Math.max(1, n)) < free) {
                fixed[i] = -1;
            }
        }
        return fixed;
    }

    /** The full state in which the free variables of {@code fixed} take the values of {@code free} in order. */
    public static byte[] complete(byte[] fixed, byte[] free) {
        byte[] x = fixed.clone();
        int k = 0;
        for (int i = 0; i < x.length; i++) {
            if (x[i] < 0) {
                x[i] = free[k++];
            }
        }
        return x;
    }

    public static int countFree(byte[] fixed) {
        int free = 0;
        for (byte b : fixed) {
            free += b < 0 ? 1 : 0;
        }
        return free;
    }
}
