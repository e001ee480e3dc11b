package org.shrinq.quantum.statevector;

/** Sizes chosen by measurement; see docs/simulator.md. */
final class Tuning {
    /** A phase table of 2^11 complex numbers and the amplitudes it multiplies stay near the core. */
    static final int TABLE_BITS = Integer.getInteger("tb", 11);

    /** A state of up to 2^ROW_BITS amplitudes is one row; larger ones have rows of at most that. */
    static final int MAX_ROW_BITS = Integer.getInteger("mrb", 15);

    /** A bundle of columns has 2^BUNDLE_BITS amplitudes. */
    static final int BUNDLE_BITS = Integer.getInteger("bb", 14);

    private Tuning() {}

    /** Where a state begins in its array. */
    static int base(Kernel<?> kernel) {
        return 48 / kernel.bytes();
    }

    /** Elements between rows: as many as one bundle is wide, so that a column of bundles fills every cache set once. */
    static int padding(Kernel<?> kernel, int widthBits) {
        return Integer.getInteger("pad", 1 << widthBits);
    }

    static int rowBits(int qubits) {
        return qubits <= MAX_ROW_BITS
                ? qubits
                : Math.max(Math.min(Integer.getInteger("rb", 15), qubits - 3), qubits - 12);
    }

    static int widthBits(int qubits, int rowBits) {
        return Math.max(4, Math.min(rowBits, BUNDLE_BITS - (qubits - rowBits)));
    }

    /** Largest position rotated within the inner pieces: what fits the first-level cache, leaving whole groups of three. */
    static int innerBits(int from, int to, int lowBits, int tableBits) {
        int cap = Math.min(tableBits, Integer.getInteger("ib", 11));
        if (to <= cap) {
            return to;
        }
        int best = cap;
        while (best > from + lowBits && (to - best) % 3 != 0) {
            best--;
        }
        return (to - best) % 3 == 0 ? best : cap;
    }
}
