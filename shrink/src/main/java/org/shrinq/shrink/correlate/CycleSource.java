package org.shrinq.shrink.correlate;

import java.util.Optional;
import org.shrinq.qubo.Ising;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.qubo.run.RandomStreams;
import org.shrinq.relax.cycle.CycleLp;
import org.shrinq.relax.cycle.CycleSolution;

/**
 * Correlations 1 − 2x_uv on the couplings, from the cycle relaxation (Wagner, Nüßlein and Liers 2023), as long as the
 * form is sparse; the semidefinite relaxation, which is the better one on dense forms (Fischer et al. 2024), otherwise.
 */
final class CycleSource implements CorrelationSource {
    /** Mean degree up to which a form counts as sparse. */
    private static final double SPARSE_DEGREE = 6;

    /** Couplings and fields up to which the dense tableau is affordable. */
    private static final int MOST_EDGES = 1500;

    private final CorrelationSource dense;

    CycleSource(CorrelationSource dense) {
        this.dense = dense;
    }

    @Override
    public String id() {
        return "lp";
    }

    static boolean isSparse(Ising ising) {
        return 2.0 * ising.couplings() <= SPARSE_DEGREE * ising.size()
                && ising.couplings() + ising.size() <= MOST_EDGES;
    }

    /** About one pivot per edge, each over as many rows as there are edges. */
    @Override
    public double operations(Ising ising) {
        if (!isSparse(ising)) {
            return dense.operations(ising);
        }
        double edges = ising.couplings() + ising.size();
        return edges * edges * edges;
    }

    @Override
    public boolean looks() {
        return dense.looks();
    }

    @Override
    public Correlations correlate(CorrelationTask task, RandomStreams random, Deadline deadline) {
        Ising ising = task.ising();
        Optional<CycleSolution> solved = isSparse(ising) ? CycleLp.solve(ising, deadline) : Optional.empty();
        if (solved.isEmpty()) {
            return dense.correlate(task, random, deadline);
        }
        CycleSolution cycle = solved.get();
        SparseCorrelations x = new SparseCorrelations(task.size());
        for (int i = 0; i < task.size(); i++) {
            x.setSingle(i, cycle.single(i));
        }
        ising.forEachCoupling((i, j, c) -> x.setPair(i, j, cycle.pair(i, j)));
        if (task.bound() == CorrelationTask.Bound.WANTED) {
            x.setLowerBound(cycle.bound());
        }
        return x;
    }
}
