package org.shrinq.quantum.statevector;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.shrinq.quantum.InsufficientMemoryException;

/**
 * The state Π_l exp(−iΣβ_lj X_j) exp(−iθ_l(z)) |+⟩ of n qubits, its expectations, and the derivatives by all angles.
 *
 * <p>A mixer is a product over qubits, so each half of it (low qubits, high qubits) may be done on either side of what
 * commutes with it. Pass s over memory does, piece by piece in cache: one half of mixer s, phase s + 1, the same half of
 * mixer s + 1; the next pass takes the other half. A circuit of p layers is p + 1 passes, alternating between rows and
 * bundles of columns and ending with rows, where the expectation is taken. A state that fits the cache is one row and
 * needs no halves.
 */
final class LayeredState<A> {
    private final Kernel<A> kernel;
    private final Geometry geometry;
    private final Workers workers;
    private final List<Layer> layers = new ArrayList<>();
    private final List<PhaseTables<A>> rowTables = new ArrayList<>();
    private final List<PhaseTables<A>> columnTables = new ArrayList<>();
    private final List<Hand<A>> hands = new ArrayList<>();
    private final A re;
    private final A im;
    private final double[] shifted;
    private final double maxTangent;
    private A lre;
    private A lim;
    private boolean adjointReady;
    private int depth;

    LayeredState(Kernel<A> kernel, int qubits, Workers workers) {
        this.kernel = kernel;
        this.workers = workers;
        geometry = Geometry.of(kernel, qubits);
        maxTangent = kernel.bytes() == Float.BYTES ? 3 : 256;
        re = kernel.allocate(geometry.length());
        im = kernel.allocate(geometry.length());
        lre = kernel.allocate(0);
        lim = kernel.allocate(0);
        shifted = new double[qubits];
        PhaseTables<A> rowShape = newTables(geometry.rows);
        PhaseTables<A> columnShape = geometry.split ? newTables(geometry.columns) : rowShape;
        for (int w = 0; w < workers.count(); w++) {
            hands.add(new Hand<>(kernel, geometry, rowShape, columnShape, re, im));
        }
    }

    private PhaseTables<A> newTables(Frame frame) {
        return new PhaseTables<>(kernel, frame.order, frame.tableBits);
    }

    /** What one worker has: its view of the state and, for columns, a buffer that holds one bundle. */
    private static final class Hand<A> {
        private final Mixing<A> rowMixing;
        private final Mixing<A> columnMixing;
        private final PhaseTables.Cursor<A> rowCursor;
        private final PhaseTables.Cursor<A> columnCursor;
        private final Piece<A> state;
        private final Piece<A> bundle;
        private A cost;

        private Hand(
                Kernel<A> kernel, Geometry geometry, PhaseTables<A> rowShape, PhaseTables<A> columnShape, A re, A im) {
            A none = kernel.allocate(0);
            cost = none;
            rowMixing = new Mixing<>(kernel, geometry.rows);
            rowCursor = new PhaseTables.Cursor<>(rowShape);
            state = new Piece<>(re, im, none, none, geometry.base);
            if (geometry.split) {
                int size = geometry.bundleLength();
                columnMixing = new Mixing<>(kernel, geometry.columns);
                columnCursor = new PhaseTables.Cursor<>(columnShape);
                bundle = new Piece<>(kernel.allocate(size), kernel.allocate(size), none, none, geometry.base);
            } else {
                columnMixing = rowMixing;
                columnCursor = rowCursor;
                bundle = state;
            }
        }
    }

    int depth() {
        return depth;
    }

    /** Sets the number of layers, at least 1; their angles must be set next. */
    void setDepth(int value) {
        depth = value;
        while (layers.size() < value) {
            layers.add(new Layer(geometry.qubits));
            rowTables.add(newTables(geometry.rows));
            if (geometry.split) {
                columnTables.add(newTables(geometry.columns));
            }
        }
    }

