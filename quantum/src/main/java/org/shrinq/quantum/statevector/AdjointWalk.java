package org.shrinq.quantum.statevector;

import java.util.Arrays;

/**
 * The way back through a {@link LayeredState}: λ = O φ at the end, then pass by pass both states are undone and every
 * derivative is an overlap of λ with φ before the factor is undone, block by block as on the way there.
 */
final class AdjointWalk<A> {
    private final LayeredState<A> state;
    private final Kernel<A> kernel;
    private final Geometry geometry;
    private final A observable;
    private final double clip;
    private final A cost;
    private final GradientSink sink;
    private final int angles;

    /**
     * @param observable f, 2ⁿ numbers; λ = min(f, clip)·φ
     * @param cost the function of which each phase is a multiple, 2ⁿ numbers
     */
    AdjointWalk(
            LayeredState<A> state,
            Kernel<A> kernel,
            Geometry geometry,
            A observable,
            double clip,
            A cost,
            GradientSink sink) {
        this.state = state;
        this.kernel = kernel;
        this.geometry = geometry;
        this.observable = observable;
        this.clip = clip;
        this.cost = cost;
        this.sink = sink;
        angles = sink.detail() == Mixing.Detail.SUM ? 1 : geometry.qubits;
    }

    int angles() {
        return angles;
    }

    /**
     * Sums of one pass: Σ cost·Im λ̄φ, then ⟨λ|G|φ⟩ over this pass's half of the mixer after, and of the one before.
     */
    double[] pass(int s, Workers workers) {
        int slot = 1 + 2 * angles;
        boolean byRows = state.byRows(s);
        int tasks = byRows ? geometry.rowCount() : geometry.bundleCount();
        double[] parts = new double[tasks * slot];
        state.startPhase(s);
        workers.run(tasks, (task, w) -> {
            if (byRows) {
                row(s, task, state.workspace(w), parts, task * slot);
            } else {
                bundle(s, task, state.workspace(w), parts, task * slot);
            }
        });
        for (int task = 1; task < tasks; task++) {
            for (int k = 0; k < slot; k++) {
                parts[k] += parts[task * slot + k];
            }
        }
        return Arrays.copyOf(parts, slot);
    }

    private void row(int s, int task, Workspace<A> workspace, double[] parts, int at) {
        Block<A> p = workspace.state;
        p.off = geometry.rowOffset(task);
        int length = 1 << geometry.rowBits;
        if (s == state.lastPass()) {
            kernel.apply(p.re, p.im, p.lre, p.lim, p.off, observable, task * length, length, clip);
        }
        Mixing<A> mixing = workspace.rows().mixing;
        Layer after = state.layerAfter(s);
        if (after != null) {
            double elsewhere = after.factor(geometry.rowBits, geometry.qubits);
            double factor = mixing.undo(p, after, elsewhere, sink.detail(), parts, at + 1);
            parts[at] = unphase(s, task, p, workspace.rows(), cost, task * length, factor);
        }
        Layer before = geometry.split ? state.layerBefore(s) : null;
        if (before != null) {
            mixing.undo(p, before, 1, sink.detail(), parts, at + 1 + angles);
        }
    }

    private void bundle(int s, int task, Workspace<A> workspace, double[] parts, int at) {
        Block<A> p = workspace.bundle;
        Block<A> whole = workspace.state;
        whole.off = geometry.bundleOffset(task);
        Mixing<A> mixing = workspace.columns().mixing;
        int stride = geometry.rowStride;
        Layer after = state.layer(s);
        double elsewhere = after.factor(0, geometry.rowBits);
        double factor = mixing.undoFetching(whole, stride, p, after, elsewhere, sink.detail(), parts, at + 1);
        int width = 1 << geometry.widthBits;
        for (int row = 0; row < geometry.rowCount(); row++) {
            System.arraycopy(cost, (row << geometry.rowBits) + task * width, workspace.cost, row * width, width);
        }
        parts[at] = unphase(s, task, p, workspace.columns(), workspace.cost, 0, factor);
        Layer before = state.layerBefore(s);
        if (before != null) {
            mixing.undoStoring(p, whole, stride, before, 1, sink.detail(), parts, at + 1 + angles);
        }
    }

    /**
     * Σ cost·Im λ̄φ of a block, of which the phase is undone but for the first layer, where nothing needs it any more.
     */
    private double unphase(int s, int task, Block<A> p, Workspace.Side<A> side, A costs, int costOff, double factor) {
        double weight = factor * factor;
        storeCurrents(task, p, side.layout, weight);
        if (s == 0) {
            int length = 1 << side.layout.localBits;
            return weight * kernel.current(p.re, p.im, p.lre, p.lim, p.off, costs, costOff, length);
        }
        int bits = side.layout.tableBits;
        int runs = side.layout.runs();
        double sum = 0;
        for (int run = 0; run < runs; run++) {
            PhaseRow<A> phases = side.cursor.at((long) task * runs + run);
            int shift = run << bits;
            sum += kernel.unphase(p.re, p.im, p.lre, p.lim, p.off + shift, phases, costs, costOff + shift);
        }
        return weight * sum;
    }

    private void storeCurrents(int task, Block<A> p, BlockLayout layout, double weight) {
        double[] currents = sink.currents();
        if (currents == null) {
            return;
        }
        if (layout == geometry.rows) {
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
}
