package org.shrinq.quantum.statevector;

import static org.shrinq.quantum.statevector.KernelBench.OFF;
import static org.shrinq.quantum.statevector.KernelBench.SIZE;
import static org.shrinq.quantum.statevector.KernelBench.dot;
import static org.shrinq.quantum.statevector.KernelBench.rotate;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The rotations and overlaps of every kernel against one line of their definition; what must not be touched is looked
 * at too.
 */
final class KernelRotationTest {
    static Stream<KernelBench<?>> benches() {
        return KernelBench.all();
    }

    @ParameterizedTest
    @MethodSource("benches")
    <A> void lowRotations(KernelBench<A> b) {
        int smallest = 1 << b.kernel.lowBits(1);
        for (int length : new int[] {smallest, 8 * smallest, 1024, 4096, 8192}) {
            int low = b.kernel.lowBits(length);
            double[] t = Arrays.stream(b.numbers(low)).map(v -> v / 4).toArray();
            double[] x = b.numbers(OFF + length + 64);
            A array = b.stored(x);
            b.kernel.rotateLow(array, OFF, length, t);
            for (int q = 0; q < low; q++) {
                rotate(x, OFF, length, q, t[q]);
            }
            b.assertSame(array, x, "rotateLow " + length);
        }
    }

    /** In place, and from one layout to another, for one to three qubits. */
    @ParameterizedTest
    @MethodSource("benches")
    <A> void radixRotations(KernelBench<A> b) {
        for (int qubits = 1; qubits <= 3; qubits++) {
            for (int q : new int[] {4, 6}) {
                double[] t = b.numbers(3);
                double[] x = b.numbers(SIZE);
                int count = 1 << q;
                int step = count << qubits;
                int outer = 3;
                A array = b.stored(x);
                radix(b, qubits, array, OFF, count, step, array, OFF, count, step, outer, count, t);
                double[] expected = x.clone();
                for (int j = 0; j < qubits; j++) {
                    for (int o = 0; o < outer; o++) {
                        rotate(expected, OFF + o * step, step, q + j, t[j]);
                    }
                }
                b.assertSame(array, expected, qubits + " in place");
                // strides as in a column of bundles: points far apart, groups in between
                A source = b.stored(x);
                A target = b.stored(x);
                int sStride = 16 * 20;
                int dStride = 16 * 7;
                radix(b, qubits, source, OFF, sStride, 64, target, 0, dStride, 32, 3, 16, t);
                double[] moved = x.clone();
                for (int o = 0; o < 3; o++) {
                    for (int i = 0; i < 16; i++) {
                        double[] points = new double[1 << qubits];
                        for (int k = 0; k < points.length; k++) {
                            points[k] = x[OFF + o * 64 + i + k * sStride];
                        }
                        for (int j = 0; j < qubits; j++) {
                            rotate(points, 0, points.length, j, t[j]);
                        }
                        for (int k = 0; k < points.length; k++) {
                            moved[o * 32 + i + k * dStride] = points[k];
                        }
                    }
                }
                b.assertSame(target, moved, qubits + " moved");
            }
        }
    }

    /**
     * Strides of large states, some of which have loops of their own: whole groups in place, fetched into a piece and
     * stored from it.
     */
    @ParameterizedTest
    @MethodSource("benches")
    <A> void longStrides(KernelBench<A> b) {
        for (int q = 5; q <= 14; q++) {
            int stride = 1 << q;
            for (int qubits = 1; qubits <= 2; qubits++) {
                double[] t = b.numbers(2);
                int step = stride << qubits;
                int size = OFF + 2 * step + 64;
                double[] x = b.numbers(size);
                A array = b.stored(x);
                radix(b, qubits, array, OFF, stride, step, array, OFF, stride, step, 2, stride, t);
                double[] expected = x.clone();
                for (int j = 0; j < qubits; j++) {
                    rotate(expected, OFF, 2 * step, q + j, t[j]);
                }
                b.assertSame(array, expected, qubits + " by " + stride);

                // a piece of runs of 32 elements, and a state in which they are 48 apart
                int rows = stride / 32;
                double[] piece = b.numbers(OFF + step);
                double[] rotated = piece.clone();
                for (int j = 0; j < qubits; j++) {
                    rotate(rotated, OFF, step, q + j, t[j]);
                }
                int strided = 48 * rows << qubits;
                A state = b.kernel.allocate(strided);
                radix(b, qubits, b.stored(piece), OFF, stride, 32, state, 0, 48 * rows, 48, rows, 32, t);
                b.assertSame(state, spread(rotated, 0, new double[strided]), qubits + " stored, by " + stride);
                A fetched = b.stored(new double[OFF + step]);
                A from = b.stored(spread(piece, 1, new double[strided]));
                radix(b, qubits, from, 1, 48 * rows, 48, fetched, OFF, stride, 32, rows, 32, t);
                Arrays.fill(rotated, 0, OFF, 0);
                b.assertSame(fetched, rotated, qubits + " fetched, by " + stride);
            }
        }
    }

