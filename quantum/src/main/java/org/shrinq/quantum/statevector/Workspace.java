package org.shrinq.quantum.statevector;

/**
 * What one worker works with: its view of the state and, where columns are bundled, room for one bundle, with
 * the rotations and phases of either way to cut the state.
 */
final class Workspace<A> {
    /** The state itself, at the offset of a row (or of a bundle, when λ is moved). */
    final Block<A> state;
    /** One bundle; the state itself where there is a single row. */
    final Block<A> bundle;
    /** The cost function on one bundle. */
    A cost;

    private final Side<A> rows;
    private final Side<A> columns;

    /** One way to cut the state. */
    static final class Side<A> {
        final BlockLayout layout;
        final Mixing<A> mixing;
        final PhaseCursor<A> cursor;

        Side(Kernel<A> kernel, BlockLayout layout, PhaseTables<A> shape) {
            this.layout = layout;
            mixing = new Mixing<>(kernel, layout);
            cursor = new PhaseCursor<>(shape);
        }
    }

    /** @param rowShape and columnShape any tables on the two layouts' orders */
    Workspace(
            Kernel<A> kernel,
            Geometry geometry,
            int worker,
            PhaseTables<A> rowShape,
            PhaseTables<A> columnShape,
            A re,
            A im) {
        A none = kernel.allocate(0);
        cost = none;
        rows = new Side<>(kernel, geometry.rows, rowShape);
        state = new Block<>(re, im, none, none, geometry.base);
        if (geometry.split) {
            columns = new Side<>(kernel, geometry.columns, columnShape);
            bundle = new Block<>(re, im, none, none, geometry.bundleBuffer(worker));
        } else {
            columns = rows;
            bundle = state;
        }
    }

    Side<A> rows() {
        return rows;
    }

    Side<A> columns() {
        return columns;
    }

    /** Makes room for λ. */
    void allocateAdjoint(Kernel<A> kernel, Geometry geometry, A lre, A lim) {
        state.lre = lre;
        state.lim = lim;
        if (geometry.split) {
            bundle.lre = lre;
            bundle.lim = lim;
            cost = kernel.allocate(1 << geometry.columns.localBits);
        }
    }
}
