package org.shrinq.quantum.statevector;

import java.util.Arrays;

/**
 * Rotations of the qubits that one {@link BlockLayout} rotates, forwards and backwards, and the derivatives by their
 * angles. Has scratch memory: one per worker.
 */
final class Mixing<A> {
    /** Which derivatives are wanted. */
    enum Detail {
        /** One number for all qubits together, at index 0. */
        SUM,
        /** One number per qubit. */
        PER_QUBIT
    }

    private enum Direction {
        FORWARD(1),
        BACK(-1);

        private final int sign;

        Direction(int sign) {
            this.sign = sign;
        }
    }

    private final Kernel<A> kernel;
    private final BlockLayout layout;
    private final int size;
    private final double[] ones = new double[Kernel.MAX_LOW_BITS];
    private final double[] low = new double[Kernel.MAX_LOW_BITS];

    Mixing(Kernel<A> kernel, BlockLayout layout) {
        this.kernel = kernel;
        this.layout = layout;
        size = 1 << layout.localBits;
        Arrays.fill(ones, 1);
    }

    /** Rotates x[off, off + 2^localBits) in place. */
    void mix(A x, int off, Layer layer) {
        for (int r = 0; r < layer.repeats; r++) {
            for (BlockLayout.Group group : layout.groups) {
                rotate(group, x, off, layer, Direction.FORWARD);
            }
        }
    }

    /** As {@link #mix}, reading the block from where it lies strided in the state: fetched and rotated in one go. */
    void mixFetching(A state, int stateOff, int stride, A x, int off, Layer layer) {
        move(state, stateOff, stride, x, off, rowWidth(), layer, Direction.FORWARD);
        mixRest(x, off, layer);
    }

    /** As {@link #mix}, leaving the result strided in the state. */
    void mixStoring(A x, int off, A state, int stateOff, int stride, Layer layer) {
        mixRest(x, off, layer);
        move(x, off, rowWidth(), state, stateOff, stride, layer, Direction.FORWARD);
    }

    /** All rotations but one of the top group. */
    private void mixRest(A x, int off, Layer layer) {
        for (int g = 0; g < layout.groups.length; g++) {
            int repeats = g == layout.groups.length - 1 ? layer.repeats - 1 : layer.repeats;
            for (int r = 0; r < repeats; r++) {
                rotate(layout.groups[g], x, off, layer, Direction.FORWARD);
            }
        }
    }

    private BlockLayout.Group top() {
        return layout.groups[layout.groups.length - 1];
    }

    private int rowWidth() {
        return 1 << layout.groups[0].position();
    }

    /** Rotates the top group once from one layout to another, in which consecutive rows are sRow and dRow apart. */
    private void move(A from, int s, int sRow, A to, int d, int dRow, Layer layer, Direction direction) {
        BlockLayout.Group top = top();
        int q = top.position();
        int rows = 1 << (q - layout.groups[0].position());
        int width = rowWidth();
        double t0 = direction.sign * layer.tangent[layout.order[q]];
        if (top.count() == 1) {
            kernel.rotate1(from, s, sRow * rows, sRow, to, d, dRow * rows, dRow, rows, width, t0);
            return;
        }
        double t1 = direction.sign * layer.tangent[layout.order[q + 1]];
        if (top.count() == 2) {
            kernel.rotate2(from, s, sRow * rows, sRow, to, d, dRow * rows, dRow, rows, width, t0, t1);
            return;
        }
        double t2 = direction.sign * layer.tangent[layout.order[q + 2]];
        kernel.rotate3(from, s, sRow * rows, sRow, to, d, dRow * rows, dRow, rows, width, t0, t1, t2);
    }

    /**
     * Undoes {@link #mix} on φ and λ, having added factor²·⟨λ|G_j|φ⟩ to {@code dots} from index d on.
     *
     * @param factor what tangent form has left out of φ and λ so far
     * @return the factor left out afterwards
     */
    double undo(Block<A> p, Layer layer, double factor, Detail detail, double[] dots, int d) {
        double left = factor;
        for (BlockLayout.Group group : layout.groups) {
            left = undoGroup(group, p, layer, left, detail, dots, d);
        }
        return left;
    }

    /** As {@link #undo}, reading the block from where it lies strided in the state (re, im), (lre, lim). */
    double undoFetching(
            Block<A> state, int stride, Block<A> p, Layer layer, double factor, Detail detail, double[] dots, int d) {
        move(state.re, state.off, stride, p.re, p.off, rowWidth(), layer, Direction.BACK);
        move(state.im, state.off, stride, p.im, p.off, rowWidth(), layer, Direction.BACK);
        move(state.lre, state.off, stride, p.lre, p.off, rowWidth(), layer, Direction.BACK);
        move(state.lim, state.off, stride, p.lim, p.off, rowWidth(), layer, Direction.BACK);
        rotateBack(top(), p, layer, layer.repeats - 1);
        double left = factor * cosines(top(), layer);
        addDots(top(), p, left, detail, dots, d);
        return undoRest(p, layer, left, detail, dots, d);
    }

    /** As {@link #undo}, leaving the result strided in the state. */
    double undoStoring(
            Block<A> p, Block<A> state, int stride, Layer layer, double factor, Detail detail, double[] dots, int d) {
        double left = undoRest(p, layer, factor, detail, dots, d);
        addDots(top(), p, left, detail, dots, d);
        rotateBack(top(), p, layer, layer.repeats - 1);
        move(p.re, p.off, rowWidth(), state.re, state.off, stride, layer, Direction.BACK);
        move(p.im, p.off, rowWidth(), state.im, state.off, stride, layer, Direction.BACK);
        move(p.lre, p.off, rowWidth(), state.lre, state.off, stride, layer, Direction.BACK);
        move(p.lim, p.off, rowWidth(), state.lim, state.off, stride, layer, Direction.BACK);
        return left * cosines(top(), layer);
    }

