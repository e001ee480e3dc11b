package org.shrinq.quantum.statevector;

/**
 * How the amplitudes lie in their arrays: 2^(qubits − rowBits) rows of 2^rowBits consecutive amplitudes, padded so that
 * the elements of one column do not fall into the same cache sets. A state that fits the cache is a single row.
 */
final class Geometry {
    final int qubits;
    final int rowBits;
    /** Columns in one bundle, as a power of two. */
    final int widthBits;
    /** Array elements from one row to the next. */
    final int rowStride;
    /** First element used. */
    final int base;

    final boolean split;
    final BlockLayout rows;
    final BlockLayout columns;

    private Geometry(Kernel<?> kernel, int qubits, int rowBits) {
        this.qubits = qubits;
        this.rowBits = rowBits;
        split = rowBits < qubits;
        widthBits = split ? KernelSizes.widthBits(kernel, qubits, rowBits) : rowBits;
        base = KernelSizes.base(kernel);
        rowStride = (1 << rowBits) + (split ? KernelSizes.padding(widthBits) : 0);
        rows = BlockLayout.rows(kernel, qubits, rowBits);
        columns = split ? BlockLayout.columns(kernel, qubits, rowBits, widthBits) : rows;
    }

    static Geometry of(Kernel<?> kernel, int qubits) {
        return new Geometry(kernel, qubits, KernelSizes.rowBits(qubits));
    }

    int rowCount() {
        return 1 << (qubits - rowBits);
    }

    int bundleCount() {
        return 1 << (rowBits - widthBits);
    }

    /** Elements of one array that holds a state of that many qubits, whatever the kernel; up to a few. */
    static long mostElements(int qubits) {
        int rowBits = KernelSizes.rowBits(qubits);
        long padding = rowBits < qubits ? KernelSizes.padding(KernelSizes.mostWidthBits(qubits, rowBits)) : 0;
        return ((1L << rowBits) + padding) << (qubits - rowBits);
    }

    /** Elements of one array that holds the whole state. */
    int length() {
        return base + rowCount() * rowStride;
    }

    /** Array index of the first amplitude of a row. */
    int rowOffset(int row) {
        return base + row * rowStride;
    }

    /** Array index of the first amplitude of a bundle, in row 0. */
    int bundleOffset(int bundle) {
        return base + (bundle << widthBits);
    }

    /** Elements of one array that holds the whole state and behind it a bundle for each worker. */
    int lengthWithBundles(int workers) {
        return length() + (split ? workers << columns.localBits : 0);
    }

    /**
     * Array index of a worker's bundle. It lies in the array of the state, which is large and so stays where it is, at
     * a cache line: a separate array would begin anywhere, and vectors across cache lines take half as long again.
     */
    int bundleBuffer(int worker) {
        return length() + (worker << columns.localBits);
    }

    /** Array index of the amplitude of basis state z. */
    int offset(int z) {
        return base + (z >>> rowBits) * rowStride + (z & ((1 << rowBits) - 1));
    }
}
