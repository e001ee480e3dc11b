package org.shrinq.quantum.statevector;

/** What this Java can do with vectors, found out once. */
final class VectorSupport {
    /** Elements summed in registers before the sum goes on in double; bounds the error of single precision. */
    static final int SUM_RUN = 1024;

    /** Set to 0, the Vector API trusts its caller's indices; only the launcher of a whole program may decide that. */
    static final String UNCHECKED = "jdk.incubator.vector.VECTOR_ACCESS_OOB_CHECK";

    /**
     * Lane shuffles cost one instruction on Java 25 and when index checks are off; on Java 17 with checks, each verifies its
     * constant pattern again, six times slower than the matrix product that replaces it (measured).
     */
    static final boolean SHUFFLES_ARE_FAST = Runtime.version().feature() >= 25 || Integer.getInteger(UNCHECKED, 2) == 0;

    private VectorSupport() {}
}