    /** Runs of 32 elements from OFF on, laid 48 apart from {@code start} on. */
    private static double[] spread(double[] piece, int start, double[] into) {
        for (int k = 0; k < piece.length - OFF; k++) {
            into[start + k / 32 * 48 + k % 32] = piece[OFF + k];
        }
        return into;
    }

    private static <A> void radix(
            KernelBench<A> b,
            int qubits,
            A src,
            int s,
            int sStride,
            int sOuter,
            A dst,
            int d,
            int dStride,
            int dOuter,
            int outer,
            int count,
            double[] t) {
        switch (qubits) {
            case 1 -> b.kernel.rotate1(src, s, sStride, sOuter, dst, d, dStride, dOuter, outer, count, t[0]);
            case 2 -> b.kernel.rotate2(src, s, sStride, sOuter, dst, d, dStride, dOuter, outer, count, t[0], t[1]);
            default ->
                b.kernel.rotate3(src, s, sStride, sOuter, dst, d, dStride, dOuter, outer, count, t[0], t[1], t[2]);
        }
    }

    @ParameterizedTest
    @MethodSource("benches")
    <A> void overlaps(KernelBench<A> b) {
        double[] x = b.numbers(OFF + 8192);
        double[] y = b.numbers(OFF + 8192);
        A p = b.stored(x);
        A q = b.stored(y);
        int length = 8192;
        int low = b.kernel.lowBits(length);
        double[] w = b.numbers(Kernel.MAX_LOW_BITS);
        double expected = 0;
        double all = 0;
        for (int j = 0; j < low; j++) {
            expected += w[j] * dot(x, y, OFF, length, j);
            all += dot(x, y, OFF, length, j);
            double[] one = new double[Kernel.MAX_LOW_BITS];
            one[j] = 1;
            b.assertClose(b.kernel.dotLow(p, q, OFF, length, one), dot(x, y, OFF, length, j), "dotLow " + j);
        }
        b.assertClose(b.kernel.dotLow(p, q, OFF, length, w), expected, "dotLow weighted");
        double[] ones = new double[Kernel.MAX_LOW_BITS];
        Arrays.fill(ones, 1);
        b.assertClose(b.kernel.dotLow(p, q, OFF, length, ones), all, "dotLow all");
        for (int j = 4; j < 9; j++) {
            int s = 1 << j;
            double one = dot(x, y, OFF, 2048, j);
            b.assertClose(b.kernel.dot1(p, q, OFF, s, 2 * s, 1024 / s, s), one, "dot1 " + j);
            double three = one + dot(x, y, OFF, 2048, j + 1) + dot(x, y, OFF, 2048, j + 2);
            b.assertClose(b.kernel.dot3(p, q, OFF, s, 8 * s, 256 / s, s), three, "dot3 " + j);
        }
        // one long run: sums go on in double every so often
        b.assertClose(b.kernel.dot1(p, q, 0, 2048, SIZE, 1, 2048), dot(x, y, 0, SIZE, 11), "dot1 long");
        b.assertSame(p, x, "x");
        b.assertSame(q, y, "y");
    }

    /** Overlaps taken while both vectors are rotated. */
    @ParameterizedTest
    @MethodSource("benches")
    <A> void overlapsWithRotations(KernelBench<A> b) {
        int length = 4096;
        for (int q = 4; q <= 10; q++) {
            for (int qubits = 1; qubits <= 2; qubits++) {
                double[] t = b.numbers(2);
                double[] x = b.numbers(OFF + length);
                double[] y = b.numbers(OFF + length);
                A p = b.stored(x);
                A r = b.stored(y);
                double expected = dot(x, y, OFF, length, q) + (qubits == 2 ? dot(x, y, OFF, length, q + 1) : 0);
                double found = qubits == 1
                        ? b.kernel.dotRotate1(p, r, OFF, length, 1 << q, t[0])
                        : b.kernel.dotRotate2(p, r, OFF, length, 1 << q, t[0], t[1]);
                b.assertClose(found, expected, qubits + " at qubit " + q);
                for (int j = 0; j < qubits; j++) {
                    rotate(x, OFF, length, q + j, t[j]);
                    rotate(y, OFF, length, q + j, t[j]);
                }
                b.assertSame(p, x, "x");
                b.assertSame(r, y, "y");
            }
        }
    }
}
