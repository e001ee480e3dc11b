package org.shrinq.quantum.statevector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shrinq.qubo.Ising;

/** What the engine is made of besides its loops: energies, phases, quantiles, moments, angles, layouts, workers. */
final class TablesTest {
    static IntStream sizes() {
        return IntStream.rangeClosed(1, 16);
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 40);
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void energiesOfAllStrings(int n) {
        Ising ising = ReferenceState.model(n, new SplittableRandom(n));
        double[] expected = ReferenceState.energies(ising);
        Kernel<double[]> kernel = Kernels.ofDouble(org.shrinq.quantum.KernelChoice.AUTO, n);
        for (int threads = 1; threads <= 2; threads++) {
            try (Workers workers = Workers.of(threads)) {
                double[] found = Quadratic.of(ising, 0.5).table(kernel, workers);
                assertThat(found).hasSize(1 << n);
                for (int z = 0; z < found.length; z++) {
                    assertThat(found[z])
                            .as("string %d", z)
                            .isCloseTo(0.5 * (expected[z] - ising.offset()), within(1e-11));
                }
            }
        }
    }

    /** Any order of bits, any size of table: factors e^{−iθ(z)}·scale. */
    @ParameterizedTest
    @MethodSource("seeds")
    void phaseFactors(long seed) {
        SplittableRandom r = new SplittableRandom(seed);
        int n = 1 + r.nextInt(10);
        int tableBits = 1 + r.nextInt(n);
        int[] order = IntStream.range(0, n).toArray();
        for (int k = n - 1; k > 0; k--) {
            int other = r.nextInt(k + 1);
            int swap = order[k];
            order[k] = order[other];
            order[other] = swap;
        }
        double constant = r.nextDouble(-3, 3);
        double scale = r.nextDouble(0.5, 2);
        double[] linear = r.doubles(n, -3, 3).toArray();
        double[] coupling = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                if (r.nextInt(3) > 0) {
                    coupling[i * n + j] = r.nextDouble(-3, 3);
                    coupling[j * n + i] = coupling[i * n + j];
                }
            }
        }
        Kernel<double[]> kernel = new DoublePlainKernel();
        PhaseTables<double[]> tables = new PhaseTables<>(kernel, order, tableBits);
        PhaseCursor<double[]> cursor = new PhaseCursor<>(tables);
        tables.set(constant, linear, coupling, scale);
        cursor.bind(tables);
        int runs = 1 << (n - tableBits);
        double[] re = new double[1 << tableBits];
        double[] im = new double[1 << tableBits];
        // in order, and then jumping about
        for (int k = 0; k < 2 * runs; k++) {
            int run = k < runs ? k : r.nextInt(runs);
            kernel.phaseFill(re, im, 0, cursor.at(run));
            for (int low = 0; low < re.length; low++) {
                long local = (long) run << tableBits | low;
                double theta = constant;
                for (int i = 0; i < n; i++) {
                    if ((local >>> i & 1) != 0) {
                        theta += linear[order[i]];
                        for (int j = 0; j < i; j++) {
                            theta += (local >>> j & 1) != 0 ? coupling[order[i] * n + order[j]] : 0;
                        }
                    }
                }
                assertThat(re[low]).isCloseTo(scale * Math.cos(theta), within(1e-12));
                assertThat(im[low]).isCloseTo(-scale * Math.sin(theta), within(1e-12));
            }
        }
    }

    /** The smallest value q with P(f ≤ q) ≥ α, by sorting; with ties, zero probabilities and extreme values. */
    @ParameterizedTest
    @MethodSource("seeds")
    void quantiles(long seed) {
        SplittableRandom r = new SplittableRandom(seed);
        int size = 1 << r.nextInt(1, 12);
        double[] f = seed % 2 == 0
                ? r.ints(size, -5, 5).mapToDouble(v -> v).toArray()
                : r.doubles(size, -1, 1).map(v -> v * v * v * 1e6).toArray();
        if (seed % 5 == 0) {
            f[0] = 1e15;
        }
        double[] p = r.doubles(size, 0, 1).map(v -> v < 0.3 ? 0 : v).toArray();
        p[r.nextInt(size)] += 0.5;
        double total = Arrays.stream(p).sum();
        for (int z = 0; z < size; z++) {
            p[z] /= total;
        }
        Integer[] order = new Integer[size];
        Arrays.setAll(order, z -> z);
        Arrays.sort(order, (a, b) -> Double.compare(f[a], f[b]));
        ValueAtRisk quantile = new ValueAtRisk();
        for (double alpha : new double[] {1e-6, 0.1, 0.5, 0.9, r.nextDouble(), 1}) {
            double sum = 0;
            double expected = f[order[size - 1]];
            for (int z : order) {
                sum += p[z];
                if (sum >= alpha * (1 - 1e-12)) {
                    expected = f[z];
                    break;
                }
            }
            assertThat(quantile.of(f, p, alpha)).as("alpha %s", alpha).isEqualTo(expected);
        }
    }

    /** Signed weights too; the mixed moments of two spins by definition. */
    @ParameterizedTest
    @MethodSource("seeds")
    void spinMoments(long seed) {
        SplittableRandom r = new SplittableRandom(seed);
        int n = (int) (seed % 9);
        double[] w = r.doubles(1 << n, -1, 1).toArray();
        SpinMoments m = SpinMoments.of(w.clone());
        assertThat(m.size()).isEqualTo(n);
        assertThat(m.total()).isCloseTo(Arrays.stream(w).sum(), within(1e-12));
        for (int i = 0; i < n; i++) {
            double single = 0;
            for (int z = 0; z < w.length; z++) {
                single += w[z] * spin(z, i);
            }
            assertThat(m.single(i)).isCloseTo(single, within(1e-12));
            for (int j = 0; j < n; j++) {
                double pair = 0;
                for (int z = 0; z < w.length; z++) {
                    pair += w[z] * spin(z, i) * spin(z, j);
                }
                assertThat(m.pair(i, j)).isCloseTo(pair, within(1e-12));
            }
        }
    }

    private static int spin(int z, int i) {
        return (z >>> i & 1) == 0 ? 1 : -1;
    }

    /** Tangents stay within what the precision bears; with the cosines they are the rotation by β. */
    @ParameterizedTest
    @MethodSource("seeds")
    void layers(long seed) {
        SplittableRandom r = new SplittableRandom(seed);
        double[] beta = r.doubles(5, -20, 20).toArray();
        beta[0] = seed % 2 == 0 ? Math.PI / 2 : 0.1;
        for (double limit : new double[] {3, 256}) {
            Layer layer = new Layer(5);
            layer.set(beta, limit);
            double product = 1;
            for (int j = 0; j < 5; j++) {
                double t = layer.tangent[j];
                assertThat(Math.abs(t)).isLessThanOrEqualTo(Math.max(limit, 1.0001));
                // [[1, −t], [t, 1]] applied once or twice
                double c = layer.repeats == 1 ? 1 : 1 - t * t;
                double s = layer.repeats == 1 ? t : 2 * t;
                assertThat(layer.cosine[j] * c).isCloseTo(Math.cos(beta[j]), within(1e-12));
                assertThat(layer.cosine[j] * s).isCloseTo(Math.sin(beta[j]), within(1e-12));
                product *= layer.cosine[j];
            }
            assertThat(layer.factor()).isCloseTo(product, within(1e-15));
            assertThat(layer.factor(1, 3)).isEqualTo(layer.cosine[1] * layer.cosine[2]);
        }
    }

    /** Every qubit is rotated by exactly one group of rows or columns, and every amplitude has its own place. */
    @Test
    void framesCoverAllQubits() {
        Kernel<?>[] plain = {new DoublePlainKernel(), new FloatPlainKernel()};
        Kernel<?>[] all = {plain[0], plain[1], new DoubleVectorKernel(), new FloatVectorKernel()};
        for (Kernel<?> kernel : TestKernels.hasVectors() ? all : plain) {
            for (int n = kernel.lanes() == 1 ? 1 : 8; n <= 28; n++) {
                Geometry g = Geometry.of(kernel, n);
                int[] rotated = new int[n];
                count(g.rows, rotated);
                if (g.split) {
                    count(g.columns, rotated);
                    assertThat(g.columns.localBits)
                            .isLessThanOrEqualTo(Math.max(KernelSizes.BUNDLE_BITS + 1, 4 + n - g.rowBits));
                    assertThat(kernel.lanes() == 1 ? g.widthBits % 2 : 0).isZero();
                    assertThat(g.bundleCount() << g.widthBits).isEqualTo(1 << g.rowBits);
                }
                assertThat(rotated).as("n = %d", n).containsOnly(1);
                assertThat(g.rowCount() << g.rowBits).isEqualTo(1 << n);
                assertThat((long) g.length()).isBetween(1L << n, g.base + Geometry.mostElements(n));
                assertThat(g.rowOffset(1)).isEqualTo(g.base + g.rowStride);
                assertThat(g.offset((1 << n) - 1)).isLessThan(g.length());
                assertThat(g.rowStride).isGreaterThanOrEqualTo(1 << g.rowBits);
                assertThat(Arrays.stream(g.columns.order).sorted().toArray())
                        .isEqualTo(IntStream.range(0, n).toArray());
            }
        }
    }

    private static void count(BlockLayout layout, int[] rotated) {
        for (BlockLayout.Group group : layout.groups) {
            for (int k = 0; k < group.count(); k++) {
                rotated[layout.order[group.position() + k]]++;
            }
        }
    }

    @Test
    void workersDoEveryTaskOnce() {
        for (int threads = 1; threads <= 4; threads++) {
            try (Workers workers = Workers.of(threads)) {
                assertThat(workers.count()).isEqualTo(threads);
                AtomicIntegerArray done = new AtomicIntegerArray(100);
                int limit = threads;
                workers.run(100, (task, worker) -> {
                    assertThat(worker).isBetween(0, limit - 1);
                    done.incrementAndGet(task);
                });
                for (int k = 0; k < 100; k++) {
                    assertThat(done.get(k)).isEqualTo(1);
                }
                Thread.currentThread().interrupt();
                workers.run(8, (task, worker) -> done.incrementAndGet(task));
                assertThat(Thread.interrupted()).isTrue();
                assertThat(done.get(7)).isEqualTo(2);
            }
        }
    }

    @Test
    void aTaskThatFailsFailsTheRun() {
        try (Workers workers = Workers.of(3)) {
            assertThatThrownBy(() -> workers.run(50, (task, worker) -> {
                        if (task == 20) {
                            throw new IllegalArgumentException("task 20");
                        }
                    }))
                    .hasStackTraceContaining("task 20");
        }
    }
}
