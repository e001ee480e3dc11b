package org.shrinq.shrink.correlate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shrinq.quantum.backend.Backend;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.Ising;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.qubo.run.RandomStreams;
import org.shrinq.shrink.correlate.CorrelationTask.PoolState;

/** Correlations that a backend measures. */
final class BackendSource implements CorrelationSource {
    private final Backend backend;
    private final int layers;
    private final int shots;

    BackendSource(Backend backend, int layers, int shots) {
        if (shots < 1) {
            throw new IllegalArgumentException("shots is " + shots + ", expected at least 1");
        }
        this.backend = backend;
        this.layers = layers;
        this.shots = shots;
    }

    @Override
    public String id() {
        return "measured";
    }

    @Override
    public Optional<String> evaluator() {
        return Optional.of("the circuits behind the correlations");
    }

    /** So many that an automatic recalculation spares circuits. */
    @Override
    public double operations(Ising ising) {
        return 1e9;
    }

    @Override
    public Correlations correlate(CorrelationTask task, RandomStreams random, Deadline deadline) {
        TrainedQaoa trained = TrainedQaoa.train(task.ising(), layers, random.child("train"), deadline);
        Map<Bits, Long> counts = new HashMap<>();
        for (long index : backend.sample(trained.circuit(), shots, random.stream("shots"))) {
            counts.merge(Bits.ofIndex(task.size(), index), 1L, Long::sum);
        }
        List<PoolState> states = counts.keySet().stream()
                .map(x -> new PoolState(x.toArray(), task.ising().energy(x)))
                .sorted((a, b) -> Double.compare(a.energy(), b.energy()))
                .limit(1)
                .toList();
        return new SampledCorrelations(MeasuredMoments.of(task.size(), counts, 0, 0), states);
    }
}
