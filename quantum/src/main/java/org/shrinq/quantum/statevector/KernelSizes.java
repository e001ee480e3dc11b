package org.shrinq.quantum.statevector;

/** Sizes chosen by measurement; see docs/state-vector.md. */
final class KernelSizes {
    /** A phase table of 2^11 complex numbers and the amplitudes it multiplies stay near the core. */
    static final int TABLE_BITS = 11;

    /** Fewer qubits take less time than waking a second thread. */
    static final int SMALLEST_PARALLEL_QUBITS = 16;

    /** A state of up to 2^MAX_ROW_BITS amplitudes is one row; larger ones have rows of at most that. */
    static final int MAX_ROW_BITS = 15;

    /**
     * A bundle of columns has at most 2^BUNDLE_BITS amplitudes for the vector loops, twice as many for the plain ones.
     */
    static final int BUNDLE_BITS = 14;

    private KernelSizes() {}

    /** Where a state begins in its array: behind the header, at a cache line. */
    static int base(Kernel<?> kernel) {
        return 48 / kernel.bytes();
    }

    /** Elements between rows: as many as one bundle is wide, so that a column of bundles fills every cache set once. */
    static int padding(int widthBits) {
        return 1 << widthBits;
    }

    static int rowBits(int qubits) {
        return qubits <= MAX_ROW_BITS ? qubits : Math.max(Math.min(MAX_ROW_BITS, qubits - 3), qubits - 12);
    }

    /**
     * For the plain loops an even number, so that the strides of pairs of qubits are powers of four: see {@link
     * DoublePlainRotations}.
     */
    static int widthBits(Kernel<?> kernel, int qubits, int rowBits) {
        int most = mostWidthBits(qubits, rowBits);
        return kernel.radixBits() == 2 ? most & ~1 : Math.max(4, Math.min(rowBits, BUNDLE_BITS - (qubits - rowBits)));
    }

    /** The plain loops' width or one more. */
    static int mostWidthBits(int qubits, int rowBits) {
        return Math.max(4, Math.min(rowBits, BUNDLE_BITS + 1 - (qubits - rowBits)));
    }
}
