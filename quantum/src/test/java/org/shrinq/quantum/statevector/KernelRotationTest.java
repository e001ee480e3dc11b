package org.shrinq.quantum.statevector;

import static org.shrinq.quantum.statevector.KernelBench.OFF;
import static org.shrinq.quantum.statevector.KernelBench.SIZE;
import static org.shrinq.quantum.statevector.KernelBench.dot;
import static org.shrinq.quantum.statevector.KernelBench.rotate;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rotations and overlaps of every kernel against one line of their definition; what must not be touched is looked at too. */
final class KernelRotationTest {
    static Stream<KernelBench<?>> benches() {
        return KernelBench.all();
    }

    @ParameterizedTest
    @MethodSource("benches")
    <A> void lowRotations(KernelBench<A> b) {
        int low = b.kernel.lowBits();
        for (int length : new int[] {1 << low, 8 << low, 1024}) {
            double[] t = b.numbers(8);
            double[] x = b.numbers(SIZE);
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
                b.assertSame(source, x, "source");
            }
        }
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
        double[] x = b.numbers(SIZE);
        double[] y = b.numbers(SIZE);
        A p = b.stored(x);
        A q = b.stored(y);
        int low = b.kernel.lowBits();
        double[] w = b.numbers(8);
        double expected = 0;
        double all = 0;
        for (int j = 0; j < low; j++) {
            expected += w[j] * dot(x, y, OFF, 2048, j);
            all += dot(x, y, OFF, 2048, j);
            double[] one = new double[8];
            one[j] = 1;
            b.assertClose(b.kernel.dotLow(p, q, OFF, 2048, one), dot(x, y, OFF, 2048, j), "dotLow " + j);
        }
        b.assertClose(b.kernel.dotLow(p, q, OFF, 2048, w), expected, "dotLow weighted");
        double[] ones = new double[8];
        Arrays.fill(ones, 1);
        b.assertClose(b.kernel.dotLow(p, q, OFF, 2048, ones), all, "dotLow all");
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
}
