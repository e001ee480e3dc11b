package org.shrinq.search.steer;

import java.util.SplittableRandom;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.search.flip.FlipState;
import org.shrinq.search.maxcut.Annealing;
import org.shrinq.search.maxcut.Temperatures;

/**
 * Annealing in which a share of the work goes to {@link ClusterMoves}: after every Metropolis sweep as many of them as
 * cost that share. With a share of 0 it is plain annealing, with the same temperatures. One thread.
 */
public final class ClusterAnnealing {
    private final FlipState state;
    private final ClusterMoves moves;
    private final Temperatures range;
    private final Annealing sweeps;
    private final double share;

    /**
     * Over a state that {@link #run} changes.
     *
     * @param spread {@link org.shrinq.search.flip.CouplingRows#spread} of its rows
     * @param share of the work that clusters get, at least 0 and below 1
     * @param random of the probes for the range of temperatures, and of the sweeps
     */
    public ClusterAnnealing(
            FlipState state, double spread, PairCorrelations correlations, double share, SplittableRandom random) {
        if (!(share >= 0 && share < 1)) {
            throw new IllegalArgumentException("share is " + share + ", expected at least 0 and below 1");
        }
        this.state = state;
        this.share = share;
        moves = new ClusterMoves(state, correlations);
        range = Temperatures.probe(state, spread, random, state.tolerance());
        sweeps = new Annealing(state, random.nextLong());
    }

    /**
     * Anneals the string of the state while so much work lasts, and descends at the end.
     *
     * @param work visits and couplings, as {@link FlipState#work} counts them
     */
    public void run(long work, SplittableRandom random, Deadline deadline) {
        long from = state.work();
        for (long done = 0; done < work && !deadline.expired(); done = state.work() - from) {
            double temperature = range.at((double) done / work);
            sweeps.sweep(temperature);
            long swept = state.work() - from - done;
            long until = state.work() + Math.round(swept * share / (1 - share));
            while (state.work() < until) {
                moves.move(temperature, random);
            }
        }
        state.descend(state.tolerance());
    }
}