    private double undoRest(Block<A> p, Layer layer, double factor, Detail detail, double[] dots, int d) {
        double left = factor;
        for (int g = 0; g < layout.groups.length - 1; g++) {
            left = undoGroup(layout.groups[g], p, layer, left, detail, dots, d);
        }
        return left;
    }

    private double undoGroup(
            BlockLayout.Group group, Block<A> p, Layer layer, double factor, Detail detail, double[] dots, int d) {
        int repeats = layer.repeats;
        if (detail == Detail.SUM) {
            dots[d] += factor
                    * factor
                    * (dotRotateBack(group, p.re, p.lre, p.off, layer)
                            + dotRotateBack(group, p.im, p.lim, p.off, layer));
            repeats--;
        } else {
            addDots(group, p, factor, detail, dots, d);
        }
        rotateBack(group, p, layer, repeats);
        return factor * cosines(group, layer);
    }

    /** The group's overlap of y and x, both of which are then rotated back once. */
    private double dotRotateBack(BlockLayout.Group group, A x, A y, int off, Layer layer) {
        int q = group.position();
        double[] t = layer.tangent;
        int[] order = layout.order;
        if (group.kind() == BlockLayout.Kind.LOW) {
            double dot = kernel.dotLow(x, y, off, size, ones);
            rotate(group, x, off, layer, Direction.BACK);
            rotate(group, y, off, layer, Direction.BACK);
            return dot;
        }
        int s = 1 << q;
        double t0 = -t[order[q]];
        if (group.count() == 1) {
            return kernel.dotRotate1(x, y, off, size, s, t0);
        }
        double t1 = -t[order[q + 1]];
        double dot = kernel.dotRotate2(x, y, off, size, s, t0, t1);
        if (group.count() == 2) {
            return dot;
        }
        // behind the rotations of two qubits, whose squares the overlap carries
        double squares = (1 + t0 * t0) * (1 + t1 * t1);
        return dot + kernel.dotRotate1(x, y, off, size, 4 * s, -t[order[q + 2]]) / squares;
    }

    private void addDots(BlockLayout.Group group, Block<A> p, double factor, Detail detail, double[] dots, int d) {
        double weight = factor * factor;
        if (detail == Detail.SUM) {
            dots[d] += weight * (dot(group, p.re, p.lre, p.off) + dot(group, p.im, p.lim, p.off));
            return;
        }
        for (int j = 0; j < group.count(); j++) {
            double both = dot(group, j, p.re, p.lre, p.off) + dot(group, j, p.im, p.lim, p.off);
            dots[d + layout.order[group.position() + j]] += weight * both;
        }
    }

    private void rotateBack(BlockLayout.Group group, Block<A> p, Layer layer, int repeats) {
        for (int r = 0; r < repeats; r++) {
            rotate(group, p.re, p.off, layer, Direction.BACK);
            rotate(group, p.im, p.off, layer, Direction.BACK);
            rotate(group, p.lre, p.off, layer, Direction.BACK);
            rotate(group, p.lim, p.off, layer, Direction.BACK);
        }
    }

    private double cosines(BlockLayout.Group group, Layer layer) {
        double product = 1;
        for (int j = 0; j < group.count(); j++) {
            product *= layer.cosine[layout.order[group.position() + j]];
        }
        return product;
    }

    private void rotate(BlockLayout.Group group, A x, int off, Layer layer, Direction direction) {
        int[] order = layout.order;
        int q = group.position();
        int sign = direction.sign;
        double[] t = layer.tangent;
        if (group.kind() == BlockLayout.Kind.LOW) {
            for (int j = 0; j < group.count(); j++) {
                low[j] = sign * t[order[j]];
            }
            kernel.rotateLow(x, off, size, low);
            return;
        }
        int s = 1 << q;
        int step = s << group.count();
        int outer = size / step;
        double t0 = sign * t[order[q]];
        if (group.count() == 1) {
            kernel.rotate1(x, off, s, step, x, off, s, step, outer, s, t0);
        } else if (group.count() == 2) {
            kernel.rotate2(x, off, s, step, x, off, s, step, outer, s, t0, sign * t[order[q + 1]]);
        } else {
            double t1 = sign * t[order[q + 1]];
            kernel.rotate3(x, off, s, step, x, off, s, step, outer, s, t0, t1, sign * t[order[q + 2]]);
        }
    }

    private double dot(BlockLayout.Group group, A x, A y, int off) {
        int s = 1 << group.position();
        if (group.kind() == BlockLayout.Kind.LOW) {
            return kernel.dotLow(x, y, off, size, ones);
        }
        if (group.count() == 3) {
            return kernel.dot3(x, y, off, s, 8 * s, size / (8 * s), s);
        }
        double sum = 0;
        for (int j = 0; j < group.count(); j++) {
            sum += kernel.dot1(x, y, off, s << j, s << (j + 1), size / (s << (j + 1)), s << j);
        }
        return sum;
    }

    /** For the group's qubit j alone. */
    private double dot(BlockLayout.Group group, int j, A x, A y, int off) {
        if (group.kind() == BlockLayout.Kind.LOW) {
            Arrays.fill(low, 0);
            low[j] = 1;
            return kernel.dotLow(x, y, off, size, low);
        }
        int s = 1 << (group.position() + j);
        return kernel.dot1(x, y, off, s, 2 * s, size / (2 * s), s);
    }
}
