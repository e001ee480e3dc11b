package org.shrinq.repair.independentset;

import java.util.SplittableRandom;
import org.shrinq.qubo.problem.MaximumIndependentSet;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.repair.family.RepairKernel;
import org.shrinq.search.FlipLog;
import org.shrinq.search.Reason;
import org.shrinq.search.independentset.IndependentSetExchange;
import org.shrinq.search.independentset.IndependentSetState;
import org.shrinq.search.independentset.IndexedHeap;

/**
 * While conflicts are left, drops the vertex with most conflicts per weight; improves with {@link
 * IndependentSetExchange}. O((n + edges) log n) to feasibility.
 */
public final class IndependentSetRepair implements RepairKernel {
    private final IndependentSetState state;
    private final IndependentSetExchange exchange;
    private final IndexedHeap heap;
    private final int[] conflicts;
    private final byte[] before;

    public IndependentSetRepair(MaximumIndependentSet problem) {
        this(new IndependentSetState(problem));
    }

    private IndependentSetRepair(IndependentSetState state) {
        this.state = state;
        exchange = new IndependentSetExchange(state);
        heap = new IndexedHeap(state.n);
        conflicts = new int[state.n];
        before = new byte[state.n];
    }

    @Override
    public void makeFeasible(byte[] x, SplittableRandom random, Deadline deadline, FlipLog log) {
        int[] start = state.start;
        int[] neighbor = state.neighbor;
        heap.clear();
        for (int v = 0; v < x.length; v++) {
            if (x[v] == 0) {
                continue;
            }
            int count = 0;
            for (int e = start[v]; e < start[v + 1]; e++) {
                count += x[neighbor[e]];
            }
            conflicts[v] = count;
            if (count > 0) {
                heap.add(v, key(v), random.nextInt());
            }
        }
        while (!heap.isEmpty()) {
            int v = heap.pop();
            x[v] = 0;
            log.set(v, Reason.CONFLICTS, v, conflicts[v]);
            for (int e = start[v]; e < start[v + 1]; e++) {
                int u = neighbor[e];
                if (x[u] != 0) {
                    if (--conflicts[u] == 0) {
                        heap.remove(u);
                    } else {
                        heap.update(u, key(u));
                    }
                }
            }
        }
    }

    /** Conflicts per weight; worthless vertices above all others. */
    private double key(int v) {
        double w = state.weight[v];
        return w > 0 ? conflicts[v] / w : Double.MAX_VALUE;
    }

    @Override
    public void improve(byte[] x, SplittableRandom random, Deadline deadline, FlipLog log) {
        System.arraycopy(x, 0, before, 0, x.length);
        state.load(x);
        exchange.forget();
        exchange.enqueueAll();
        exchange.exhaust(random);
        state.store(x);
        for (int v = 0; v < x.length; v++) {
            double w = state.weight[v];
            if (before[v] != 0 && x[v] == 0 && w == 0) {
                x[v] = clashes(v, x) ? (byte) 0 : 1;
            }
            if (x[v] != before[v]) {
                Reason why =
                        w <= 0 ? Reason.WORTHLESS : x[v] != 0 && !clashes(v, before) ? Reason.FREE : Reason.EXCHANGE;
                log.set(v, why, v, w);
            }
        }
    }

    private boolean clashes(int v, byte[] x) {
        for (int e = state.start[v]; e < state.start[v + 1]; e++) {
            if (x[state.neighbor[e]] != 0) {
                return true;
            }
        }
        return false;
    }

    @Override
    public RepairKernel fork() {
        return new IndependentSetRepair(new IndependentSetState(state));
    }
}
