package org.shrinq.quantum.statevector;

import java.util.ArrayList;
import java.util.List;

/**
 * One way to cut the state into blocks that stay in cache while all their qubits are rotated: whole rows of consecutive
 * amplitudes (the low qubits), or bundles of columns over all rows (the high qubits). A block has 2^localBits
 * amplitudes in a contiguous array; bit k of its index is qubit order[k], and the positions of the groups are rotated
 * here.
 */
final class BlockLayout {
    /**
     * What is rotated in one go: {@code count} qubits from {@code position}, by the kernel's low loop or by its radix
     * loops.
     */
    record Group(int position, int count, Kind kind) {}

    enum Kind {
        LOW,
        RADIX
    }

    final int[] order;
    final int localBits;
    final int tableBits;
    /** Ascending by position; the last one of a bundle ends at the top of the block. */
    final Group[] groups;

    private BlockLayout(int[] order, int localBits, Group[] groups) {
        this.order = order;
        this.localBits = localBits;
        this.tableBits = Math.min(localBits, KernelSizes.TABLE_BITS);
        this.groups = groups;
    }

    /** Rows of 2^localBits amplitudes; order is the identity. */
    static BlockLayout rows(Kernel<?> kernel, int qubits, int localBits) {
        int[] order = new int[qubits];
        for (int k = 0; k < qubits; k++) {
            order[k] = k;
        }
        return new BlockLayout(
                order, localBits, groups(0, localBits, kernel.lowBits(1 << localBits), kernel.radixBits()));
    }

    /** Bundles of 2^widthBits columns: the width, then the row bits from {@code rowBit} up, then the other columns. */
    static BlockLayout columns(Kernel<?> kernel, int qubits, int rowBit, int widthBits) {
        int[] order = new int[qubits];
        int rows = qubits - rowBit;
        for (int k = 0; k < qubits; k++) {
            order[k] = k < widthBits ? k : k < widthBits + rows ? rowBit + k - widthBits : k - rows;
        }
        return new BlockLayout(
                order, widthBits + rows, groups(widthBits, widthBits + rows, qubits + 1, kernel.radixBits()));
    }

    /** Phase tables that a block takes. */
    int runs() {
        return 1 << (localBits - tableBits);
    }

    private static Group[] groups(int from, int to, int lowBits, int radixBits) {
        List<Group> groups = new ArrayList<>();
        int position = from;
        if (from == 0 && to >= lowBits) {
            groups.add(new Group(0, lowBits, Kind.LOW));
            position = lowBits;
        }
        while (position < to) {
            int left = to - position;
            int count = left == 4 ? 2 : Math.min(radixBits, left);
            groups.add(new Group(position, count, Kind.RADIX));
            position += count;
        }
        return groups.toArray(Group[]::new);
    }
}
