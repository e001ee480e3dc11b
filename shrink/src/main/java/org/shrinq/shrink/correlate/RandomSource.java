package org.shrinq.shrink.correlate;

import java.util.SplittableRandom;
import org.shrinq.qubo.Ising;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.qubo.run.RandomStreams;

/** Uniform random correlations. */
final class RandomSource implements CorrelationSource {
    @Override
    public String id() {
        return "random";
    }

    @Override
    public double operations(Ising ising) {
        return 10.0 * (ising.size() + ising.couplings());
    }

    @Override
    public boolean looks() {
        return false;
    }

    @Override
    public Correlations correlate(CorrelationTask task, RandomStreams random, Deadline deadline) {
        SplittableRandom rng = random.stream("uniform");
        SparseCorrelations x = new SparseCorrelations(task.size());
        for (int i = 0; i < task.size(); i++) {
            x.setSingle(i, 2 * rng.nextDouble() - 1);
        }
        for (int k = 0; k < task.pairs().count(); k++) {
            x.setPair(task.pairs().is()[k], task.pairs().js()[k], 2 * rng.nextDouble() - 1);
        }
        return x;
    }
}
