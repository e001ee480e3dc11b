package org.shrinq.quantum.statevector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shrinq.quantum.KernelChoice;

/** Every loop of every kernel against one line of its definition; what must not be touched is looked at too. */
final class KernelTest {
    private static final int SIZE = 4096;
    private static final int OFF = 16;

    /** A kernel with arrays of random numbers, in double and as it stores them. */
    private static final class Bench<A> {
        final Kernel<A> kernel;
        final double error;
        final SplittableRandom random = new SplittableRandom(7);

        Bench(Kernel<A> kernel) {
            this.kernel = kernel;
            error = kernel.bytes() == 8 ? 1e-12 : 5e-6;
        }

        A stored(double[] values) {
            A array = kernel.allocate(values.length);
            kernel.store(values, 0, array, 0, values.length);
            return array;
        }

        double[] loaded(A array, int length) {
            double[] values = new double[length];
            kernel.load(array, 0, values, 0, length);
            return values;
        }

        /** Numbers that single precision holds exactly. */
        double[] numbers(int length) {
            return random.doubles(length, -1, 1).map(v -> (float) v).toArray();
        }

        void assertSame(A found, double[] expected, String what) {
            double[] f = loaded(found, expected.length);
            for (int k = 0; k < expected.length; k++) {
                if (!(Math.abs(f[k] - expected[k]) <= error)) {
                    assertThat(f[k])
                            .as("%s %s, element %d", kernel.name(), what, k)
                            .isCloseTo(expected[k], within(error));
                }
            }
        }

        void assertClose(double found, double expected, String what) {
            assertThat(found).as("%s %s", kernel.name(), what).isCloseTo(expected, within(error * 40));
        }

        @Override
        public String toString() {
            return kernel.name() + " " + kernel.bytes();
        }
    }

    static Stream<Bench<?>> benches() {
        Stream<Bench<?>> plain = Stream.of(new Bench<>(new DoublePlainKernel()), new Bench<>(new FloatPlainKernel()));
        return TestKernels.hasVectors()
                ? Stream.concat(
                        plain, Stream.of(new Bench<>(new DoubleVectorKernel()), new Bench<>(new FloatVectorKernel())))
                : plain;
    }

    /** x[z] − t·x[z'] where bit q of z is 0 and x[z] + t·x[z'] where it is 1, in place. */
    private static void rotate(double[] x, int off, int length, int q, double t) {
        for (int z = 0; z < length; z++) {
            if ((z >> q & 1) == 0) {
                int w = z | 1 << q;
                double a = x[off + z];
                double b = x[off + w];
                x[off + z] = a - t * b;
                x[off + w] = b + t * a;
            }
        }
    }

    /** ⟨y|G_q|x⟩, G = [[0, −1], [1, 0]]. */
    private static double dot(double[] x, double[] y, int off, int length, int q) {
        double sum = 0;
        for (int z = 0; z < length; z++) {
            int w = z ^ 1 << q;
            sum += y[off + z] * ((z >> q & 1) == 0 ? -x[off + w] : x[off + w]);
        }
        return sum;
    }