    /**
     * Sets layer l of 0 … depth − 1.
     *
     * @param linear coefficients of the phase θ(z) by bit; not modified
     * @param coupling the same by pair of bits, n·n and symmetric; not modified
     * @param beta mixer angle per qubit; not modified
     */
    void setLayer(int l, double constant, double[] linear, double[] coupling, double[] beta) {
        Layer layer = layers.get(l);
        layer.set(beta, maxTangent);
        double scale = layer.factor();
        if (l > 0) {
            tables(l).set(constant, linear, coupling, scale);
            return;
        }
        // the start state |+⟩ is i^popcount in the gauge: a linear phase
        for (int k = 0; k < shifted.length; k++) {
            shifted[k] = linear[k] - Math.PI / 2;
        }
        tables(l).set(constant, shifted, coupling, scale * Math.pow(2, -0.5 * geometry.qubits));
    }

    private boolean byRows(int pass) {
        return !geometry.split || ((depth - pass) & 1) == 0;
    }

    /** The tables of layer l, in the orientation of the pass that applies its phase. */
    private PhaseTables<A> tables(int l) {
        return (byRows(l) ? rowTables : columnTables).get(l);
    }

    /**
     * Runs the circuit.
     *
     * @param stop asked before every pass over memory; once true, the state is left unfinished
     * @return whether it was finished
     */
    boolean forward(BooleanSupplier stop) {
        int passes = geometry.split ? depth + 1 : depth;
        for (int s = 0; s < passes; s++) {
            if (stop.getAsBoolean()) {
                return false;
            }
            int pass = s;
            if (byRows(s)) {
                workers.run(geometry.rowCount(), (task, w) -> forwardRow(pass, task, hands.get(w)));
            } else {
                workers.run(geometry.bundleCount(), (task, w) -> forwardBundle(pass, task, hands.get(w)));
            }
        }
        return true;
    }

    private void forwardRow(int pass, int task, Hand<A> hand) {
        Piece<A> p = hand.state;
        p.off = geometry.rowOffset(task);
        if (geometry.split && pass > 0) {
            hand.rowMixing.mix(p.re, p.off, layers.get(pass - 1));
            hand.rowMixing.mix(p.im, p.off, layers.get(pass - 1));
        }
        if (pass < depth) {
            phase(pass, task, p, geometry.rows, hand.rowCursor);
            hand.rowMixing.mix(p.re, p.off, layers.get(pass));
            hand.rowMixing.mix(p.im, p.off, layers.get(pass));
        }
    }

    private void forwardBundle(int pass, int task, Hand<A> hand) {
        Piece<A> p = hand.bundle;
        Mixing<A> mixing = hand.columnMixing;
        int off = geometry.bundleOffset(task);
        int stride = geometry.rowStride;
        if (pass > 0) {
            mixing.mixFetching(re, off, stride, p.re, p.off, layers.get(pass - 1));
            mixing.mixFetching(im, off, stride, p.im, p.off, layers.get(pass - 1));
        }
        phase(pass, task, p, geometry.columns, hand.columnCursor);
        mixing.mixStoring(p.re, p.off, re, off, stride, layers.get(pass));
        mixing.mixStoring(p.im, p.off, im, off, stride, layers.get(pass));
    }

    private void phase(int pass, int task, Piece<A> p, Frame frame, PhaseTables.Cursor<A> cursor) {
        cursor.bind(tables(pass));
        int bits = frame.tableBits;
        int runs = 1 << (frame.localBits - bits);
        for (int run = 0; run < runs; run++) {
            PhaseRow<A> phases = cursor.at((long) task * runs + run);
            if (pass == 0) {
                kernel.phaseFill(p.re, p.im, p.off + (run << bits), phases);
            } else {
                kernel.phase(p.re, p.im, p.off + (run << bits), phases);
            }
        }
    }

    /**
     * Σ |φ(z)|²·min(f(z), clip) of the state that {@link #forward} left; summed row by row, so that the result does not
     * depend on the number of workers.
     *
     * @param f 2ⁿ numbers; not modified
     */
    double expectation(A f, double clip) {
        int length = 1 << geometry.rowBits;
        double[] parts = new double[geometry.rowCount()];
        workers.run(
                parts.length,
                (task, w) -> parts[task] =
                        kernel.expectation(re, im, geometry.rowOffset(task), f, task * length, length, clip));
        double sum = 0;
        for (double part : parts) {
            sum += part;
        }
        return sum;
    }

