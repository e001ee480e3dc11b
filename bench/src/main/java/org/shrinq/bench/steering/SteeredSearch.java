package org.shrinq.bench.steering;

import java.util.SplittableRandom;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.search.flip.CouplingRows;
import org.shrinq.search.flip.FlipState;
import org.shrinq.search.steer.ClusterAnnealing;
import org.shrinq.search.steer.PairCorrelations;
import org.shrinq.search.steer.PreconditionedTabu;

/** How correlations steer a search, and how long a read of it is. */
public enum SteeredSearch {
    /**
     * Half of the moves of a tabu search on the correlations in place of the couplings, four moves a variable in all.
     */
    PRECONDITIONED_TABU("preconditioned tabu") {
        private static final int MOVES = 4;

        @Override
        long read(CouplingRows rows, FlipState state, PairCorrelations x, double share, SplittableRandom random) {
            PreconditionedTabu tabu = new PreconditionedTabu(state, x);
            long before = tabu.work();
            tabu.run((long) MOVES * state.n, share, random, Deadline.never());
            return tabu.work() - before;
        }
    },
    /** Annealing of the work of twenty sweeps at rest, half of it cluster moves. */
    CLUSTER_ANNEALING("cluster annealing") {
        private static final int SWEEPS = 20;

        @Override
        long read(CouplingRows rows, FlipState state, PairCorrelations x, double share, SplittableRandom random) {
            ClusterAnnealing annealing = new ClusterAnnealing(state, rows.spread(), x, share, random);
            long before = state.work();
            annealing.run(SWEEPS * (state.n + rows.entries()), random, Deadline.never());
            return state.work() - before;
        }
    };

    /** Share of the work that the correlations get. */
    static final double SHARE = 0.5;

    private final String label;

    SteeredSearch(String label) {
        this.label = label;
    }

    /** As tables call it. */
    public String label() {
        return label;
    }

    /**
     * One read from the string of the state, which is left at the best string.
     *
     * @param share of the work that the correlations get, 0 for the plain search
     * @return the work done
     */
    abstract long read(CouplingRows rows, FlipState state, PairCorrelations x, double share, SplittableRandom random);
}