    @ParameterizedTest
    @MethodSource("benches")
    <A> void lowRotations(Bench<A> b) {
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

    /** Both ways to treat qubits inside a register, whichever this Java prefers. */
    @Test
    void bothLaneVariants() {
        assumeTrue(TestKernels.hasVectors(), "vectors of at least four doubles");
        Bench<double[]> d = new Bench<>(new DoubleVectorKernel());
        double[] t = d.numbers(8);
        double[] x = d.numbers(SIZE);
        double[] y = d.numbers(SIZE);
        int lanes = DoubleVectorLanes.LANE_BITS;
        double[] expected = x.clone();
        double[] all = x.clone();
        double overlap = 0;
        for (int q = 0; q < lanes + 3; q++) {
            overlap += q < lanes ? t[q] * dot(x, y, OFF, 1024, q) : 0;
            if (q < lanes) {
                rotate(expected, OFF, 1024, q, t[q]);
            }
            rotate(all, OFF, 1024, q, t[q]);
        }
        double[] matrix = x.clone();
        DoubleVectorLanes.rotateLanes(matrix, OFF, 1024, t);
        d.assertSame(matrix, expected, "matrix");
        double[] shuffled = x.clone();
        DoubleVectorLanes.rotateLowShuffled(shuffled, OFF, 1024, t);
        d.assertSame(shuffled, all, "shuffled");
        d.assertClose(DoubleVectorLanes.dotLanes(x, y, OFF, 1024, t), overlap, "dot matrix");
        d.assertClose(DoubleVectorLanes.dotLanesShuffled(x, y, OFF, 1024, t), overlap, "dot shuffled");
    }

    @Test
    void bothLaneVariantsInSinglePrecision() {
        assumeTrue(TestKernels.hasVectors(), "vectors of at least four doubles");
        Bench<float[]> b = new Bench<>(new FloatVectorKernel());
        double[] t = b.numbers(8);
        double[] x = b.numbers(SIZE);
        double[] y = b.numbers(SIZE);
        int lanes = FloatVectorLanes.LANE_BITS;
        double[] expected = x.clone();
        double[] all = x.clone();
        double overlap = 0;
        for (int q = 0; q < lanes + 3; q++) {
            overlap += q < lanes ? t[q] * dot(x, y, OFF, 1024, q) : 0;
            if (q < lanes) {
                rotate(expected, OFF, 1024, q, t[q]);
            }
            rotate(all, OFF, 1024, q, t[q]);
        }
        float[] matrix = b.stored(x);
        FloatVectorLanes.rotateLanes(matrix, OFF, 1024, t);
        b.assertSame(matrix, expected, "matrix");
        float[] shuffled = b.stored(x);
        FloatVectorLanes.rotateLowShuffled(shuffled, OFF, 1024, t);
        b.assertSame(shuffled, all, "shuffled");
        b.assertClose(FloatVectorLanes.dotLanes(b.stored(x), b.stored(y), OFF, 1024, t), overlap, "dot matrix");
        b.assertClose(
                FloatVectorLanes.dotLanesShuffled(b.stored(x), b.stored(y), OFF, 1024, t), overlap, "dot shuffled");
    }

    /** In place, and from one layout to another, for one to three qubits. */
    @ParameterizedTest
    @MethodSource("benches")
    <A> void radixRotations(Bench<A> b) {
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
            Bench<A> b,
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
    <A> void overlaps(Bench<A> b) {
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

    private static <A> PhaseRow<A> phases(Bench<A> b, double[][] table, double[][] q, double[][] v) {
        return new PhaseRow<>(
                b.stored(table[0]), b.stored(table[1]), b.stored(q[0]), b.stored(q[1]), v[0], v[1], table[0].length);
    }

    @ParameterizedTest
    @MethodSource("benches")
    <A> void phasesAndWhatTheySum(Bench<A> b) {
        int length = 512;
        int small = 1 << Kernel.PHASE_BITS;
        double[][] table = {b.numbers(length), b.numbers(length)};
        double[][] q = {b.numbers(small), b.numbers(small)};
        double[][] v = {b.numbers(length / small), b.numbers(length / small)};
        double[] pr = new double[length];
        double[] pi = new double[length];
        for (int z = 0; z < length; z++) {
            int a = z % small;
            int c = z / small;
            double fr = q[0][a] * v[0][c] - q[1][a] * v[1][c];
            double fi = q[0][a] * v[1][c] + q[1][a] * v[0][c];
            pr[z] = table[0][z] * fr - table[1][z] * fi;
            pi[z] = table[0][z] * fi + table[1][z] * fr;
        }
        PhaseRow<A> row = phases(b, table, q, v);
        double[] re = b.numbers(SIZE);
        double[] im = b.numbers(SIZE);
        double[] lre = b.numbers(SIZE);
        double[] lim = b.numbers(SIZE);
        double[] f = b.numbers(SIZE);

        A fr = b.stored(re);
        A fi = b.stored(im);
        b.kernel.phaseFill(fr, fi, OFF, row);
        double[] er = re.clone();
        double[] ei = im.clone();
        System.arraycopy(pr, 0, er, OFF, length);
        System.arraycopy(pi, 0, ei, OFF, length);
        b.assertSame(fr, er, "fill re");
        b.assertSame(fi, ei, "fill im");

        fr = b.stored(re);
        fi = b.stored(im);
        b.kernel.phase(fr, fi, OFF, row);
        for (int z = 0; z < length; z++) {
            er[OFF + z] = re[OFF + z] * pr[z] - im[OFF + z] * pi[z];
            ei[OFF + z] = re[OFF + z] * pi[z] + im[OFF + z] * pr[z];
        }
        b.assertSame(fr, er, "phase re");
        b.assertSame(fi, ei, "phase im");

        fr = b.stored(re);
        fi = b.stored(im);
        A lr = b.stored(lre);
        A li = b.stored(lim);
        double sum = b.kernel.unphase(fr, fi, lr, li, OFF, row, b.stored(f), 32);
        double expected = 0;
        double[] elr = lre.clone();
        double[] eli = lim.clone();
        for (int z = 0; z < length; z++) {
            int k = OFF + z;
            expected += f[32 + z] * (lre[k] * im[k] - lim[k] * re[k]);
            er[k] = re[k] * pr[z] + im[k] * pi[z];
            ei[k] = im[k] * pr[z] - re[k] * pi[z];
            elr[k] = lre[k] * pr[z] + lim[k] * pi[z];
            eli[k] = lim[k] * pr[z] - lre[k] * pi[z];
        }
        b.assertClose(sum, expected, "unphase");
        b.assertSame(fr, er, "unphase re");
        b.assertSame(fi, ei, "unphase im");
        b.assertSame(lr, elr, "unphase lre");
        b.assertSame(li, eli, "unphase lim");
    }

    @ParameterizedTest
    @MethodSource("benches")
    <A> void sumsOverTheDiagonal(Bench<A> b) {
        double[] re = b.numbers(SIZE);
        double[] im = b.numbers(SIZE);
        double[] lre = b.numbers(SIZE);
        double[] lim = b.numbers(SIZE);
        double[] f = b.numbers(SIZE);
        A fr = b.stored(re);
        A fi = b.stored(im);
        A lr = b.stored(lre);
        A li = b.stored(lim);
        A diagonal = b.stored(f);
        int length = 2048;
        for (double clip : new double[] {Double.POSITIVE_INFINITY, 0.25}) {
            double expectation = 0;
            double current = 0;
            double[] applied = lre.clone();
            double[] appliedIm = lim.clone();
            double[] probabilities = new double[SIZE];
            double[] currents = new double[SIZE];
            for (int z = 0; z < length; z++) {
                int k = OFF + z;
                double value = Math.min(f[48 + z], clip);
                expectation += value * (re[k] * re[k] + im[k] * im[k]);
                current += f[48 + z] * (lre[k] * im[k] - lim[k] * re[k]);
                applied[k] = value * re[k];
                appliedIm[k] = value * im[k];
                probabilities[5 + z] = re[k] * re[k] + im[k] * im[k];
                currents[5 + z] = 3 * (lre[k] * im[k] - lim[k] * re[k]);
            }
            b.assertClose(b.kernel.expectation(fr, fi, OFF, diagonal, 48, length, clip), expectation, "expectation");
            b.assertClose(b.kernel.current(fr, fi, lr, li, OFF, diagonal, 48, length), current, "current");
            double[] out = new double[SIZE];
            b.kernel.probabilities(fr, fi, OFF, length, out, 5);
            b.assertSame(b.stored(out), probabilities, "probabilities");
            out = new double[SIZE];
            b.kernel.currents(fr, fi, lr, li, OFF, length, 3, out, 5);
            b.assertSame(b.stored(out), currents, "currents");
            A ar = b.stored(lre);
            A ai = b.stored(lim);
            b.kernel.apply(fr, fi, ar, ai, OFF, diagonal, 48, length, clip);
            b.assertSame(ar, applied, "apply re");
            b.assertSame(ai, appliedIm, "apply im");
        }
        b.assertSame(fr, re, "re");
        b.assertSame(fi, im, "im");
    }

    @ParameterizedTest
    @MethodSource("benches")
    <A> void tableRows(Bench<A> b) {
        double[] tre = b.numbers(256);
        double[] tim = b.numbers(256);
        double[] gre = b.numbers(128);
        double[] gim = b.numbers(128);
        A tr = b.stored(tre);
        A ti = b.stored(tim);
        b.kernel.tableRow(tr, ti, 128, 64, b.stored(gre), b.stored(gim), 32, 64, 0.3, -0.7);
        double[] er = tre.clone();
        double[] ei = tim.clone();
        for (int k = 0; k < 64; k++) {
            double fr = gre[32 + k] * 0.3 + gim[32 + k] * 0.7;
            double fi = gim[32 + k] * 0.3 - gre[32 + k] * 0.7;
            er[128 + k] = tre[64 + k] * fr - tim[64 + k] * fi;
            ei[128 + k] = tre[64 + k] * fi + tim[64 + k] * fr;
        }
        b.assertSame(tr, er, "tableRow re");
        b.assertSame(ti, ei, "tableRow im");
    }

    /** The Vector API is told not to check: nothing outside an array may ever be asked of it. */
    @Test
    void vectorLoopsCheckTheirRanges() {
        assumeTrue(TestKernels.hasVectors(), "vectors of at least four doubles");
        DoubleVectorKernel k = new DoubleVectorKernel();
        double[] x = new double[512];
        double[] y = new double[500];
        double[] t = new double[8];
        assertThatThrownBy(() -> k.rotateLow(x, 8, 512, t)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> k.rotateLow(x, 0, 100, t)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> k.rotate1(x, 0, 256, 512, x, 8, 256, 512, 1, 256, 0.1))
                .isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> k.rotate2(x, -8, 64, 256, x, 0, 64, 256, 1, 64, 0.1, 0.1))
                .isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> k.rotate3(x, 0, 64, 512, x, 0, 64, 512, 2, 64, 0.1, 0.1, 0.1))
                .isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> k.rotate1(x, 0, 1 << 30, 1 << 30, x, 0, 1 << 30, 1 << 30, 8, 8, 0.1))
                .isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> k.dot1(x, y, 0, 256, 512, 1, 256)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> k.dot3(y, x, 0, 64, 512, 1, 64)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> k.dotLow(x, y, 0, 512, t)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> k.tableRow(x, x, 480, 0, x, x, 0, 64, 1, 0))
                .isInstanceOf(IndexOutOfBoundsException.class);
        double[] v = new double[8];
        PhaseRow<double[]> row = new PhaseRow<>(x, x, t, t, v, v, 512);
        assertThatThrownBy(() -> k.phase(x, x, 0, row)).isInstanceOf(IndexOutOfBoundsException.class);
        PhaseRow<double[]> good = new PhaseRow<>(x, x, new double[64], new double[64], v, v, 512);
        assertThatThrownBy(() -> k.phase(x, y, 0, good)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> k.phaseFill(x, x, 8, good)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> k.unphase(x, x, x, y, 0, good, x, 0)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> k.unphase(x, x, x, x, 0, good, y, 0)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> k.expectation(x, x, 0, y, 0, 512, 1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> k.apply(x, x, y, x, 0, x, 0, 512, 1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> k.current(x, x, x, x, 0, x, 8, 512)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void kernelsAreChosen() {
        assumeTrue(TestKernels.hasVectors(), "vectors of at least four doubles");
        assertThat(Kernels.ofDouble(KernelChoice.PLAIN, 20).name()).isEqualTo("plain");
        assertThat(Kernels.ofFloat(KernelChoice.PLAIN, 20).name()).isEqualTo("plain");
        assertThat(Kernels.ofDouble(KernelChoice.VECTOR, 20).name()).startsWith("vector-");
        assertThat(Kernels.ofFloat(KernelChoice.VECTOR, 8).name()).startsWith("vector-");
        assertThat(Kernels.ofDouble(KernelChoice.VECTOR, 7).name()).isEqualTo("plain");
        assertThat(Kernels.ofDouble(KernelChoice.AUTO, 20).lanes()).isGreaterThanOrEqualTo(4);
        assertThat(Kernels.ofDouble(KernelChoice.AUTO, 20).bytes()).isEqualTo(8);
        assertThat(Kernels.ofFloat(KernelChoice.AUTO, 20).bytes()).isEqualTo(4);
    }
}
