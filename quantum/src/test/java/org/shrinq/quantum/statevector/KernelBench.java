package org.shrinq.quantum.statevector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * A kernel with arrays of random numbers, in double and as it stores them, and the definitions that its loops are held
 * to.
 */
final class KernelBench<A> {
    static final int SIZE = 4096;
    static final int OFF = 16;

    final Kernel<A> kernel;
    private final double error;
    private final SplittableRandom random = new SplittableRandom(7);

    KernelBench(Kernel<A> kernel) {
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
                assertThat(f[k]).as("%s %s, element %d", kernel.name(), what, k).isCloseTo(expected[k], within(error));
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

    /** Every kernel that this machine can run. */
    static Stream<KernelBench<?>> all() {
        Stream<KernelBench<?>> plain =
                Stream.of(new KernelBench<>(new DoublePlainKernel()), new KernelBench<>(new FloatPlainKernel()));
        return TestKernels.hasVectors()
                ? Stream.concat(
                        plain,
                        Stream.of(
                                new KernelBench<>(new DoubleVectorKernel()),
                                new KernelBench<>(new FloatVectorKernel())))
                : plain;
    }

    /** x[z] − t·x[z'] where bit q of z is 0 and x[z] + t·x[z'] where it is 1, in place. */
    static void rotate(double[] x, int off, int length, int q, double t) {
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
    static double dot(double[] x, double[] y, int off, int length, int q) {
        double sum = 0;
        for (int z = 0; z < length; z++) {
            int w = z ^ 1 << q;
            sum += y[off + z] * ((z >> q & 1) == 0 ? -x[off + w] : x[off + w]);
        }
        return sum;
    }
}
