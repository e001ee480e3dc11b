package org.shrinq.quantum.statevector;

import java.util.ArrayList;
import java.util.List;

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
    private final List<Worker<A>> hands = new ArrayList<>();
    private final A re;
    private final A im;
    private final double[] shifted;
    private final double maxTangent;
    private A lre;
    private A lim;
    private A diagonal;
    private int depth;
    private double[] sums = new double[0];

    /** @param diagonal the observable, 2ⁿ numbers; kept, not modified */
    LayeredState(Kernel<A> kernel, int qubits, A diagonal, Workers workers) {
        this.kernel = kernel;
        this.workers = workers;
        this.diagonal = diagonal;
        geometry = Geometry.of(kernel, qubits);
        maxTangent = kernel.bytes() == 4 ? 3 : 256;
        re = kernel.allocate(geometry.length());
        im = kernel.allocate(geometry.length());
        lre = kernel.allocate(0);
        lim = kernel.allocate(0);
        shifted = new double[qubits];
        PhaseTables<A> rowShape = new PhaseTables<>(kernel, geometry.rows.order, geometry.rows.tableBits);
        PhaseTables<A> columnShape = geometry.split
                ? new PhaseTables<>(kernel, geometry.columns.order, geometry.columns.tableBits)
                : rowShape;
        for (int w = 0; w < workers.count(); w++) {
            hands.add(new Worker<>(kernel, geometry, rowShape, columnShape, re, im, diagonal));
        }
    }

    /** What one worker needs besides the state. */
    private static final class Worker<A> {
        private final Mixing<A> rowMixing;
        private final Mixing<A> columnMixing;
        private final Piece<A> row;
        private final Piece<A> column;
        private final double[] low = new double[8];

        private Worker(
                Kernel<A> kernel,
                Geometry geometry,
                PhaseTables<A> rowShape,
                PhaseTables<A> columnShape,
                A re,
                A im,
                A diagonal) {
            rowMixing = new Mixing<>(kernel, geometry.rows);
            row = new Piece<>(new PhaseTables.Cursor<>(rowShape), re, im, diagonal);
            if (geometry.split) {
                int size = geometry.base + (1 << geometry.columns.localBits);
                columnMixing = new Mixing<>(kernel, geometry.columns);
                column = new Piece<>(
                        new PhaseTables.Cursor<>(columnShape),
                        kernel.allocate(size),
                        kernel.allocate(size),
                        kernel.allocate(0));
                column.off = geometry.base;
            } else {
                columnMixing = rowMixing;
                column = row;
            }
        }
    }

    int depth() {
        return depth;
    }

    /** Sets the number of layers; their angles must be set next. */
    void setDepth(int value) {
        depth = value;
        while (layers.size() < value) {
            layers.add(new Layer(geometry.qubits));
            rowTables.add(new PhaseTables<>(kernel, geometry.rows.order, geometry.rows.tableBits));
            if (geometry.split) {
                columnTables.add(new PhaseTables<>(kernel, geometry.columns.order, geometry.columns.tableBits));
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
        double[] field = linear;
        double scale = layer.factor();
        if (l == 0) {
            // the start state |+⟩ in the gauge is i^popcount, a linear phase
            for (int k = 0; k < shifted.length; k++) {
                shifted[k] = linear[k] - Math.PI / 2;
            }
            field = shifted;
            scale *= Math.pow(2, -0.5 * geometry.qubits);
        }
        tables(l).set(constant, field, coupling, scale);
    }

    private boolean byRows(int pass) {
        return !geometry.split || ((depth - pass) & 1) == 0;
    }

    /** The tables of layer l, in the orientation of the pass that applies its phase. */
    private PhaseTables<A> tables(int l) {
        return (byRows(l) ? rowTables : columnTables).get(l);
    }

    /** Runs the circuit. */
    void forward() {
        int passes = geometry.split ? depth + 1 : depth;
        for (int s = 0; s < passes; s++) {
            int pass = s;
            if (byRows(s)) {
                workers.run(geometry.rowCount(), (task, w) -> forwardRow(pass, task, hands.get(w)));
            } else {
                workers.run(geometry.bundleCount(), (task, w) -> forwardBundle(pass, task, hands.get(w)));
            }
        }
    }

    private void forwardRow(int pass, int task, Worker<A> hand) {
        Piece<A> p = hand.row;
        p.off = geometry.base + task * geometry.rowStride;
        p.firstRun = (long) task << (geometry.rowBits - geometry.rows.tableBits);
        forward(pass, p, geometry.rows, hand.rowMixing, hand.low);
    }

    private void forwardBundle(int pass, int task, Worker<A> hand) {
        Piece<A> p = hand.column;
        p.firstRun = (long) task << (geometry.columns.localBits - geometry.columns.tableBits);
        if (pass > 0) {
            gather(re, p.re, task);
            gather(im, p.im, task);
        }
        forward(pass, p, geometry.columns, hand.columnMixing, hand.low);
        scatter(p.re, re, task);
        scatter(p.im, im, task);
    }

    private void forward(int pass, Piece<A> p, Frame frame, Mixing<A> mixing, double[] low) {
        Layer before = geometry.split && pass > 0 ? layers.get(pass - 1) : null;
        Layer after = pass < depth ? layers.get(pass) : null;
        if (before != null) {
            mixing.outer(p.re, p.off, before, low);
            mixing.outer(p.im, p.off, before, low);
        }
        if (after != null) {
            p.cursor.bind(tables(pass));
        }
        int bits = frame.tableBits;
        for (int run = 0; run < 1 << (frame.localBits - bits); run++) {
            int off = p.off + (run << bits);
            if (before != null) {
                mixing.inner(p.re, off, bits, before, low);
                mixing.inner(p.im, off, bits, before, low);
            }
            if (after != null) {
                PhaseRow<A> phases = p.cursor.at(p.firstRun + run);
                if (pass == 0) {
                    kernel.phaseFill(p.re, p.im, off, phases);
                } else {
                    kernel.phase(p.re, p.im, off, phases);
                }
                mixing.inner(p.re, off, bits, after, low);
                mixing.inner(p.im, off, bits, after, low);
            }
        }
        if (after != null) {
            mixing.outer(p.re, p.off, after, low);
            mixing.outer(p.im, p.off, after, low);
        }
    }

    private void gather(A from, A to, int bundle) {
        int width = 1 << geometry.widthBits;
        int source = geometry.base + bundle * width;
        for (int row = 0; row < geometry.rowCount(); row++) {
            System.arraycopy(from, source + row * geometry.rowStride, to, geometry.base + row * width, width);
        }
    }

    private void scatter(A from, A to, int bundle) {
        int width = 1 << geometry.widthBits;
        int target = geometry.base + bundle * width;
        for (int row = 0; row < geometry.rowCount(); row++) {
            System.arraycopy(from, geometry.base + row * width, to, target + row * geometry.rowStride, width);
        }
    }

    /** Σ |φ(z)|²·min(f(z), clip) of the state that {@link #forward} left; summed row by row for any number of workers. */
    double expectation(double clip) {
        int tasks = geometry.rowCount();
        double[] parts = new double[tasks];
        int length = 1 << geometry.rowBits;
        workers.run(
                tasks,
                (task, w) -> parts[task] = kernel.expectation(
                        re, im, geometry.base + task * geometry.rowStride, diagonal, task * length, length, clip));
        double sum = 0;
        for (double part : parts) {
            sum += part;
        }
        return sum;
    }

    /** out[z] = |φ(z)|². Overwritten. */
    void probabilities(double[] out) {
        int length = 1 << geometry.rowBits;
        workers.run(
                geometry.rowCount(),
                (task, w) -> kernel.probabilities(
                        re, im, geometry.base + task * geometry.rowStride, length, out, task * length));
    }
}
