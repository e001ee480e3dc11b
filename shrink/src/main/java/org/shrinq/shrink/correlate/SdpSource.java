package org.shrinq.shrink.correlate;

import java.util.OptionalDouble;
import org.shrinq.qubo.Ising;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.qubo.run.RandomStreams;

/** Gram matrix of the semidefinite relaxation; low rank, warm-started from the carried-over vectors. */
final class SdpSource implements CorrelationSource {
    /** What a warm solve usually takes. */
    private static final double WARM_SWEEPS = 10;

    private final SdpOptions options;

    SdpSource(SdpOptions options) {
        this.options = options;
    }

    @Override
    public String id() {
        return "sdp";
    }

    @Override
    public double operations(Ising ising) {
        int rank = MixingKernel.rank(ising.size(), options.rankCap());
        return WARM_SWEEPS * rank * 2.0 * (2.0 * ising.couplings() + ising.size());
    }

    @Override
    public Correlations correlate(CorrelationTask task, RandomStreams random, Deadline deadline) {
        int n = task.size();
        boolean warm =
                task.previous().isPresent() && task.previous().get().correlations() instanceof LowRankCorrelations;
        int rank;
        double[] vectors;
        if (warm) {
            LowRankCorrelations before =
                    (LowRankCorrelations) task.previous().get().correlations();
            int[] index = task.previous().get().index();
            rank = before.rank();
            vectors = new double[(n + 1) * rank];
            before.copyVector(-1, vectors, 0);
            for (int i = 0; i < n; i++) {
                before.copyVector(index[i], vectors, (i + 1) * rank);
            }
        } else {
            rank = MixingKernel.rank(n, options.rankCap());
            vectors = MixingKernel.randomStart(n, rank, random.stream("start"));
        }
        new MixingKernel(task.ising(), rank, vectors)
                .run(warm ? options.warmTolerance() : options.coldTolerance(), options.maxSweeps(), deadline);
        return LowRankCorrelations.of(rank, vectors, OptionalDouble.empty());
    }
}
