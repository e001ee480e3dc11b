package org.shrinq.quantum.statevector;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.shrinq.quantum.InsufficientMemoryException;

/**
 * The state Π_l exp(−iΣβ_lj X_j) exp(−iθ_l(z)) |+⟩ of n qubits, its expectations, and the derivatives by all angles.
 *
 * <p>A mixer is a product over qubits, so each half of it (low qubits, high qubits) may be done on either side of what
 * commutes with it. Pass s over memory does, block by block in cache: one half of mixer s, phase s + 1, the same half
 * of mixer s + 1; the next pass takes the other half. A circuit of p layers is p + 1 passes, alternating between rows
 * and bundles of columns and ending with rows, where the expectation is taken. A state that fits the cache is one row
 * and needs no halves.
 */
final class LayeredState<A> {
    private final Kernel<A> kernel;
    private final Geometry geometry;
    private final Workers workers;
    private final List<Layer> layers = new ArrayList<>();
    private final List<PhaseTables<A>> rowTables = new ArrayList<>();
    private final List<PhaseTables<A>> columnTables = new ArrayList<>();
    private final List<Workspace<A>> workspaces = new ArrayList<>();
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
        re = kernel.allocate(geometry.lengthWithBundles(workers.count()));
        im = kernel.allocate(geometry.lengthWithBundles(workers.count()));
        lre = kernel.allocate(0);
        lim = kernel.allocate(0);
        shifted = new double[qubits];
        PhaseTables<A> rowShape = newTables(geometry.rows);
        PhaseTables<A> columnShape = geometry.split ? newTables(geometry.columns) : rowShape;
        for (int w = 0; w < workers.count(); w++) {
            workspaces.add(new Workspace<>(kernel, geometry, w, rowShape, columnShape, re, im));
        }
    }

    private PhaseTables<A> newTables(BlockLayout layout) {
        return new PhaseTables<>(kernel, layout.order, layout.tableBits);
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

    int lastPass() {
        return geometry.split ? depth : depth - 1;
    }

    Layer layer(int l) {
        return layers.get(l);
    }

    /** The mixer of which a pass does the first half, after its phase; none in the closing pass. */
    @Nullable
    Layer layerAfter(int pass) {
        return pass < depth ? layers.get(pass) : null;
    }

    /** The mixer of which a pass does the second half, before its phase; none in the opening pass. */
    @Nullable
    Layer layerBefore(int pass) {
        return pass > 0 ? layers.get(pass - 1) : null;
    }

    Workspace<A> workspace(int worker) {
        return workspaces.get(worker);
    }

    boolean byRows(int pass) {
        return !geometry.split || ((depth - pass) & 1) == 0;
    }

    /** The tables of layer l, in the orientation of the pass that applies its phase. */
    PhaseTables<A> tables(int l) {
        return (byRows(l) ? rowTables : columnTables).get(l);
    }

    /**
     * Runs the circuit.
     *
     * @param stop asked before every pass over memory; once true, the state is left unfinished
     * @return whether it was finished
     */
    boolean forward(BooleanSupplier stop) {
        return forward(stop, row -> {});
    }

    /**
     * Runs the circuit and takes an expectation while the last pass has the amplitudes at hand.
     *
     * @param f 2ⁿ numbers; not modified
     * @param stop as for {@link #forward(BooleanSupplier)}
     * @return Σ |φ(z)|²·f(z); NaN when it was not finished
     */
    double forward(A f, BooleanSupplier stop) {
        double[] parts = new double[geometry.rowCount()];
        return forward(stop, row -> parts[row] = rowExpectation(row, f, Double.POSITIVE_INFINITY))
                ? sum(parts)
                : Double.NaN;
    }

    /** @param finished called for every row as soon as it is final, by the worker that has it in cache */
    private boolean forward(BooleanSupplier stop, IntConsumer finished) {
        for (int s = 0; s <= lastPass(); s++) {
            if (stop.getAsBoolean()) {
                return false;
            }
            int pass = s;
            IntConsumer after = s == lastPass() ? finished : row -> {};
            startPhase(s);
            if (byRows(s)) {
                workers.run(geometry.rowCount(), (row, w) -> {
                    forwardRow(pass, row, workspaces.get(w));
                    after.accept(row);
                });
            } else {
                workers.run(geometry.bundleCount(), (bundle, w) -> forwardBundle(pass, bundle, workspaces.get(w)));
            }
        }
        return true;
    }

    /** Binds the cursors of all workers to the phase of a pass, if it has one. */
    void startPhase(int pass) {
        if (pass < depth) {
            for (Workspace<A> workspace : workspaces) {
                (byRows(pass) ? workspace.rows() : workspace.columns()).cursor.bind(tables(pass));
            }
        }
    }

    private void forwardRow(int pass, int task, Workspace<A> workspace) {
        Block<A> p = workspace.state;
        p.off = geometry.rowOffset(task);
        Mixing<A> mixing = workspace.rows().mixing;
        Layer before = geometry.split ? layerBefore(pass) : null;
        Layer after = layerAfter(pass);
        if (before != null) {
            mixing.mix(p.re, p.off, before);
            mixing.mix(p.im, p.off, before);
        }
        if (after != null) {
            phase(pass, task, p, workspace.rows());
            mixing.mix(p.re, p.off, after);
            mixing.mix(p.im, p.off, after);
        }
    }

    private void forwardBundle(int pass, int task, Workspace<A> workspace) {
        Block<A> p = workspace.bundle;
        Mixing<A> mixing = workspace.columns().mixing;
        int off = geometry.bundleOffset(task);
        int stride = geometry.rowStride;
        Layer before = layerBefore(pass);
        if (before != null) {
            mixing.mixFetching(re, off, stride, p.re, p.off, before);
            mixing.mixFetching(im, off, stride, p.im, p.off, before);
        }
        phase(pass, task, p, workspace.columns());
        mixing.mixStoring(p.re, p.off, re, off, stride, layer(pass));
        mixing.mixStoring(p.im, p.off, im, off, stride, layer(pass));
    }

    private void phase(int pass, int task, Block<A> p, Workspace.Side<A> side) {
        PhaseCursor<A> cursor = side.cursor;
        int bits = side.layout.tableBits;
        int runs = side.layout.runs();
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
        double[] parts = new double[geometry.rowCount()];
        workers.run(parts.length, (row, w) -> parts[row] = rowExpectation(row, f, clip));
        return sum(parts);
    }

    private double rowExpectation(int row, A f, double clip) {
        int length = 1 << geometry.rowBits;
        return kernel.expectation(re, im, geometry.rowOffset(row), f, row * length, length, clip);
    }

    private static double sum(double[] parts) {
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
        AdjointWalk<A> walk = new AdjointWalk<>(this, kernel, geometry, f, clip, cost, sink);
        int angles = walk.angles();
        double[] beta = new double[angles];
        for (int s = lastPass(); s >= 0; s--) {
            if (stop.getAsBoolean()) {
                return false;
            }
            double[] sums = walk.pass(s, workers);
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

    private void allocateAdjoint() {
        if (adjointReady) {
            return;
        }
        int length = geometry.lengthWithBundles(workers.count());
        long bytes = 2L * kernel.bytes() * length;
        InsufficientMemoryException.check(geometry.qubits, bytes);
        adjointReady = true;
        lre = kernel.allocate(length);
        lim = kernel.allocate(length);
        for (Workspace<A> workspace : workspaces) {
            workspace.allocateAdjoint(kernel, geometry, lre, lim);
        }
    }
}
