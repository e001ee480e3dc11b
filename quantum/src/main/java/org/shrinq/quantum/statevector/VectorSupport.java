package org.shrinq.quantum.statevector;

import java.util.Objects;

/**
 * What this Java can do with vectors, found out once, and checks of whole loops: as each kernel method checks its range
 * once, the Vector API need not check every access.
 */
final class VectorSupport {
    /** Elements summed in registers before the sum goes on in double; bounds the error of single precision. */
    static final int SUM_RUN = 1024;

    /** Set to 0, the Vector API trusts its caller's indices; only the launcher of a whole program may decide that. */
    static final String UNCHECKED = "jdk.incubator.vector.VECTOR_ACCESS_OOB_CHECK";

    /**
     * Lane shuffles cost one instruction on Java 25 and when index checks are off; on Java 17 with checks, each
     * verifies its constant pattern again, six times slower than the matrix product that replaces it (measured).
     */
    static final boolean SHUFFLES_ARE_FAST = Runtime.version().feature() >= 25 || Integer.getInteger(UNCHECKED, 2) == 0;

    private VectorSupport() {}

    /** Throws unless [from, from + size) lies within an array and is a whole number of steps. */
    static void checkRun(int from, int size, int step, int length) {
        Objects.checkFromIndexSize(from, size, length);
        checkWhole(size, step);
    }

    private static void checkWhole(int size, int step) {
        if (size % step != 0) {
            throw new IndexOutOfBoundsException(size + " elements are not a whole number of " + step);
        }
    }

    /**
     * Throws unless the elements first + o·outerStride + p·stride + i, i &lt; count, o and p in range, lie in an array.
     */
    static void checkSpan(
            int length, int first, int stride, int points, int outerStride, int outer, int count, int step) {
        long last = first + (long) (outer - 1) * outerStride + (long) (points - 1) * stride + count;
        if (outer > 0 && (first < 0 || (stride | outerStride | count) < 0 || last > length)) {
            throw new IndexOutOfBoundsException(
                    "elements from " + first + " to " + last + " of an array of length " + length);
        }
        checkWhole(count, step);
    }
}