    /** out[z] = |φ(z)|². Overwritten. */
    void probabilities(double[] out) {
        workers.run(rowCount(), (task, w) -> rowProbabilities(task, out, task * rowLength()));
    }

    /** Number of equal parts in which the amplitudes lie, in index order. */
    int rowCount() {
        return geometry.rowCount();
    }

    int rowLength() {
        return 1 << geometry.rowBits;
    }

    /** out[o + k] = |φ(z)|² of the k-th amplitude of a row. Overwritten. */
    void rowProbabilities(int row, double[] out, int o) {
        kernel.probabilities(re, im, geometry.rowOffset(row), rowLength(), out, o);
    }

    /** ψ = (−i)^{popcount z} φ, real and imaginary parts. Overwritten. */
    void amplitudes(double[] outRe, double[] outIm) {
        int length = 1 << geometry.rowBits;
        for (int row = 0; row < geometry.rowCount(); row++) {
            kernel.load(re, geometry.rowOffset(row), outRe, row * length, length);
            kernel.load(im, geometry.rowOffset(row), outIm, row * length, length);
        }
        for (int z = 0; z < outRe.length; z++) {
            double r = outRe[z];
            double i = outIm[z];
            switch (Integer.bitCount(z) & 3) {
                case 1 -> {
                    outRe[z] = i;
                    outIm[z] = -r;
                }
                case 2 -> {
                    outRe[z] = -r;
                    outIm[z] = -i;
                }
                case 3 -> {
                    outRe[z] = -i;
                    outIm[z] = r;
                }
                default -> {}
            }
        }
    }

    /**
     * Walks back from the state that {@link #forward} left, with λ = min(f, clip)·φ, and hands over the derivatives of
     * ⟨min(f, clip)⟩. Afterwards φ is lost.
     *
     * @param f the observable, 2ⁿ numbers; not modified
     * @param cost the function of which each phase is a multiple, 2ⁿ numbers; not modified
     * @param stop asked before every pass over memory
     * @return whether all derivatives were handed over
     */
    boolean backward(A f, double clip, A cost, GradientSink sink, BooleanSupplier stop) {
        allocateAdjoint();
        int angles = sink.detail() == Mixing.Detail.SUM ? 1 : geometry.qubits;
        double[] beta = new double[angles];
        for (int s = geometry.split ? depth : depth - 1; s >= 0; s--) {
            if (stop.getAsBoolean()) {
                return false;
            }
            double[] sums = backwardPass(s, angles, f, clip, cost, sink);
            if (s < depth) {
                for (int j = 0; j < angles; j++) {
                    beta[j] = 2 * (beta[j] + sums[1 + j]);
                }
                sink.layer(s, 2 * sums[0], beta);
            }
            System.arraycopy(sums, 1 + angles, beta, 0, angles);
        }
        return true;
    }

    /** Sums of one pass: Σ cost·Im λ̄φ, then ⟨λ|G|φ⟩ over this pass's half of the mixer after, and of the one before. */
    private double[] backwardPass(int s, int angles, A f, double clip, A cost, GradientSink sink) {
        int slot = 1 + 2 * angles;
        int tasks = byRows(s) ? geometry.rowCount() : geometry.bundleCount();
        double[] parts = new double[tasks * slot];
        boolean first = s == (geometry.split ? depth : depth - 1);
        workers.run(tasks, (task, w) -> {
            Hand<A> hand = hands.get(w);
            if (byRows(s)) {
                if (first) {
                    int off = geometry.rowOffset(task);
                    int length = 1 << geometry.rowBits;
                    kernel.apply(re, im, lre, lim, off, f, task * length, length, clip);
                }
                backwardRow(s, task, hand, cost, sink, parts, task * slot, angles);
            } else {
                backwardBundle(s, task, hand, cost, sink, parts, task * slot, angles);
            }
        });
        for (int task = 1; task < tasks; task++) {
            for (int k = 0; k < slot; k++) {
                parts[k] += parts[task * slot + k];
            }
        }
        return Arrays.copyOf(parts, slot);
    }

