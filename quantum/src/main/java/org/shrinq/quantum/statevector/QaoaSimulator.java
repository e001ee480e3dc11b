package org.shrinq.quantum.statevector;

import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import org.shrinq.quantum.InsufficientMemoryException;
import org.shrinq.quantum.KernelChoice;
import org.shrinq.quantum.Objective;
import org.shrinq.quantum.Precision;
import org.shrinq.qubo.Ising;

/**
 * The exact state of a QAOA circuit, |ψ⟩ = Π_l exp(−iβ_l ΣX) exp(−iγ_l H/s) |+⟩, with H the Ising model without its
 * offset and s its largest |coefficient| (the <em>scale</em>; 1 for a constant model). Values and derivatives of an
 * objective, probabilities, moments and samples.
 *
 * <p>The multi-angle variant has its own angle per term of H (fields h_i ≠ 0 by i, then couplings by (i, j), i
 * &lt; j) and per qubit. Bit i of an index is variable i. Holds two vectors of 2ⁿ amplitudes once a gradient was asked
 * for, else one, and a table of 2ⁿ energies. Not thread-safe; uses up to the given number of threads inside; the
 * results do not depend on that number.
 */
public final class QaoaSimulator implements AutoCloseable {
    /** Largest number of qubits: indices of amplitudes are ints. */
    public static final int MAX_QUBITS = 30;

    /** Figures of more qubits than this do not fit a long. */
    private static final int MOST_BITS = 56;

    private final TypedSimulator<?> typed;
    private final Workers workers;

    private QaoaSimulator(TypedSimulator<?> typed, Workers workers) {
        this.typed = typed;
        this.workers = workers;
    }

    /**
     * Tabulates the energies and makes room for the state.
     *
     * @throws InsufficientMemoryException when it does not fit the heap
     */
    public static QaoaSimulator of(Ising ising, Goal goal, Precision precision, KernelChoice kernel, int threads) {
        int n = ising.size();
        if (n < 1) {
            throw new IllegalArgumentException("a circuit needs at least one qubit");
        }
        long bytes = bytesFor(n, goal.objective(), precision);
        if (n > MAX_QUBITS) {
            throw new InsufficientMemoryException(n, bytes, Runtime.getRuntime().maxMemory());
        }
        InsufficientMemoryException.check(n, bytes);
        Workers workers = Workers.of(n < KernelSizes.SMALLEST_PARALLEL_QUBITS ? 1 : threads);
        TypedSimulator<?> typed = precision == Precision.DOUBLE
                ? new TypedSimulator<>(Kernels.ofDouble(kernel, n), ising, goal, workers)
                : new TypedSimulator<>(Kernels.ofFloat(kernel, n), ising, goal, workers);
        return new QaoaSimulator(typed, workers);
    }

    /**
     * Bytes that the state and its tables need: φ and the energies; for {@link Objective#OBSERVABLE} and {@link
     * Objective#GIBBS} other values beside them, in double and as stored; for {@link Objective#CVAR} values and
     * probabilities in double. Saturates at {@link Long#MAX_VALUE}.
     */
    public static long bytesFor(int n, Objective objective, Precision precision) {
        if (n > MOST_BITS) {
            return Long.MAX_VALUE;
        }
        long perState = switch (objective) {
            case EXPECTATION -> precision.bytes();
            case OBSERVABLE, GIBBS -> 2L * precision.bytes() + Double.BYTES;
            case CVAR -> precision.bytes() + 2L * Double.BYTES;
        };
        return adjointBytesFor(n, precision) + (perState << n);
    }

    /** Bytes that gradients need besides: λ. Saturates at {@link Long#MAX_VALUE}. */
    public static long adjointBytesFor(int n, Precision precision) {
        return n > MOST_BITS ? Long.MAX_VALUE : 2L * precision.bytes() * Geometry.mostElements(n);
    }

    /** The loops in use, for example {@code vector-512}. */
    public String kernel() {
        return typed.kernelName();
    }

    public int qubits() {
        return typed.qubits();
    }

    /** The largest |coefficient| s by which H is divided. */
    public double scale() {
        return typed.scale();
    }

    /** Number of terms of H, the cost angles of a multi-angle layer. */
    public int terms() {
        return typed.terms();
    }

    /**
     * The objective at the given angles; the state stays for the methods below.
     *
     * @param gamma p cost angles; not modified
     * @param beta p mixer angles; not modified
     * @param stop asked before every pass over memory
     * @return NaN when stopped
     */
    public double value(double[] gamma, double[] beta, BooleanSupplier stop) {
        typed.setShared(gamma, beta);
        return typed.value(stop);
    }

    /**
     * The objective and its exact derivatives by all 2p angles, in about the time of three and a half values. The state
     * is lost.
     *
     * @param dGamma overwritten
     * @param dBeta overwritten
     * @return NaN when stopped, the derivatives then being incomplete
     * @throws InsufficientMemoryException when a second state does not fit the heap
     */
    public double gradient(double[] gamma, double[] beta, double[] dGamma, double[] dBeta, BooleanSupplier stop) {
        typed.setShared(gamma, beta);
        return typed.gradientShared(dGamma, dBeta, stop);
    }

    /**
     * As {@link #value}, multi-angle.
     *
     * @param gamma p rows of {@link #terms} angles; not modified
     * @param beta p rows of n angles; not modified
     */
    public double valueMulti(double[][] gamma, double[][] beta, BooleanSupplier stop) {
        typed.setMulti(gamma, beta);
        return typed.value(stop);
    }

    /** As {@link #gradient}, multi-angle. */
    public double gradientMulti(
            double[][] gamma, double[][] beta, double[][] dGamma, double[][] dBeta, BooleanSupplier stop) {
        typed.setMulti(gamma, beta);
        return typed.gradientMulti(dGamma, dBeta, stop);
    }

    /** ⟨H⟩ of the state that the last value left, offset included. */
    public double expectation() {
        return typed.expectation();
    }

    /** |ψ(z)|² of the state that the last value left: a fresh array of 2ⁿ numbers. */
    public double[] probabilities() {
        return typed.probabilities();
    }

    /** ⟨Z_i⟩ and ⟨Z_iZ_j⟩ of the state that the last value left. */
    public SpinMoments moments() {
        return SpinMoments.of(typed.probabilities());
    }

    /** Real and imaginary parts of ψ(z) of the state that the last value left: two arrays of 2ⁿ numbers. */
    public double[][] amplitudes() {
        return typed.amplitudes();
    }

    /** Measures the state that the last value left {@code shots} times: basis state indices. */
    public long[] sample(int shots, SplittableRandom random) {
        return typed.sample(shots, random);
    }

    /** Ends the worker threads. */
    @Override
    public void close() {
        workers.close();
    }
}
