package org.shrinq.shrink.correlate;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.Ising;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.qubo.run.RandomStreams;
import org.shrinq.relax.assignment.AssignmentMoments;
import org.shrinq.relax.assignment.AssignmentSdp;
import org.shrinq.relax.sdp.SdpOptions;
import org.shrinq.relax.sdp.SdpSolution;
import org.shrinq.relax.sdp.SdpSolver;
import org.shrinq.relax.sdp.TriangleCuts;

/**
 * Gram matrix of the semidefinite relaxation; low rank, warm-started from the carried-over vectors; with triangle
 * inequalities where asked for. The identity Σ_a v_ia = (2 − n)·v_0 of a one-hot row is in it as a soft term: the row's
 * penalty P·(Σ_a x_ia − 1)² is P/4·‖Σ_a v_ia − (2 − n)·v_0‖² on vectors, and so it is after any contraction.
 */
final class SdpSource implements CorrelationSource {
    /** Warm solves as exact as cold ones. */
    static final SdpOptions TIGHT = SdpOptions.defaults().withTolerances(1e-5, 1e-5);

    /** What a warm solve usually takes. */
    private static final double WARM_SWEEPS = 15;

    /** How close a bound that was asked for should come to the value of the relaxation. */
    private static final double BOUND_GAP = 1e-3;

    /**
     * Most iterations on an assignment, and most operations that they may take; with fewer than {@link #LEAST_ROUNDS}
     * nothing is singled out.
     */
    private static final int ROUNDS = 300;

    private static final int LEAST_ROUNDS = 40;
    private static final double ROUNDS_OPERATIONS = 4e9;

    private final SdpOptions options;
    private final int cutRounds;

    /** @param cutRounds moves of the multipliers of triangle inequalities, 0 for the plain relaxation */
    SdpSource(SdpOptions options, int cutRounds) {
        this.options = options;
        this.cutRounds = cutRounds;
    }

    @Override
    public String id() {
        return cutRounds > 0 ? "sdp-cuts" : "sdp";
    }

    @Override
    public double operations(Ising ising) {
        int rank = SdpSolver.rank(ising.size(), options.rankCap());
        return (1 + cutRounds) * WARM_SWEEPS * rank * 2.0 * (2.0 * ising.couplings() + ising.size());
    }

    @Override
    public boolean looks() {
        return false;
    }

    @Override
    public Correlations correlate(CorrelationTask task, RandomStreams random, Deadline deadline) {
        boolean bounded = task.bound() == CorrelationTask.Bound.WANTED;
        SdpOptions chosen = bounded ? options.withBounding(SdpOptions.Bounding.PROVEN, BOUND_GAP) : options;
        SplittableRandom rng = random.stream("sdp");
        SdpSolver solver = solver(task, chosen, rng);
        if (cutRounds > 0) {
            TriangleCuts.Result cut =
                    TriangleCuts.of(task.ising()).solve(solver, chosen, cutRounds, random.stream("cuts"), deadline);
            SdpSolution last = cut.solution();
            OptionalDouble bound =
                    Double.isFinite(cut.bound()) ? OptionalDouble.of(cut.bound()) : OptionalDouble.empty();
            return LowRankCorrelations.of(last.rank(), last.vectors(), bound);
        }
        SdpSolution solution = solver.solve(deadline);
        OptionalDouble bound = bounded && solution.bound().isProven()
                ? OptionalDouble.of(solution.bound().value())
                : OptionalDouble.empty();
        return LowRankCorrelations.of(solution.rank(), solution.vectors(), bound);
    }

    /**
     * Permutations that grow from the pair moments of the relaxation with hard rows and columns; none is evaluated.
     * Empty for large assignments.
     */
    @Override
    public Optional<Placements> placements(
            OpenAssignment assignment, List<Bits> pool, RandomStreams random, Deadline deadline) {
        int n = assignment.open();
        double round = AssignmentSdp.operations(n);
        int rounds = (int) Math.min(ROUNDS, ROUNDS_OPERATIONS / round);
        if (rounds < LEAST_ROUNDS) {
            return Optional.empty();
        }
        AssignmentMoments moments = AssignmentSdp.solve(assignment.rest(), assignment.excluded(), rounds, deadline);
        List<AssignmentMoments.Guess> guesses = moments.guesses();
        if (guesses.isEmpty()) {
            return Optional.empty();
        }
        double[] costs = new double[n * n];
        for (int k = 0; k < costs.length; k++) {
            costs[k] = 1 - moments.marginal(k / n, k % n);
        }
        return Optional.of(Placements.of(
                guesses.stream().map(AssignmentMoments.Guess::permutation).toList(),
                guesses.stream().mapToDouble(g -> -g.support()).toArray(),
                costs,
                round * moments.iterations()));
    }

    private static SdpSolver solver(CorrelationTask task, SdpOptions options, SplittableRandom rng) {
        if (task.previous().isEmpty()
                || !(task.previous().get().correlations() instanceof LowRankCorrelations before)) {
            return SdpSolver.of(task.ising(), options, rng);
        }
        int[] index = task.previous().get().index();
        int rank = before.rank();
        double[] vectors = new double[(task.size() + 1) * rank];
        before.copyVector(-1, vectors, 0);
        for (int i = 0; i < task.size(); i++) {
            before.copyVector(index[i], vectors, (i + 1) * rank);
        }
        return SdpSolver.from(task.ising(), options, rank, vectors, rng);
    }
}
