package org.shrinq.shrink.correlate;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.Ising;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.qubo.run.RandomStreams;
import org.shrinq.shrink.contract.Step;
import org.shrinq.shrink.correlate.CorrelationTask.Previous;

/**
 * Another source with its ties broken otherwise: every X is made smaller by up to a tenth, at random, so that
 * candidates of nearly equal strength come in another order, and the best few guesses at permutations are left out. No
 * sign changes.
 */
final class VariedSource implements CorrelationSource {
    private static final double SHARE = 0.1;

    private final CorrelationSource source;
    private final int number;

    /** @param number of the variation, from 1 on: so many of the best guesses at permutations are left out */
    VariedSource(CorrelationSource source, int number) {
        this.source = source;
        this.number = number;
    }

    @Override
    public String id() {
        return source.id();
    }

    @Override
    public double operations(Ising ising) {
        return source.operations(ising);
    }

    @Override
    public Optional<String> evaluator() {
        return source.evaluator();
    }

    @Override
    public boolean looks() {
        return source.looks();
    }

    @Override
    public boolean knowsPairs(BinaryModel model) {
        return source.knowsPairs(model);
    }

    @Override
    public Correlations correlate(CorrelationTask task, RandomStreams random, Deadline deadline) {
        CorrelationTask own =
                task.withPrevious(task.previous().map(p -> new Previous(((Varied) p.correlations()).inner, p.index())));
        return new Varied(
                source.correlate(own, random, deadline),
                random.child("variation", number).stream("salt").nextLong());
    }

    @Override
    public Optional<Placements> placements(
            OpenAssignment assignment, List<Bits> pool, RandomStreams random, Deadline deadline) {
        return source.placements(assignment, pool, random, deadline).map(p -> p.without(number));
    }

    private record Varied(Correlations inner, long salt) implements Correlations {
        private double share(long i, long j) {
            long z = salt + 0x9E3779B97F4A7C15L * (i + 1) + 0xD1B54A32D192ED03L * (j + 1);
            z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
            z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
            return 1 - SHARE * ((z ^ (z >>> 31)) >>> 11) * 0x1p-53;
        }

        @Override
        public int size() {
            return inner.size();
        }

        @Override
        public double single(int i) {
            return share(i, i) * inner.single(i);
        }

        @Override
        public double pair(int i, int j) {
            return share(Math.min(i, j), Math.max(i, j)) * inner.pair(i, j);
        }

        @Override
        public void carry(Step step) {
            inner.carry(step);
        }

        @Override
        public OptionalDouble lowerBound() {
            return inner.lowerBound();
        }

        @Override
        public OptionalDouble operations() {
            return inner.operations();
        }

        @Override
        public List<CorrelationTask.PoolState> states() {
            return inner.states();
        }

        @Override
        public List<Double> weights() {
            return inner.weights();
        }
    }
}
