package org.shrinq.quantum.statevector;

/**
 * One way to cut the state into pieces that stay in cache while all their qubits are rotated: whole rows of
 * consecutive amplitudes (the low qubits), or bundles of columns over all rows (the high qubits). A piece has 2^localBits
 * amplitudes in a contiguous array; bit k of its index is qubit order[k], and the positions [from, to) are rotated here.
 *
 * <p>Positions below {@code innerBits} are rotated piece by piece of 2^innerBits, the others over the whole piece.
 */
final class Frame {
    /** What is rotated in one go: {@code count} qubits from {@code position}, or the kernel's lowest qubits. */
    record Group(int position, int count, Kind kind) {}

    enum Kind {
        LOW,
        RADIX
    }

    final int[] order;
    final int localBits;
    final int tableBits;
    final int innerBits;
    final Group[] inner;
    final Group[] outer;

    private Frame(int[] order, int localBits, int tableBits, int innerBits, Group[] inner, Group[] outer) {
        this.order = order;
        this.localBits = localBits;
        this.tableBits = tableBits;
        this.innerBits = innerBits;
        this.inner = inner;
        this.outer = outer;
    }

    /** Rows of 2^localBits amplitudes; order is the identity. */
    static Frame rows(int qubits, int localBits, int lowBits) {
        int[] order = new int[qubits];
        for (int k = 0; k < qubits; k++) {
            order[k] = k;
        }
        return of(order, localBits, 0, localBits, lowBits);
    }

    /** Bundles of 2^widthBits columns: the width, then the row bits from {@code rowBit} up, then the other columns. */
    static Frame columns(int qubits, int rowBit, int widthBits, int lowBits) {
        int[] order = new int[qubits];
        int rows = qubits - rowBit;
        for (int k = 0; k < qubits; k++) {
            order[k] = k < widthBits ? k : k < widthBits + rows ? rowBit + k - widthBits : k - rows;
        }
        return of(order, widthBits + rows, widthBits, widthBits + rows, lowBits);
    }

    private static Frame of(int[] order, int localBits, int from, int to, int lowBits) {
        int tableBits = Math.min(localBits, Tuning.TABLE_BITS);
        int innerBits = Tuning.innerBits(from, to, lowBits, tableBits);
        return new Frame(
                order,
                localBits,
                tableBits,
                innerBits,
                groups(from, Math.min(to, innerBits), lowBits),
                groups(Math.max(from, innerBits), to, lowBits));
    }

    private static Group[] groups(int from, int to, int lowBits) {
        java.util.List<Group> groups = new java.util.ArrayList<>();
        int position = from;
        if (from == 0 && to >= lowBits) {
            groups.add(new Group(0, lowBits, Kind.LOW));
            position = lowBits;
        }
        while (position < to) {
            int count = Math.min(3, to - position);
            if (to - position == 4) {
                count = 2;
            }
            groups.add(new Group(position, count, Kind.RADIX));
            position += count;
        }
        return groups.toArray(Group[]::new);
    }
}
