package org.shrinq.quantum.statevector;

import java.util.Arrays;

/** Rotations of the qubits that one {@link Frame} rotates, forwards and backwards, and the derivatives by their angles. */
final class Mixing<A> {
    /** Which derivatives are wanted. */
    enum Detail {
        /** One number for all qubits together, at index 0. */
        SUM,
        /** One number per qubit. */
        PER_QUBIT
    }

    private final Kernel<A> kernel;
    private final Frame frame;
    private final double[] ones;

    Mixing(Kernel<A> kernel, Frame frame) {
        this.kernel = kernel;
        this.frame = frame;
        ones = new double[8];
        Arrays.fill(ones, 1);
    }

    /** Rotates the positions above the inner ones of x[off, off + 2^localBits). */
    void outer(A x, int off, Layer layer, double[] low) {
        rotate(frame.outer, x, off, frame.localBits, layer, 1, low);
    }

    /** Rotates the inner positions of x[off, off + 2^bits). */
    void inner(A x, int off, int bits, Layer layer, double[] low) {
        int step = 1 << Math.min(frame.innerBits, bits);
        for (int a = off; a < off + (1 << bits); a += step) {
            rotate(frame.inner, x, a, Math.min(frame.innerBits, bits), layer, 1, low);
        }
    }

    /** Undoes {@link #outer} on φ and λ after adding factor²·⟨λ|G|φ⟩ to {@code dots}; returns the factor left behind. */
    double undoOuter(Piece<A> p, Layer layer, double factor, Detail detail, double[] dots, int d, double[] low) {
        double left = factor;
        for (Frame.Group group : frame.outer) {
            left = undo(group, p, p.off, frame.localBits, layer, left, detail, dots, d, low);
        }
        return left;
    }

    /** As {@link #undoOuter} for the inner positions of the piece's elements [off, off + 2^bits). */
    double undoInner(
            Piece<A> p,
            int off,
            int bits,
            Layer layer,
            double factor,
            Detail detail,
            double[] dots,
            int d,
            double[] low) {
        int step = 1 << Math.min(frame.innerBits, bits);
        double left = factor;
        for (int a = off; a < off + (1 << bits); a += step) {
            left = factor;
            for (Frame.Group group : frame.inner) {
                left = undo(group, p, a, Math.min(frame.innerBits, bits), layer, left, detail, dots, d, low);
            }
        }
        return left;
    }

    private void rotate(Frame.Group[] groups, A x, int off, int bits, Layer layer, int sign, double[] low) {
        for (int r = 0; r < layer.repeats; r++) {
            for (Frame.Group group : groups) {
                rotate(group, x, off, bits, layer, sign, low);
            }
        }
    }

    private double undo(
            Frame.Group group,
            Piece<A> p,
            int off,
            int bits,
            Layer layer,
            double factor,
            Detail detail,
            double[] dots,
            int d,
            double[] low) {
        double weight = factor * factor;
        if (detail == Detail.SUM) {
            dots[d] += weight * (dot(group, p.re, p.lre, off, bits) + dot(group, p.im, p.lim, off, bits));
        } else {
            for (int j = 0; j < group.count(); j++) {
                dots[d + frame.order[group.position() + j]] += weight
                        * (dot(group, j, p.re, p.lre, off, bits, low) + dot(group, j, p.im, p.lim, off, bits, low));
            }
        }
        for (int r = 0; r < layer.repeats; r++) {
            rotate(group, p.re, off, bits, layer, -1, low);
            rotate(group, p.im, off, bits, layer, -1, low);
            rotate(group, p.lre, off, bits, layer, -1, low);
            rotate(group, p.lim, off, bits, layer, -1, low);
        }
        double left = factor;
        for (int j = 0; j < group.count(); j++) {
            left *= layer.cosine[frame.order[group.position() + j]];
        }
        return left;
    }

    private void rotate(Frame.Group group, A x, int off, int bits, Layer layer, int sign, double[] low) {
        int[] order = frame.order;
        int q = group.position();
        double[] t = layer.tangent;
        if (group.kind() == Frame.Kind.LOW) {
            for (int j = 0; j < group.count(); j++) {
                low[j] = sign * t[order[j]];
            }
            kernel.rotateLow(x, off, 1 << bits, low);
            return;
        }
        int s = 1 << q;
        int outer = 1 << (bits - q - group.count());
        int step = s << group.count();
        double t0 = sign * t[order[q]];
        if (group.count() == 1) {
            kernel.rotate1(x, off, s, step, x, off, s, step, outer, s, t0);
        } else if (group.count() == 2) {
            kernel.rotate2(x, off, s, step, x, off, s, step, outer, s, t0, sign * t[order[q + 1]]);
        } else {
            kernel.rotate3(
                    x, off, s, step, x, off, s, step, outer, s, t0, sign * t[order[q + 1]], sign * t[order[q + 2]]);
        }
    }

    private double dot(Frame.Group group, A x, A y, int off, int bits) {
        int q = group.position();
        int s = 1 << q;
        if (group.kind() == Frame.Kind.LOW) {
            return kernel.dotLow(x, y, off, 1 << bits, ones);
        }
        if (group.count() == 3) {
            return kernel.dot3(x, y, off, s, s << 3, 1 << (bits - q - 3), s);
        }
        double sum = 0;
        for (int j = 0; j < group.count(); j++) {
            sum += kernel.dot1(x, y, off, s << j, s << (j + 1), 1 << (bits - q - j - 1), s << j);
        }
        return sum;
    }

    /** For the group's qubit j alone. */
    private double dot(Frame.Group group, int j, A x, A y, int off, int bits, double[] low) {
        int q = group.position() + j;
        if (group.kind() == Frame.Kind.LOW) {
            Arrays.fill(low, 0);
            low[j] = 1;
            return kernel.dotLow(x, y, off, 1 << bits, low);
        }
        return kernel.dot1(x, y, off, 1 << q, 2 << q, 1 << (bits - q - 1), 1 << q);
    }
}
