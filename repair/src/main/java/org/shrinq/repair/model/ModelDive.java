package org.shrinq.repair.model;

import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.Propagator;
import org.shrinq.qubo.run.Deadline;

/**
 * Depth-first search for a feasible point with constraint propagation: variables in a given order, each first at its
 * preferred value, chronological backtracking within a number of decisions. Finds a feasible point or exhausts the tree
 * when given enough. One thread.
 */
final class ModelDive {
    private final Propagator propagator;
    private final int[] decision;
    private final int[] mark;
    private final int[] at;

    ModelDive(BinaryModel model) {
        propagator = new Propagator(model);
        decision = new int[model.size()];
        mark = new int[model.size()];
        at = new int[model.size()];
    }

    /**
     * Searches for a feasible point near the preferred one.
     *
     * @param x the preferred values; overwritten on success only
     * @param order all variables; not modified
     * @param most number of decisions allowed
     * @return true on success
     */
    boolean find(byte[] x, int[] order, long most, Deadline deadline) {
        propagator.undo(0);
        if (!propagator.propagateAll()) {
            return false;
        }
        int depth = 0;
        int next = 0;
        long decisions = 0;
        while (true) {
            while (next < order.length && propagator.value(order[next]) >= 0) {
                next++;
            }
            if (next == order.length) {
                for (int v = 0; v < x.length; v++) {
                    x[v] = (byte) propagator.value(v);
                }
                return true;
            }
            if (decisions++ >= most || ((decisions & 63) == 0 && deadline.expired())) {
                return false;
            }
            int v = order[next];
            mark[depth] = propagator.mark();
            at[depth] = next;
            decision[depth++] = x[v];
            boolean alive = propagator.assign(v, x[v]);
            while (!alive) {
                while (depth > 0 && decision[depth - 1] < 0) {
                    depth--;
                }
                if (depth == 0) {
                    return false;
                }
                propagator.undo(mark[depth - 1]);
                next = at[depth - 1];
                int other = 1 - decision[depth - 1];
                decision[depth - 1] = -1;
                alive = propagator.assign(order[next], other);
            }
        }
    }
}