    private void backwardRow(
            int s, int task, Hand<A> hand, A cost, GradientSink sink, double[] parts, int at, int angles) {
        Piece<A> p = hand.state;
        p.off = geometry.rowOffset(task);
        if (s < depth) {
            Layer after = layers.get(s);
            double other = after.factor(geometry.rowBits, geometry.qubits);
            double factor = hand.rowMixing.undo(p, after, other, sink.detail(), parts, at + 1);
            parts[at] =
                    unphase(s, task, p, geometry.rows, hand.rowCursor, cost, task << geometry.rowBits, factor, sink);
        }
        if (geometry.split && s > 0) {
            hand.rowMixing.undo(p, layers.get(s - 1), 1, sink.detail(), parts, at + 1 + angles);
        }
    }

    private void backwardBundle(
            int s, int task, Hand<A> hand, A cost, GradientSink sink, double[] parts, int at, int angles) {
        Piece<A> p = hand.bundle;
        Piece<A> state = hand.state;
        state.off = geometry.bundleOffset(task);
        Mixing<A> mixing = hand.columnMixing;
        int stride = geometry.rowStride;
        Layer after = layers.get(s);
        double other = after.factor(0, geometry.rowBits);
        double factor = mixing.undoFetching(state, stride, p, after, other, sink.detail(), parts, at + 1);
        int width = 1 << geometry.widthBits;
        for (int row = 0; row < geometry.rowCount(); row++) {
            System.arraycopy(cost, (row << geometry.rowBits) + task * width, hand.cost, p.off + row * width, width);
        }
        parts[at] = unphase(s, task, p, geometry.columns, hand.columnCursor, hand.cost, p.off, factor, sink);
        if (s > 0) {
            Layer before = layers.get(s - 1);
            mixing.undoStoring(p, state, stride, before, 1, sink.detail(), parts, at + 1 + angles);
        }
    }

    private double unphase(
            int s,
            int task,
            Piece<A> p,
            Frame frame,
            PhaseTables.Cursor<A> cursor,
            A cost,
            int costOff,
            double factor,
            GradientSink sink) {
        double weight = factor * factor;
        double[] currents = sink.currents();
        if (currents != null) {
            storeCurrents(task, p, frame, weight, currents);
        }
        if (s == 0) {
            return weight * kernel.current(p.re, p.im, p.lre, p.lim, p.off, cost, costOff, 1 << frame.localBits);
        }
        cursor.bind(tables(s));
        int bits = frame.tableBits;
        int runs = 1 << (frame.localBits - bits);
        double sum = 0;
        for (int run = 0; run < runs; run++) {
            PhaseRow<A> phases = cursor.at((long) task * runs + run);
            int shift = run << bits;
            sum += kernel.unphase(p.re, p.im, p.lre, p.lim, p.off + shift, phases, cost, costOff + shift);
        }
        return weight * sum;
    }

    private void storeCurrents(int task, Piece<A> p, Frame frame, double weight, double[] currents) {
        if (frame == geometry.rows) {
            int length = 1 << geometry.rowBits;
            kernel.currents(p.re, p.im, p.lre, p.lim, p.off, length, weight, currents, task * length);
            return;
        }
        int width = 1 << geometry.widthBits;
        for (int row = 0; row < geometry.rowCount(); row++) {
            int to = (row << geometry.rowBits) + task * width;
            kernel.currents(p.re, p.im, p.lre, p.lim, p.off + row * width, width, weight, currents, to);
        }
    }

    private void allocateAdjoint() {
        if (adjointReady) {
            return;
        }
        long bytes = 2L * kernel.bytes() * geometry.length();
        InsufficientMemoryException.check(geometry.qubits, bytes);
        adjointReady = true;
        lre = kernel.allocate(geometry.length());
        lim = kernel.allocate(geometry.length());
        for (Hand<A> hand : hands) {
            hand.state.lre = lre;
            hand.state.lim = lim;
            if (geometry.split) {
                hand.bundle.lre = kernel.allocate(geometry.bundleLength());
                hand.bundle.lim = kernel.allocate(geometry.bundleLength());
                hand.cost = kernel.allocate(geometry.bundleLength());
            }
        }
    }
}
