package org.shrinq.quantum.statevector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.shrinq.quantum.statevector.KernelBench.OFF;
import static org.shrinq.quantum.statevector.KernelBench.SIZE;
import static org.shrinq.quantum.statevector.KernelBench.dot;
import static org.shrinq.quantum.statevector.KernelBench.rotate;

import org.junit.jupiter.api.Test;
import org.shrinq.quantum.KernelChoice;

/** What the vector loops have beyond the plain ones: two ways inside a register, checks of ranges, and being chosen. */
final class VectorKernelTest {
    /** Both ways to treat qubits inside a register, whichever this Java prefers. */
    @Test
    void bothLaneVariants() {
        assumeTrue(TestKernels.hasVectors(), "vectors of at least four doubles");
        KernelBench<double[]> d = new KernelBench<>(new DoubleVectorKernel());
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
        KernelBench<float[]> b = new KernelBench<>(new FloatVectorKernel());
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

    /** The Vector API's checks are off: nothing outside an array may ever be asked of it. */
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
        assertThatThrownBy(() -> k.dotRotate1(x, y, 0, 512, 256, 0.1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> k.dotRotate2(x, x, 8, 512, 64, 0.1, 0.1))
                .isInstanceOf(IndexOutOfBoundsException.class);
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
